package uz.muhr.client.access;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Nobody can be asked at this moment who may come in, so nobody may; one sentence says why. */
public final class AccessUnavailableException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String sentence;

    public AccessUnavailableException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
        this.sentence = sentence;
    }

    /** The message, for a person. */
    public String sentence() {
        return sentence;
    }
}
