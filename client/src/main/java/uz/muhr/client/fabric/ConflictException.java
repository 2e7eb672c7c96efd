package uz.muhr.client.fabric;

import java.io.Serial;

/**
 * Another transaction touched the same keys first, and this one was committed as invalid. Nothing was written; read again,
 * then propose anew.
 */
public final class ConflictException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    ConflictException(String how) {
        super("Another transaction came first (" + how + "). Read again, then try again.");
    }
}
