package uz.muhr.client.fabric;

import java.io.Serial;

/** A call or a transaction is larger than the network takes; nothing was written. */
public final class TooLargeException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    public TooLargeException(Throwable cause) {
        super("The transaction is larger than the network takes. Ask for less in one.", cause);
    }
}
