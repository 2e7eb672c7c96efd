package uz.muhr.client.journal;

import java.io.Serial;

/** As many submissions wait as may; nothing was accepted. */
public final class QueueFullException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final int most;

    QueueFullException(int most) {
        super("The queue holds " + most + " submissions.");
        this.most = most;
    }

    /** How many may wait. */
    public int most() {
        return most;
    }
}
