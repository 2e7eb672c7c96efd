package uz.muhr.proof.check;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A check did not hold, so nothing is proved. The message says what was expected and what was found. */
public final class UnprovenException extends CheckFailedException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final Check check;

    public UnprovenException(Check check, String fault) {
        this(check, fault, null);
    }

    public UnprovenException(Check check, String fault, @Nullable Throwable cause) {
        super(check, fault, cause);
        this.check = check;
    }

    public Check check() {
        return check;
    }
}
