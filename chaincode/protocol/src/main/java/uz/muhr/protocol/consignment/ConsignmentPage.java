package uz.muhr.protocol.consignment;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import uz.muhr.protocol.json.CanonicalJson;
import uz.muhr.protocol.json.Members;
import uz.muhr.protocol.json.StrictJson;
import uz.muhr.protocol.refusal.Refusal;

/**
 * The answer of {@code seal:links}: events of one consignment, newest first, without a gap. Pages joined down to event 1 are a
 * {@link ConsignmentHistory}.
 *
 * @param newestFirst 1 to {@link #MOST}
 */
public record ConsignmentPage(ConsignmentId consignment, List<ConsignmentEvent> newestFirst) {
    /** How many events a page holds. */
    public static final int MOST = 50;

    /**
     * Refuses what cannot be.
     *
     * @throws Refusal CORRUPT_RECORD when the events do not follow one another
     */
    public ConsignmentPage {
        newestFirst = List.copyOf(newestFirst);
        if (newestFirst.isEmpty() || newestFirst.size() > MOST) {
            throw ConsignmentHistory.broken();
        }
        checkLinked(consignment, newestFirst);
    }

    /**
     * The page of a consignment's events that begins with one of them.
     *
     * @param events newest first; the one above the page only vouches for the one below it
     * @throws Refusal CORRUPT_RECORD when the events do not follow one another
     */
    public static ConsignmentPage below(ConsignmentId consignment, List<ConsignmentEvent> events, long first) {
        checkLinked(consignment, events);
        return new ConsignmentPage(
                consignment,
                events.stream().filter(event -> event.sequence() <= first).toList());
    }

    private static void checkLinked(ConsignmentId consignment, List<ConsignmentEvent> events) {
        for (int i = 0; i < events.size(); i++) {
            boolean linked = i + 1 == events.size() || events.get(i).follows(events.get(i + 1));
            if (!linked || !events.get(i).consignment().equals(consignment)) {
                throw ConsignmentHistory.broken();
            }
        }
    }

    /** The event with which the next page begins; absent on the last. */
    public Optional<Long> next() {
        long below = newestFirst.get(newestFirst.size() - 1).sequence() - 1;
        return below == 0 ? Optional.empty() : Optional.of(below);
    }

    public String write() {
        JsonArray list = new JsonArray();
        newestFirst.forEach(event -> list.add(event.json()));
        JsonObject json = new JsonObject();
        json.addProperty("consignment", consignment.hex());
        json.add("events", list);
        next().ifPresent(event -> json.addProperty("next", event));
        return CanonicalJson.write(json);
    }

    /**
     * Reads what was written and checks the chain again.
     *
     * @throws Refusal MALFORMED_ARGUMENT or CORRUPT_RECORD
     */
    public static ConsignmentPage parse(String text) {
        Members members = StrictJson.canonicalObject("The history of a consignment", text);
        ConsignmentPage page = new ConsignmentPage(
                members.text("consignment", ConsignmentId::new), members.list("events", ConsignmentEvent::read));
        Optional<Long> next = members.optionalInteger("next");
        members.end();
        if (!next.equals(page.next())) {
            throw ConsignmentHistory.broken();
        }
        return page;
    }
}
