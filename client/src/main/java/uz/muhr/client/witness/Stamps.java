package uz.muhr.client.witness;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import uz.muhr.client.proof.Collected;
import uz.muhr.proof.bundle.NetworkTrust;
import uz.muhr.proof.bundle.ProofBundle;
import uz.muhr.proof.bundle.StampAuthorities;
import uz.muhr.proof.bundle.Witnesses;
import uz.muhr.proof.timestamp.OrderedPart;
import uz.muhr.proof.timestamp.StampReport;
import uz.muhr.proof.timestamp.StampVerifier;
import uz.muhr.proof.verification.ProofReport;
import uz.muhr.protocol.refusal.Refusal;

/** Time stamps of a bundle, had and verified by what a trust file pins. */
public final class Stamps {
    private final NetworkTrust trust;
    private final StampAuthorities authorities;

    private Stamps(NetworkTrust trust, StampAuthorities authorities) {
        this.trust = trust;
        this.authorities = authorities;
    }

    /** Empty when the trust file pins no authority: nobody's stamp counts then. */
    public static Optional<Stamps> trusting(NetworkTrust trust) {
        return trust.timestamps().map(authorities -> new Stamps(trust, authorities));
    }

    /**
     * For whoever wants a stamp.
     *
     * @throws Refusal MALFORMED_ARGUMENT when no authority is pinned
     */
    public static Stamps required(Optional<NetworkTrust> trust) {
        return trust.flatMap(Stamps::trusting)
                .orElseThrow(() -> Refusal.malformed("A time stamp is verified before it is written: name a trust file"
                        + " with --trust that pins the authority's root (muhr trust --tsa-root)."));
    }

    /** A bundle with its stamp, as it was verified. */
    public record Stamped(ProofBundle bundle, StampView view) {}

    /**
     * Has the bundle stamped.
     *
     * @throws StampUnavailableException when there is no stamp, or it does not hold
     */
    public Stamped stamp(Collected collected, StampAuthority authority) {
        byte[] token = authority.stamp(OrderedPart.imprint(trust.channel(), collected.bundle()));
        ProofBundle bundle = collected.bundle().with(Witnesses.stamped(token));
        StampReport report = verify(bundle, collected.proven());
        if (report instanceof StampReport.NotStamped failed) {
            throw new StampUnavailableException(
                    "The time stamp that was given does not hold. " + failed.failed() + ": " + failed.fault()
                            + " No bundle was written.",
                    null);
        }
        return new Stamped(bundle, StampView.of(report));
    }

    /** Verifies the stamps of a bundle that proves this. */
    public StampReport verify(ProofBundle bundle, Collection<ProofReport.Proven> proven) {
        return new StampVerifier(trust, authorities).verify(bundle, newest(proven));
    }

    private static Instant newest(Collection<ProofReport.Proven> proven) {
        return proven.stream()
                .flatMap(each -> each.versions().stream())
                .map(version -> version.record().changed().time())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
