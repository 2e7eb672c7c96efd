package uz.muhr.client.web.table;

import java.io.Serial;

/**
 * An answer that had begun cannot be ended. Whoever lets it pass lets the server break the connection off, so that what
 * has arrived is not taken for the whole.
 */
public final class CutShortException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    CutShortException(Throwable cause) {
        super("A table could not be written to its end", cause);
    }
}
