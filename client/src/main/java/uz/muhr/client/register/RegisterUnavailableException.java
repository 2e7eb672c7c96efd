package uz.muhr.client.register;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The register's database cannot be used at this moment. Documents can be verified all the same. */
public final class RegisterUnavailableException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String sentence;

    public RegisterUnavailableException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
        this.sentence = sentence;
    }

    /** The message, for a person. */
    public String sentence() {
        return sentence;
    }
}
