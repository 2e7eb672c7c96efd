package uz.muhr.protocol.integrity;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uz.muhr.protocol.freight.SealCondition;
import uz.muhr.protocol.seal.SealAct;
import uz.muhr.protocol.seal.SealEvent;
import uz.muhr.protocol.seal.SealHistory;
import uz.muhr.protocol.seal.SealParty;
import uz.muhr.protocol.seal.SealRecord;
import uz.muhr.protocol.seal.SealState;

/**
 * The one place where a container seal's events become a verdict. At a time T it follows from the events vouched up to T, so
 * what comes late, whatever time it claims, never changes an earlier verdict. What was once found against a seal stands.
 */
public final class SealIntegrity {
    private SealIntegrity() {}

    /**
     * Of one seal.
     *
     * @param at the time for which it is asked; absent for all that is known
     */
    public static SealAssessment of(SealHistory history, Optional<Instant> at) {
        List<SealEvent> events = upTo(history, at);
        if (events.isEmpty()) {
            return SealAssessment.of(List.of(SealReason.NOT_YET_AFFIXED));
        }
        List<SealRecord> records = history.records();
        Set<SealReason> reasons = EnumSet.noneOf(SealReason.class);
        Optional<Instant> broken = Optional.empty();
        for (int i = 1; i < events.size(); i++) {
            SealEvent event = events.get(i);
            against(event, records.get(i - 1), broken).ifPresent(reasons::add);
            if (event.act() instanceof SealAct.Break) {
                broken = Optional.of(claimedOr(event));
            }
        }
        if (records.get(events.size() - 1).state() == SealState.OFFERED) {
            reasons.add(SealReason.NOT_ACCEPTED);
        }
        return SealAssessment.of(reasons);
    }

    /** The events vouched up to a time. */
    static List<SealEvent> upTo(SealHistory history, Optional<Instant> at) {
        return history.oldestFirst().stream()
                .filter(event ->
                        at.map(time -> !event.change().time().isAfter(time)).orElse(true))
                .toList();
    }

    /**
     * What an event says against its seal.
     *
     * @param before the seal as the event found it
     * @param broken when an authority broke it
     */
    private static Optional<SealReason> against(SealEvent event, SealRecord before, Optional<Instant> broken) {
        boolean whole = before.state() != SealState.BROKEN;
        return switch (event.act().operation()) {
            case INSPECT ->
                event.act() instanceof SealAct.Inspect inspect && whole ? found(inspect.condition()) : Optional.empty();
            case REPORT ->
                event.act() instanceof SealAct.Report report && whole ? found(report.condition()) : Optional.empty();
            case READ ->
                event.act() instanceof SealAct.Read read && read.opened() && isBefore(event, broken)
                        ? Optional.of(SealReason.READ_OPENED)
                        : Optional.empty();
            case BREAK -> Optional.of(by(event.party()));
            case REPLACE -> whole ? Optional.of(by(event.party())) : Optional.empty();
            case AFFIX, HAND_OVER, ACCEPT, DECLINE, WITHDRAW, REMOVE -> Optional.empty();
        };
    }

    private static SealReason by(SealParty party) {
        return switch (party) {
            case CUSTOMS -> SealReason.BROKEN_BY_CUSTOMS;
            case QUARANTINE -> SealReason.BROKEN_BY_QUARANTINE;
            case RECEIVER, HOLDER, CREATOR -> SealReason.REPLACED_BY_HOLDER;
        };
    }

    private static Optional<SealReason> found(SealCondition condition) {
        return switch (condition) {
            case RIGHT -> Optional.empty();
            case DAMAGED -> Optional.of(SealReason.FOUND_DAMAGED);
            case MISSING -> Optional.of(SealReason.FOUND_MISSING);
            case BROKEN -> Optional.of(SealReason.FOUND_BROKEN);
            case FAULTY_ELECTRONIC_SEAL -> Optional.of(SealReason.FOUND_FAULTY);
        };
    }

    /** A device that sends late what it saw early is believed against its seal, as far as clocks agree. */
    private static boolean isBefore(SealEvent reading, Optional<Instant> broken) {
        return broken.map(time -> claimedOr(reading).isBefore(time.minus(SealRecord.MOST_SKEW)))
                .orElse(true);
    }

    private static Instant claimedOr(SealEvent event) {
        return event.circumstances()
                .claimed()
                .filter(claim -> claim.isBefore(event.change().time()))
                .orElse(event.change().time());
    }
}
