package uz.muhr.client.web.problem;

import java.io.Serial;

/** A request that this door refuses by itself, before or after the ledger was asked; the message is one sentence. */
public final class RefusedRequest extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final ProblemCode code;
    private final String sentence;

    public RefusedRequest(ProblemCode code, String sentence) {
        super(sentence);
        this.code = code;
        this.sentence = sentence;
    }

    public Problem problem() {
        return Problem.of(code, sentence);
    }
}
