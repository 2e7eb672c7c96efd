package uz.muhr.protocol.consignment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
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
            throw broken();
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

    /**
     * Reads page after page.
     *
     * @param page asks for the page that begins with an event; 0 asks for the newest
     * @throws Refusal CORRUPT_RECORD when pages are of another consignment or do not join
     */
    public static ConsignmentHistory read(ConsignmentId consignment, LongFunction<ConsignmentPage> page) {
        List<ConsignmentEvent> all = new ArrayList<>();
        Optional<Long> next = Optional.of(0L);
        while (next.isPresent()) {
            ConsignmentPage read = page.apply(next.get());
            if (!read.consignment().equals(consignment)
                    || (next.get() != 0 && read.newestFirst().get(0).sequence() != next.get())) {
                throw broken();
            }
            all.addAll(read.newestFirst());
            next = read.next();
        }
        Collections.reverse(all);
        return new ConsignmentHistory(all);
    }

    static Refusal broken() {
        return new Refusal(ErrorCode.CORRUPT_RECORD, "A consignment's events do not form a chain.");
    }
}
