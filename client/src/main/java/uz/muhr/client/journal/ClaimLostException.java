package uz.muhr.client.journal;

import java.io.Serial;

/** Another process took a submission over, because this one did not say in time that it is alive. */
final class ClaimLostException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    ClaimLostException() {
        super("Another process has taken the submission over.");
    }
}
