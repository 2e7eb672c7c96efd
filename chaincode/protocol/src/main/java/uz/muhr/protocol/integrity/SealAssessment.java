package uz.muhr.protocol.integrity;

import java.util.Collection;
import java.util.List;

/**
 * A verdict on container seals with its reasons.
 *
 * @param reasons all that apply, the decisive one first; empty for INTACT
 */
public record SealAssessment(SealVerdict verdict, List<SealReason> reasons) {
    public SealAssessment {
        reasons = List.copyOf(reasons);
    }

    static SealAssessment of(Collection<SealReason> reasons) {
        List<SealReason> sorted = reasons.stream().distinct().sorted().toList();
        return new SealAssessment(
                sorted.isEmpty() ? SealVerdict.INTACT : sorted.get(0).verdict(), sorted);
    }
}
