package uz.muhr.protocol.sealing;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import uz.muhr.protocol.consignment.SealEventId;
import uz.muhr.protocol.json.CanonicalJson;
import uz.muhr.protocol.json.Members;
import uz.muhr.protocol.json.StrictJson;
import uz.muhr.protocol.refusal.Refusal;

/** What became of one observation of a list. */
public sealed interface Observed {
    SealEventId id();

    /** It is this event of its seal once the transaction is committed as valid. */
    record Recorded(SealEventId id, long sequence) implements Observed {}

    /** It was this event of its seal before. */
    record AlreadyRecorded(SealEventId id, long sequence) implements Observed {}

    /** It is no event; the rest of the list is not touched by that. */
    record Refused(SealEventId id, Refusal refusal) implements Observed {}

    /** The answer of {@code seal:observe}, in the order of the list. */
    static String write(List<Observed> outcomes) {
        JsonArray list = new JsonArray();
        outcomes.forEach(outcome -> list.add(json(outcome)));
        JsonObject json = new JsonObject();
        json.add("outcomes", list);
        return CanonicalJson.write(json);
    }

    private static JsonObject json(Observed outcome) {
        JsonObject json = new JsonObject();
        json.addProperty("id", outcome.id().hex());
        if (outcome instanceof Recorded recorded) {
            json.addProperty("outcome", "RECORDED");
            json.addProperty("sequence", recorded.sequence());
        } else if (outcome instanceof AlreadyRecorded recorded) {
            json.addProperty("outcome", "ALREADY_RECORDED");
            json.addProperty("sequence", recorded.sequence());
        } else if (outcome instanceof Refused refused) {
            json.addProperty("outcome", "REFUSED");
            json.addProperty("refused", refused.refusal().getMessage());
        }
        return json;
    }

    /**
     * Reads what was written.
     *
     * @throws Refusal MALFORMED_ARGUMENT
     */
    static List<Observed> parse(String text) {
        Members members = StrictJson.canonicalObject("The answer to a list of observations", text);
        List<Observed> outcomes = members.list("outcomes", Observed::read);
        members.end();
        return outcomes;
    }

    private static Observed read(JsonElement json) {
        Members members = Members.of("An outcome", json);
        SealEventId id = members.text("id", SealEventId::new);
        Observed outcome =
                switch (members.text("outcome")) {
                    case "RECORDED" -> new Recorded(id, members.integer("sequence"));
                    case "ALREADY_RECORDED" -> new AlreadyRecorded(id, members.integer("sequence"));
                    case "REFUSED" -> new Refused(id, members.text("refused", Observed::refusal));
                    default -> throw Refusal.malformed("An outcome of this name is not known to this version.");
                };
        members.end();
        return outcome;
    }

    private static Refusal refusal(String message) {
        Optional<Refusal> known = Refusal.parse(message);
        return known.orElseThrow(
                () -> Refusal.malformed("An outcome is refused with a code this version does not know."));
    }
}
