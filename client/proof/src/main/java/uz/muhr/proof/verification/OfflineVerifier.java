package uz.muhr.proof.verification;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import uz.muhr.proof.bundle.NetworkTrust;
import uz.muhr.proof.bundle.ProofBundle;
import uz.muhr.proof.check.Check;
import uz.muhr.proof.check.Checks;
import uz.muhr.proof.check.UnprovenException;
import uz.muhr.proof.configuration.Configurations;
import uz.muhr.protocol.refusal.Refusal;

/**
 * The front door: what a bundle proves to somebody who trusts the organisations of a trust file. Orderers show that a
 * transaction was ordered, organisations that it was committed and what holds now, the issuer that it was its own.
 *
 * <p>One verifier may serve many threads; the more it verifies, the more certificates it need not look at again.
 */
public final class OfflineVerifier {
    private final NetworkTrust trust;
    private final AtomicReference<@Nullable Anchor> anchor = new AtomicReference<>();

    /** The pinned configuration and the checks that it stood. */
    private record Anchor(Configurations configurations, Checks checks) {}

    public OfflineVerifier(NetworkTrust trust) {
        this.trust = trust;
    }

    /**
     * Verifies.
     *
     * @param bundle the file's bytes, whatever they are
     * @return {@link ProofReport.Proven} when every check held; the first that did not otherwise
     */
    public ProofReport verify(byte[] bundle, Asked asked) {
        return verify(bundle, List.of(asked)).get(0);
    }

    /** Verifies what is asked of one bundle, which is read once. */
    public List<ProofReport> verify(byte[] bundle, List<Asked> all) {
        Checks shared = new Checks();
        try {
            Opened opened = open(parse(bundle, shared), shared);
            return all.stream()
                    .map(asked -> prove(opened, asked, shared.copy()))
                    .toList();
        } catch (UnprovenException e) {
            return all.stream().map(asked -> notProven(e, shared)).toList();
        }
    }

    /** What all documents of a bundle share. */
    private record Opened(Configurations configurations, OrderedTransactions transactions, Answers answers) {}

    private static ProofBundle parse(byte[] bundle, Checks checks) {
        try {
            ProofBundle parsed = ProofBundle.parse(bundle);
            checks.require(
                    Check.BUNDLE_FORM,
                    !parsed.answers().isEmpty(),
                    () -> "A bundle has to hold an answer; this one holds none.");
            return parsed;
        } catch (Refusal refusal) {
            throw new UnprovenException(Check.BUNDLE_FORM, refusal.sentence(), refusal);
        }
    }

    private Opened open(ProofBundle bundle, Checks checks) {
        Configurations configurations = anchor(checks).followed(bundle.configurations(), checks);
        return new Opened(
                configurations,
                OrderedTransactions.read(bundle.blocks(), trust.channel(), configurations, checks),
                Answers.read(bundle.answers(), trust, checks));
    }

    /** The pinned configuration, which is the same for every bundle, and is read once it has been found right. */
    private Configurations anchor(Checks checks) {
        Anchor known = anchor.get();
        if (known == null) {
            Checks own = new Checks();
            known = new Anchor(
                    Configurations.from(
                            trust.configuration(), trust.pin(), trust.channel(), trust.organisations(), own),
                    own);
            anchor.set(known);
        }
        checks.add(known.checks);
        return known.configurations;
    }

    private ProofReport prove(Opened opened, Asked asked, Checks checks) {
        try {
            OrganisationsAnswer answer = OrganisationsAnswer.require(
                    opened.answers.require(asked, checks), trust, opened.configurations.newest(), checks);
            List<ProvenVersion> versions = new VersionProof(trust, opened.transactions, answer, checks).versions();
            return new ProofReport.Proven(answer.judged(asked, checks), versions, answer.vouchers(), checks.made());
        } catch (UnprovenException e) {
            return notProven(e, checks);
        }
    }

    private static ProofReport notProven(UnprovenException e, Checks checks) {
        return new ProofReport.NotProven(e.check(), e.fault(), checks.made());
    }
}
