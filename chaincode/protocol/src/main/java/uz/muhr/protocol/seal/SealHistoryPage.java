package uz.muhr.protocol.seal;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import uz.muhr.protocol.json.CanonicalJson;
import uz.muhr.protocol.json.Members;
import uz.muhr.protocol.json.StrictJson;
import uz.muhr.protocol.refusal.Refusal;

/**
 * The answer of {@code seal:history}: events of one container seal, newest first, without a gap. Pages joined down to event 1
 * are a {@link SealHistory}.
 *
 * @param newestFirst 1 to {@link #MOST}
 */
public record SealHistoryPage(SealName name, List<SealEvent> newestFirst) {
    /** How many events a page holds: most of them are readings, which are short. */
    public static final int MOST = 200;

    /**
     * Refuses what cannot be.
     *
     * @throws Refusal CORRUPT_RECORD when the events do not follow one another
     */
    public SealHistoryPage {
        newestFirst = List.copyOf(newestFirst);
        if (newestFirst.isEmpty() || newestFirst.size() > MOST) {
            throw SealHistory.broken("a page holds 1 to " + MOST + " events");
        }
        checkLinked(name, newestFirst);
    }

    /**
     * The page of a seal's events that begins with one of them.
     *
     * @param events newest first; the one above the page only vouches for the one below it
     * @throws Refusal CORRUPT_RECORD when the events do not follow one another
     */
    public static SealHistoryPage below(SealName name, List<SealEvent> events, long first) {
        checkLinked(name, events);
        return new SealHistoryPage(
                name, events.stream().filter(event -> event.sequence() <= first).toList());
    }

    private static void checkLinked(SealName name, List<SealEvent> events) {
        for (int i = 0; i < events.size(); i++) {
            boolean linked = i + 1 == events.size() || events.get(i).follows(events.get(i + 1));
            if (!linked || !events.get(i).name().equals(name)) {
                throw SealHistory.broken("event " + events.get(i).sequence() + " names another predecessor or seal");
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
        json.add("events", list);
        name.write(json);
        next().ifPresent(event -> json.addProperty("next", event));
        return CanonicalJson.write(json);
    }

    /**
     * Reads what was written and checks the chain again.
     *
     * @throws Refusal MALFORMED_ARGUMENT or CORRUPT_RECORD
     */
    public static SealHistoryPage parse(String text) {
        Members members = StrictJson.canonicalObject("The history of a container seal", text);
        SealHistoryPage page = new SealHistoryPage(SealName.read(members), members.list("events", SealEvent::read));
        Optional<Long> next = members.optionalInteger("next");
        members.end();
        if (!next.equals(page.next())) {
            throw SealHistory.broken("a page names another next event than it has");
        }
        return page;
    }
}
