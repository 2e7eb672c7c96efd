package uz.muhr.protocol.seal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

/**
 * Every event of one container seal, the chain of hashes checked, and that each is what the table allows after the one before.
 *
 * @param oldestFirst never empty
 */
public record SealHistory(List<SealEvent> oldestFirst) {
    /**
     * Refuses what cannot be.
     *
     * @throws Refusal CORRUPT_RECORD
     */
    public SealHistory {
        oldestFirst = List.copyOf(oldestFirst);
        if (oldestFirst.isEmpty()) {
            throw broken("it has no event");
        }
        records(oldestFirst);
    }

    /** What all events together make, which is what the ledger has to hold. */
    public SealRecord record() {
        List<SealRecord> all = records();
        return all.get(all.size() - 1);
    }

    /** What the events up to each of them make. */
    public List<SealRecord> records() {
        return records(oldestFirst);
    }

    private static List<SealRecord> records(List<SealEvent> events) {
        List<SealRecord> records = new ArrayList<>(List.of(SealRecord.of(events.get(0))));
        for (SealEvent event : events.subList(1, events.size())) {
            records.add(records.get(records.size() - 1).next(event));
        }
        return records;
    }

    /**
     * Reads page after page.
     *
     * @param page asks for the page that begins with an event; 0 asks for the newest
     * @throws Refusal CORRUPT_RECORD when pages are of another seal or do not join
     */
    public static SealHistory read(SealName name, LongFunction<SealHistoryPage> page) {
        List<SealEvent> all = new ArrayList<>();
        Optional<Long> next = Optional.of(0L);
        while (next.isPresent()) {
            SealHistoryPage read = page.apply(next.get());
            if (!read.name().equals(name)
                    || (next.get() != 0 && read.newestFirst().get(0).sequence() != next.get())) {
                throw broken("a page is not the one that was asked for");
            }
            all.addAll(read.newestFirst());
            next = read.next();
        }
        Collections.reverse(all);
        return new SealHistory(all);
    }

    /**
     * Whether an event is one that follows a record.
     *
     * @throws Refusal CORRUPT_RECORD when it is not
     */
    static void checkFollows(SealRecord record, SealEvent event) {
        if (!event.name().equals(record.name())) {
            throw broken("event " + event.sequence() + " is of another seal");
        }
        if (event.sequence() != record.sequence() + 1) {
            throw broken("event " + (record.sequence() + 1) + " is missing");
        }
        if (!event.previous().equals(Optional.of(record.head()))) {
            throw broken("event " + event.sequence() + " names another predecessor");
        }
        if (event.change().time().isBefore(record.changed().time())) {
            throw broken("event " + event.sequence() + " is timed before its predecessor");
        }
        boolean allowed = event.act().operation().from(record.state()).isPresent()
                && event.act().operation().by(Set.of(event.party())).isPresent()
                && isByParty(record, event);
        if (!allowed) {
            throw broken("event " + event.sequence() + " is nothing that the one before allows");
        }
    }

    /** Custody is on the ledger, so whether it was the holder or the receiver can be seen; authority is decided elsewhere. */
    private static boolean isByParty(SealRecord record, SealEvent event) {
        return switch (event.party()) {
            case HOLDER -> event.change().by().msp().equals(record.holder());
            case RECEIVER -> Optional.of(event.change().by().msp()).equals(record.offeredTo());
            case CUSTOMS, QUARANTINE, CREATOR -> true;
        };
    }

    static Refusal broken(String fault) {
        return new Refusal(ErrorCode.CORRUPT_RECORD, "A container seal's events do not form a chain: " + fault + ".");
    }
}
