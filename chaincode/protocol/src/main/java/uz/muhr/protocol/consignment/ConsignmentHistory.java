package uz.muhr.protocol.consignment;

import java.util.List;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

/**
 * Every event of one consignment, the chain of hashes checked.
 *
 * @param oldestFirst never empty
 */
public record ConsignmentHistory(List<ConsignmentEvent> oldestFirst) {
    /**
     * Refuses what cannot be.
     *
     * @throws Refusal CORRUPT_RECORD when they form no chain from the first event on
     */
    public ConsignmentHistory {
        oldestFirst = List.copyOf(oldestFirst);
        if (oldestFirst.isEmpty()) {
            throw new Refusal(ErrorCode.CORRUPT_RECORD, "A consignment has no event.");
        }
        record(oldestFirst);
    }

    /** What all events together make, which is what the ledger has to hold. */
    public ConsignmentRecord record() {
        return record(oldestFirst);
    }

    private static ConsignmentRecord record(List<ConsignmentEvent> events) {
        ConsignmentRecord record = ConsignmentRecord.first(events.get(0));
        for (ConsignmentEvent event : events.subList(1, events.size())) {
            record = record.next(event);
        }
        return record;
    }
}
