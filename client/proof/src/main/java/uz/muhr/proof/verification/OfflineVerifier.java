package uz.muhr.proof.verification;

import java.util.List;
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
 */
public final class OfflineVerifier {
    private final NetworkTrust trust;

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
        Checks checks = new Checks();
        try {
            return prove(parse(bundle, checks), asked, checks);
        } catch (UnprovenException e) {
            return new ProofReport.NotProven(e.check(), String.valueOf(e.getMessage()), checks.made());
        }
    }

    private static ProofBundle parse(byte[] bundle, Checks checks) {
        try {
            ProofBundle parsed = ProofBundle.parse(bundle);
            checks.require(
                    Check.BUNDLE_FORM,
                    !parsed.answers().isEmpty(),
                    "A bundle has to hold an answer; this one holds none.");
            return parsed;
        } catch (Refusal refusal) {
            throw new UnprovenException(Check.BUNDLE_FORM, refusal.sentence(), refusal);
        }
    }

    private ProofReport prove(ProofBundle bundle, Asked asked, Checks checks) {
        Configurations configurations =
                Configurations.from(trust.configuration(), trust.pin(), trust.channel(), trust.organisations(), checks);
        configurations.follow(bundle.configurations(), checks);
        OrderedTransactions transactions =
                OrderedTransactions.read(bundle.blocks(), trust.channel(), configurations, checks);
        OrganisationsAnswer answer =
                OrganisationsAnswer.find(bundle.answers(), asked, trust, configurations.newest(), checks);
        List<ProvenVersion> versions = new VersionProof(trust, transactions, answer, checks).versions();
        return new ProofReport.Proven(answer.judged(asked, checks), versions, answer.vouchers(), checks.made());
    }
}
