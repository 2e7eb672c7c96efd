package uz.muhr.client.witness;

import java.io.Serial;
import uz.muhr.protocol.identifier.MspId;

/** The own peer has not so many blocks, so nobody here can say whether a checkpoint is right. Nothing was signed. */
public final class PeerBehindException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    PeerBehindException(MspId peer, long height, long wanted) {
        super("The peer of " + peer + " has to have " + wanted + " blocks; it has " + height
                + ". Nothing was signed; ask again once it has caught up.");
    }

    /** The message, for a person. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
