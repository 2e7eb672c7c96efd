package uz.muhr.client.fabric;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/** The ledger did not answer in time, or not in a way that says anything. Nothing was written by this call. */
public final class LedgerUnavailableException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String sentence;

    LedgerUnavailableException(String sentence, Throwable cause) {
        super(sentence, cause);
        this.sentence = sentence;
    }

    /** Of a call that none of several gateways answered. */
    static LedgerUnavailableException ofAll(List<LedgerUnavailableException> failures) {
        LedgerUnavailableException last = failures.get(failures.size() - 1);
        return failures.size() == 1
                ? last
                : new LedgerUnavailableException(
                        "None of the profile's " + failures.size() + " gateways gave an answer. "
                                + failures.stream()
                                        .map(LedgerUnavailableException::sentence)
                                        .collect(Collectors.joining(" ")),
                        last);
    }

    /** The message, for a person. */
    public String sentence() {
        return sentence;
    }
}
