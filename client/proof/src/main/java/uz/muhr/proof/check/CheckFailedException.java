package uz.muhr.proof.check;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A check did not hold. The message says what was expected and what was found. */
public abstract class CheckFailedException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final Enum<?> check;
    private final String fault;

    protected CheckFailedException(Enum<?> check, String fault, @Nullable Throwable cause) {
        super(fault, cause);
        this.check = check;
        this.fault = fault;
    }

    /** The check's name, as reports give it. */
    public String name() {
        return check.name();
    }

    /** The message. */
    public String fault() {
        return fault;
    }
}
