package uz.muhr.client.witness;

import java.util.Optional;
import uz.muhr.proof.bundle.NetworkTrust;
import uz.muhr.proof.checkpoint.Checkpoint;
import uz.muhr.proof.checkpoint.CheckpointReport;
import uz.muhr.proof.checkpoint.CheckpointVerifier;
import uz.muhr.protocol.refusal.Refusal;

/**
 * Two checkpoints beside each other, the older one first. One cosigner each is enough here: a single signature on another
 * chain is what is looked for.
 */
public record Comparison(CheckpointReport.Witnessed older, CheckpointReport.Witnessed newer) {
    /** What is known of the two. */
    public enum Outcome {
        /** They are of the same block. */
        SAME,
        /** The organisation's own peer has the blocks of both: the older one's chain is the beginning of the newer one's. */
        CONTINUED,
        /** Heights differ, and a checkpoint does not hold what lies between: only who has the chain can say. */
        UNDETERMINED
    }

    /**
     * Verifies both.
     *
     * @throws Refusal MALFORMED_ARGUMENT when one does not hold
     * @throws ForkException when both are of the same height, and name different blocks
     */
    public static Comparison of(byte[] one, byte[] other, NetworkTrust trust) {
        CheckpointVerifier verifier = new CheckpointVerifier(trust, 1);
        CheckpointReport.Witnessed first = Witnessing.required(verifier.verify(one));
        CheckpointReport.Witnessed second = Witnessing.required(verifier.verify(other));
        Comparison comparison =
                first.checkpoint().height() <= second.checkpoint().height()
                        ? new Comparison(first, second)
                        : new Comparison(second, first);
        comparison.requireOneChain();
        return comparison;
    }

    private void requireOneChain() {
        Checkpoint before = older.checkpoint();
        Checkpoint after = newer.checkpoint();
        boolean oneOrigin = before.origin().equals(after.origin());
        if (!oneOrigin || (before.height() == after.height() && !before.hash().equals(after.hash()))) {
            throw ForkException.between(
                    before, older.cosigners().keySet(), after, newer.cosigners().keySet());
        }
    }

    /**
     * What is known.
     *
     * @param witness who asks the organisation's own peer; absent when nobody is asked
     * @throws ForkException when the peer has another block than one of the two
     * @throws PeerBehindException when it has not so many
     */
    public Outcome outcome(Optional<Witnessing> witness) {
        witness.ifPresent(peer -> {
            peer.requireInPeer(older.checkpoint(), older.cosigners().keySet());
            peer.requireInPeer(newer.checkpoint(), newer.cosigners().keySet());
        });
        if (older.checkpoint().height() == newer.checkpoint().height()) {
            return Outcome.SAME;
        }
        return witness.isPresent() ? Outcome.CONTINUED : Outcome.UNDETERMINED;
    }
}
