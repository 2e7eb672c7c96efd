package uz.muhr.client.fabric;

import java.io.Serial;

/**
 * The transaction was committed as invalid because another one touched the same keys first. Nothing was written; read
 * again, then propose anew.
 */
public final class ConflictException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    ConflictException(String validationCode) {
        super("Another transaction came first (" + validationCode + "). Read again, then try again.");
    }
}
