package uz.muhr.client.fabric;

import java.io.Serial;

/** The ledger did not answer in time, or not in a way that says anything. Nothing was written by this call. */
public final class LedgerUnavailableException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String sentence;

    LedgerUnavailableException(String sentence, Throwable cause) {
        super(sentence, cause);
        this.sentence = sentence;
    }

    /** The message, for a person. */
    public String sentence() {
        return sentence;
    }
}
