package uz.muhr.proof.witness;

import java.io.Serial;

/** A check did not hold, so nobody witnesses anything. The message says what was expected and what was found. */
public final class UnwitnessedException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final WitnessCheck check;

    public UnwitnessedException(WitnessCheck check, String fault) {
        super(fault);
        this.check = check;
    }

    public UnwitnessedException(WitnessCheck check, String fault, Throwable cause) {
        super(fault, cause);
        this.check = check;
    }

    public WitnessCheck check() {
        return check;
    }
}
