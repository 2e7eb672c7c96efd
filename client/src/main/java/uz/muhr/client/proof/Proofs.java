package uz.muhr.client.proof;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.client.fabric.LedgerUnavailableException;
import uz.muhr.proof.bundle.NetworkTrust;
import uz.muhr.proof.verification.Asked;
import uz.muhr.proof.verification.OfflineVerifier;
import uz.muhr.proof.verification.ProofReport;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.refusal.Refusal;
import uz.muhr.protocol.verdict.Question;

/** Proofs as a running client makes and checks them, all of them on the word of the same organisations. */
public final class Proofs {
    private static final Duration WITHIN = Duration.ofSeconds(60);

    private final Ledger ledger;
    private final AtomicReference<@Nullable Pinned> pinned;

    /** Whom this client takes at their word, and what has looked at their certificates already. */
    private record Pinned(NetworkTrust trust, OfflineVerifier verifier) {
        static Pinned on(NetworkTrust trust) {
            return new Pinned(trust, new OfflineVerifier(trust));
        }
    }

    /**
     * Asks nobody yet.
     *
     * @param trust from a file that its owner compared; without one, the first answer of this client's peers is kept
     */
    public Proofs(Ledger ledger, Optional<NetworkTrust> trust) {
        this.ledger = ledger;
        this.pinned = new AtomicReference<>(trust.map(Pinned::on).orElse(null));
    }

    /**
     * Whom this client takes at their word.
     *
     * @throws LedgerUnavailableException when nobody has said yet, and no peer answers
     */
    public NetworkTrust trust() {
        return pinned().trust;
    }

    /**
     * A bundle about documents, which proves what it says to whoever trusts the same organisations.
     *
     * @throws Refusal UNKNOWN_DOCUMENT; CORRUPT_RECORD when what the peers gave is no proof
     * @throws LedgerUnavailableException when too few organisations answer, or not in time
     */
    public byte[] collect(List<DocumentId> documents) {
        return Collected.from(ledger, documents, trust(), WITHIN).bundle().write();
    }

    /** What a bundle proves, and on whose word. */
    public record Verified(ProofReport report, NetworkTrust trust) {}

    /**
     * What a bundle proves, whatever its bytes are. The ledger is not asked.
     *
     * @throws Refusal MALFORMED_ARGUMENT when there is no content to be compared
     * @throws LedgerUnavailableException as {@link #trust}
     */
    public Verified verify(byte[] bundle, Question question) {
        Asked asked = new Asked(
                question.content()
                        .orElseThrow(() -> Refusal.malformed(
                                "A proof is about a file; give the file, or its fingerprint, beside the proof.")),
                question.document(),
                question.at());
        Pinned on = pinned();
        return new Verified(on.verifier.verify(bundle, asked), on.trust);
    }

    private Pinned pinned() {
        Pinned known = pinned.get();
        if (known != null) {
            return known;
        }
        Pinned learned = Pinned.on(ledger.proofs().trust());
        Pinned first = pinned.compareAndExchange(null, learned);
        return first == null ? learned : first;
    }
}
