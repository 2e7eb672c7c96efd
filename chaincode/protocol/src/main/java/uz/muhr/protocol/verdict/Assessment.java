package uz.muhr.protocol.verdict;

import java.util.List;

/**
 * A verdict with its reasons.
 *
 * @param reasons all that apply, the decisive one first; empty for VALID
 */
public record Assessment(Verdict verdict, List<Reason> reasons) {
    public Assessment {
        reasons = List.copyOf(reasons);
    }

    /** What was asked could not be answered. */
    public static Assessment undetermined(Reason reason) {
        return new Assessment(Verdict.UNDETERMINED, List.of(reason));
    }
}
