package uz.muhr.proof.check;

import java.util.List;

/**
 * A check that held.
 *
 * @param vouchedBy whom one has to believe for it; sorted
 */
public record CheckMade(Check check, List<String> vouchedBy) {
    public CheckMade {
        vouchedBy = List.copyOf(vouchedBy);
    }
}
