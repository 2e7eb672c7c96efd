package uz.muhr.client.fabric.key;

import java.io.Serial;

/** A user's key cannot be used: one sentence says what was expected, what was found and what to do. */
public final class UnusableKeyException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String sentence;

    UnusableKeyException(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    UnusableKeyException(String sentence, Throwable cause) {
        super(sentence, cause);
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
