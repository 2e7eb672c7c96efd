package uz.muhr.proof.check;

import java.io.Serial;

/** A check did not hold, so nothing is proved. The message says what was expected and what was found. */
public final class UnprovenException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final Check check;

    public UnprovenException(Check check, String fault) {
        super(fault);
        this.check = check;
    }

    public UnprovenException(Check check, String fault, Throwable cause) {
        super(fault, cause);
        this.check = check;
    }

    public Check check() {
        return check;
    }
}
