package uz.muhr.client.journal;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The journal takes nothing at this moment, so nothing was accepted; one sentence says why. */
public final class JournalUnavailableException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String sentence;

    public JournalUnavailableException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
        this.sentence = sentence;
    }

    static JournalUnavailableException outcomeUnknown(Exception cause) {
        return new JournalUnavailableException(
                "The journal's database did not answer, so nobody knows whether it was accepted. Send the request again.",
                cause);
    }

    /** The message, for a person. */
    public String sentence() {
        return sentence;
    }
}
