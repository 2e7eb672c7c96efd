package uz.muhr.client.fabric;

import java.io.Serial;

/** This client is not set up to reach the ledger: no profile, no such user, no key. One sentence says which. */
public final class LedgerConfigurationException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    public LedgerConfigurationException(String sentence) {
        super(sentence);
    }

    LedgerConfigurationException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
