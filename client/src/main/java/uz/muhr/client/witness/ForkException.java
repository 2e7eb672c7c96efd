package uz.muhr.client.witness;

import java.io.Serial;
import java.util.Collection;
import java.util.stream.Collectors;
import uz.muhr.proof.checkpoint.Checkpoint;
import uz.muhr.protocol.identifier.MspId;

/** Two chains of one channel: somebody was shown another one than we were. Nothing was signed. */
public final class ForkException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private ForkException(String sentence) {
        super(sentence);
    }

    /**
     * What a checkpoint says is not what a peer has.
     *
     * @param by who signed it
     * @param found the hash of the same block on the peer
     */
    static ForkException with(Checkpoint checkpoint, Collection<MspId> by, MspId peer, String found) {
        return new ForkException("FORK: " + signed(by, checkpoint) + "; the peer of " + peer + " has there " + found
                + ". Nothing was signed. Keep both, and ask the others what they have.");
    }

    /** The peer has no longer what this client signed. */
    static ForkException remembered(Checkpoint before, MspId peer, String found, String file) {
        return new ForkException("FORK: this client cosigned for " + peer + " that block " + before.block() + " is "
                + before.hash() + " (height " + before.height() + ", " + file + "); its peer has there " + found
                + ". Nothing was signed.");
    }

    /** Two checkpoints contradict each other. */
    static ForkException between(Checkpoint one, Collection<MspId> oneBy, Checkpoint other, Collection<MspId> otherBy) {
        return new ForkException("FORK: " + signed(oneBy, one) + "; " + signed(otherBy, other) + ". Keep both.");
    }

    private static String signed(Collection<MspId> by, Checkpoint checkpoint) {
        return by.stream().map(MspId::value).collect(Collectors.joining(", ")) + " signed that block "
                + checkpoint.block() + " is " + checkpoint.hash() + " (height " + checkpoint.height() + ", "
                + checkpoint.origin() + ")";
    }

    /** The message, for a person. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
