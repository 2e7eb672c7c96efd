package uz.muhr.client.witness;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uz.muhr.client.proof.ProofView;
import uz.muhr.client.proof.Proofs;
import uz.muhr.client.proof.TrustView;

/**
 * What a bundle proves, and to whom: to whoever trusts these organisations.
 *
 * @param proof the verdict with every check; UNDETERMINED when a time stamp does not hold
 * @param timestamps what its time stamps are worth; absent when it carries none, or proves nothing
 * @param trust on whose word it was checked
 */
public record ProofAnswer(ProofView proof, @Nullable StampView timestamps, TrustView trust) {
    /**
     * Looks at the time stamps of a bundle that has been verified.
     *
     * @param bundle its bytes
     */
    public static ProofAnswer of(Proofs.Verified verified, byte[] bundle) {
        WitnessedProof proof = WitnessedProof.of(verified.report(), bundle, verified.trust(), Optional.empty());
        return new ProofAnswer(proof.answer(), proof.timestamps(), TrustView.of(verified.trust()));
    }
}
