package uz.muhr.client.web.problem;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A refusal as RFC 9457 writes it, with the code of {@link ProblemCode} as its extension member.
 *
 * @param type always {@code about:blank}: the code says more than a link would
 * @param title the status in words
 * @param status the HTTP status
 * @param detail what was expected, what was found and what to do, in one sentence or two
 */
public record Problem(String type, String title, int status, String detail, ProblemCode code) {
    private static final String SECONDS_TO_WAIT = "5";

    public static Problem of(ProblemCode code, String detail) {
        return new Problem(
                "about:blank", code.status().getReasonPhrase(), code.status().value(), detail, code);
    }

    /** The problem that a bare status of the server or of Spring stands for. */
    public static Problem ofStatus(int status) {
        return switch (status) {
            case 404 -> of(ProblemCode.NO_SUCH_PATH, "There is nothing at this path. See /api/openapi.json.");
            case 405 ->
                of(
                        ProblemCode.METHOD_REFUSED,
                        "The path does not take this method; the header Allow names those it takes.");
            case 406 -> of(ProblemCode.ANSWER_REFUSED, "Answers are JSON; the header Accept excludes it.");
            case 413 -> of(ProblemCode.TOO_LARGE, "The request is too long.");
            case 415 ->
                of(ProblemCode.MEDIA_TYPE_REFUSED, "The path does not take this Content-Type. See /api/openapi.json.");
            default ->
                status < HttpStatus.INTERNAL_SERVER_ERROR.value()
                        ? of(ProblemCode.MALFORMED_ARGUMENT, "The request could not be understood.")
                        : of(ProblemCode.INTERNAL_ERROR, "This client failed; its log says why. Try again.");
        };
    }

    public ResponseEntity<Problem> answer() {
        return answer(new HttpHeaders());
    }

    /** @param also headers that belong to the status, such as Allow */
    ResponseEntity<Problem> answer(HttpHeaders also) {
        HttpHeaders headers = new HttpHeaders(also);
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (code.passes() && !headers.containsHeader(HttpHeaders.RETRY_AFTER)) {
            headers.set(HttpHeaders.RETRY_AFTER, SECONDS_TO_WAIT);
        }
        if (code.status() == HttpStatus.UNAUTHORIZED) {
            // RFC 9110 section 11.6.1; browsers ask nobody for a password by themselves because of it.
            headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"muhr\"");
        }
        return ResponseEntity.status(code.status()).headers(headers).body(this);
    }
}
