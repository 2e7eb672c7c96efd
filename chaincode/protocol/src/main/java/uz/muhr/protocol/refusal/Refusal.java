package uz.muhr.protocol.refusal;

import java.io.Serial;
import java.util.Optional;

/**
 * A rule was not met. The message is {@code CODE: sentence}; the sentence says what was expected and what was found.
 */
public final class Refusal extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final String sentence;

    public Refusal(ErrorCode code, String sentence) {
        super(code + ": " + sentence);
        this.code = code;
        this.sentence = sentence;
    }

    public Refusal(ErrorCode code, String sentence, Throwable cause) {
        this(code, sentence);
        initCause(cause);
    }

    /** An argument that is not what it has to be. */
    public static Refusal malformed(String sentence) {
        return new Refusal(ErrorCode.MALFORMED_ARGUMENT, sentence);
    }

    /**
     * The refusal that a ledger's message carries.
     *
     * @param message as a chaincode answered it, {@code CODE: sentence}
     * @return empty when the message does not open with one of our codes
     */
    public static Optional<Refusal> parse(String message) {
        int colon = message.indexOf(": ");
        for (ErrorCode code : ErrorCode.values()) {
            if (colon > 0 && message.substring(0, colon).equals(code.name())) {
                return Optional.of(new Refusal(code, message.substring(colon + 2)));
            }
        }
        return Optional.empty();
    }

    public ErrorCode code() {
        return code;
    }

    /** The message without its code. */
    public String sentence() {
        return sentence;
    }
}
