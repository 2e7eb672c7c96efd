package uz.muhr.client.cli;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A running client did not answer, or takes nothing at this moment; one sentence says which. */
final class ServerUnavailableException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String sentence;
    private final boolean taken;

    /** @param taken whether it may have taken what it was sent */
    ServerUnavailableException(String sentence, boolean taken, @Nullable Throwable cause) {
        super(sentence, cause);
        this.sentence = sentence;
        this.taken = taken;
    }

    /** The message, for a person. */
    String sentence() {
        return sentence;
    }

    boolean mayHaveTakenIt() {
        return taken;
    }
}
