package uz.muhr.client.voyage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import uz.muhr.protocol.consignment.ConsignmentEvent;
import uz.muhr.protocol.consignment.ConsignmentHistory;
import uz.muhr.protocol.consignment.ConsignmentRecord;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;
import uz.muhr.protocol.seal.SealEvent;
import uz.muhr.protocol.seal.SealHistory;

/** Chains as they were at a time: without the events that were vouched for later. */
final class Then {
    private Then() {}

    /**
     * A consignment as it was.
     *
     * @throws Refusal UNKNOWN_CONSIGNMENT when it was opened later
     */
    static ConsignmentRecord record(ConsignmentHistory history, Optional<Instant> at) {
        List<ConsignmentEvent> events = history.oldestFirst().stream()
                .filter(event -> known(event.change().time(), at))
                .toList();
        if (events.isEmpty()) {
            throw new Refusal(
                    ErrorCode.UNKNOWN_CONSIGNMENT,
                    "The consignment was opened at " + history.record().opened().time() + ", after the time asked.");
        }
        return new ConsignmentHistory(events).record();
    }

    /** A seal's history as it was; empty when it was not affixed yet. */
    static Optional<SealHistory> history(Optional<SealHistory> history, Optional<Instant> at) {
        return history.map(known -> known.oldestFirst().stream()
                        .filter(event -> known(event.change().time(), at))
                        .toList())
                .filter(events -> !events.isEmpty())
                .map((List<SealEvent> events) -> new SealHistory(events));
    }

    private static boolean known(Instant vouched, Optional<Instant> at) {
        return at.map(time -> !vouched.isAfter(time)).orElse(true);
    }
}
