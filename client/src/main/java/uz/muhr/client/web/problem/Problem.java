package uz.muhr.client.web.problem;

import org.springframework.http.HttpHeaders;
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

    ResponseEntity<Problem> answer() {
        return answer(new HttpHeaders());
    }

    /** @param also headers that belong to the status, such as Allow */
    ResponseEntity<Problem> answer(HttpHeaders also) {
        HttpHeaders headers = new HttpHeaders(also);
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (code.passes() && !headers.containsHeader(HttpHeaders.RETRY_AFTER)) {
            headers.set(HttpHeaders.RETRY_AFTER, SECONDS_TO_WAIT);
        }
        return ResponseEntity.status(code.status()).headers(headers).body(this);
    }
}
