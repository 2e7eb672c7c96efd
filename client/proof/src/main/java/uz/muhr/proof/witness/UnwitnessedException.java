package uz.muhr.proof.witness;

import java.io.Serial;
import org.jspecify.annotations.Nullable;
import uz.muhr.proof.check.CheckFailedException;

/** A check did not hold, so nobody witnesses anything. The message says what was expected and what was found. */
public final class UnwitnessedException extends CheckFailedException {
    @Serial
    private static final long serialVersionUID = 1L;

    public UnwitnessedException(WitnessCheck check, String fault) {
        this(check, fault, null);
    }

    public UnwitnessedException(WitnessCheck check, String fault, @Nullable Throwable cause) {
        super(check, fault, cause);
    }
}
