package uz.muhr.client.access;

import java.io.Serial;
import java.time.Duration;

/** Somebody tries too often, and has to wait. */
public final class TooManyAttemptsException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final Duration wait;

    TooManyAttemptsException(Duration wait) {
        super("Too many attempts to sign in");
        this.wait = wait;
    }

    /** How long it takes until the next attempt is looked at. */
    public Duration pause() {
        return wait;
    }
}
