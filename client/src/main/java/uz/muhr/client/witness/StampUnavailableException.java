package uz.muhr.client.witness;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** An authority gave no time stamp. */
public final class StampUnavailableException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    StampUnavailableException(String sentence, @Nullable Exception cause) {
        super(sentence, cause);
    }

    /** The message, for a person. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
