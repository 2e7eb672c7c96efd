package uz.muhr.client.web.problem;

import java.io.Serial;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** A request that this door refuses by itself, before or after the ledger was asked; the message is one sentence. */
public final class RefusedRequest extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final ProblemCode code;
    private final String sentence;
    private final @Nullable Duration wait;

    public RefusedRequest(ProblemCode code, String sentence) {
        this(code, sentence, null);
    }

    /** @param wait after that the same request may pass */
    public RefusedRequest(ProblemCode code, String sentence, @Nullable Duration wait) {
        super(sentence);
        this.code = code;
        this.sentence = sentence;
        this.wait = wait;
    }

    public Problem problem() {
        return Problem.of(code, sentence);
    }

    /** RFC 9110 section 10.2.3, in whole seconds, at least one, and never too few. */
    HttpHeaders headers() {
        HttpHeaders headers = new HttpHeaders();
        if (wait != null) {
            headers.set(
                    HttpHeaders.RETRY_AFTER,
                    Long.toString(Math.max(1, wait.plusMillis(999).toSeconds())));
        }
        return headers;
    }
}
