package uz.muhr.protocol.integrity;

import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uz.muhr.protocol.consignment.ConsignmentEvent;
import uz.muhr.protocol.consignment.ConsignmentHistory;
import uz.muhr.protocol.consignment.ContainerCommitment;
import uz.muhr.protocol.consignment.SealReference;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;
import uz.muhr.protocol.seal.SealAct;
import uz.muhr.protocol.seal.SealEvent;
import uz.muhr.protocol.seal.SealHistory;

/** A consignment's verdict: the worst of its seals', and whether every container was under seal from its first seal on. */
public final class ConsignmentIntegrity {
    private ConsignmentIntegrity() {}

    /**
     * Of all seals of a consignment.
     *
     * @param seals the history of every seal that the consignment holds
     * @param at the time for which it is asked; absent for all that is known
     * @throws Refusal CORRUPT_RECORD when a seal's history is missing or its own is another's
     */
    public static SealAssessment of(
            ConsignmentHistory consignment, Map<SealReference, SealHistory> seals, Optional<Instant> at) {
        Set<SealReason> reasons = EnumSet.noneOf(SealReason.class);
        Map<ContainerCommitment, Optional<Instant>> coveredUntil = new HashMap<>();
        List<ConsignmentEvent> events = consignment.oldestFirst().stream()
                .filter(event ->
                        at.map(time -> !event.change().time().isAfter(time)).orElse(true))
                .toList();
        for (ConsignmentEvent event : events) {
            event.seal().ifPresent(reference -> {
                SealHistory history = historyOf(event, reference, seals);
                reasons.addAll(SealIntegrity.of(history, at).reasons());
                if (leavesGap(history, coveredUntil)) {
                    reasons.add(SealReason.UNSEALED_BETWEEN);
                }
                cover(history, at, coveredUntil);
            });
        }
        List<ContainerCommitment> containers = events.stream()
                .flatMap(event -> event.linked().containers().stream())
                .toList();
        if (containers.isEmpty()) {
            reasons.add(SealReason.NO_CONTAINER);
        }
        if (!coveredUntil.keySet().containsAll(containers)) {
            reasons.add(SealReason.CONTAINER_WITHOUT_SEAL);
        }
        return SealAssessment.of(reasons);
    }

    private static SealHistory historyOf(
            ConsignmentEvent event, SealReference reference, Map<SealReference, SealHistory> seals) {
        return Optional.ofNullable(seals.get(reference))
                .filter(history -> history.oldestFirst().get(0).change().equals(event.change())
                        && history.record().name().consignment().equals(event.consignment())
                        && history.record().name().seal().equals(reference))
                .orElseThrow(() -> new Refusal(
                        ErrorCode.CORRUPT_RECORD, "A container seal of the consignment has no history, or another's."));
    }

    /** A seal in another's place leaves none: both stand in one transaction. */
    private static boolean leavesGap(SealHistory seal, Map<ContainerCommitment, Optional<Instant>> coveredUntil) {
        SealAct.Affix affixed = seal.record().affixed();
        Instant begins = seal.record().began().time();
        return affixed.replaces().isEmpty()
                && Optional.ofNullable(coveredUntil.get(affixed.container()))
                        .flatMap(until -> until)
                        .map(until -> !begins.isBefore(until))
                        .orElse(false);
    }

    private static void cover(
            SealHistory seal, Optional<Instant> at, Map<ContainerCommitment, Optional<Instant>> coveredUntil) {
        Optional<Instant> end = SealIntegrity.upTo(seal, at).stream()
                .filter(event -> event.act() instanceof SealAct.Remove || event.act() instanceof SealAct.Replace)
                .map(SealEvent::change)
                .map(change -> change.time())
                .findFirst();
        coveredUntil.merge(
                seal.record().affixed().container(),
                end,
                (one, other) -> one.isEmpty() || other.isEmpty()
                        ? Optional.empty()
                        : Optional.of(one.get().isAfter(other.get()) ? one.get() : other.get()));
    }
}
