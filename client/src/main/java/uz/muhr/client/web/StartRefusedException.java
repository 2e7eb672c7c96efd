package uz.muhr.client.web;

import java.io.Serial;

/** The client does not start, because what it was told to do would be wrong. */
final class StartRefusedException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String fault;
    private final String remedy;

    StartRefusedException(String fault, String remedy) {
        super(fault + " " + remedy);
        this.fault = fault;
        this.remedy = remedy;
    }

    /** What is wrong, in one sentence. */
    String fault() {
        return fault;
    }

    /** What to do, in one sentence. */
    String remedy() {
        return remedy;
    }
}
