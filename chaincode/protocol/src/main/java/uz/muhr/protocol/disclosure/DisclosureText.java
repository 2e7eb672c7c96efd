package uz.muhr.protocol.disclosure;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import uz.muhr.protocol.commitment.Commitment;
import uz.muhr.protocol.commitment.CommitmentKind;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.json.CanonicalJson;
import uz.muhr.protocol.json.Members;
import uz.muhr.protocol.json.StrictJson;
import uz.muhr.protocol.refusal.Refusal;

/** A disclosure as a file: canonical JSON (RFC 8785) of format 1. */
public final class DisclosureText {
    /** The media type, which also stands in the file, so that it is known among other files. */
    public static final String MEDIA_TYPE = "application/vnd.muhr.disclosure+json";

    /** The most characters there may be. */
    public static final int LONGEST = 1 << 24;

    private static final int FORMAT = 1;
    private static final String WHAT = "The disclosure";

    private DisclosureText() {}

    public static String write(Disclosure disclosure) {
        JsonObject json = new JsonObject();
        json.addProperty("format", FORMAT);
        json.addProperty("media", MEDIA_TYPE);
        json.addProperty("document", disclosure.document().hex());
        json.addProperty("commitment", disclosure.commitment().hex());
        json.addProperty("file", disclosure.file());
        json.addProperty("count", disclosure.count());
        JsonArray fields = new JsonArray();
        disclosure.shown().forEach((index, field) -> {
            JsonObject item = new JsonObject();
            item.addProperty("index", index);
            field.write(item);
            fields.add(item);
        });
        json.add("fields", fields);
        JsonArray hidden = new JsonArray();
        disclosure.hidden().forEach(hidden::add);
        json.add("hidden", hidden);
        return CanonicalJson.write(json);
    }

    /**
     * Reads what was written.
     *
     * @throws Refusal MALFORMED_ARGUMENT when it is another text, or does not hold
     */
    public static Disclosure parse(String text) {
        Members members = StrictJson.canonicalObject(WHAT, text, LONGEST);
        members.format(FORMAT);
        String media = members.text("media");
        if (!media.equals(MEDIA_TYPE)) {
            throw Refusal.malformed(WHAT + "'s \"media\" has to be " + MEDIA_TYPE + "; it is not.");
        }
        List<Indexed> fields = members.list("fields", DisclosureText::field);
        SortedMap<Integer, SaltedField> shown = new TreeMap<>();
        int before = -1;
        for (Indexed field : fields) {
            DisclosureRule.FIELD_ORDER.require(
                    field.index > before, "its fields are not in the order of their places, each once");
            shown.put(field.index, field.field);
            before = field.index;
        }
        Disclosure disclosure = new Disclosure(
                members.text("document", DocumentId::new),
                new Commitment(CommitmentKind.FIELDS, members.text("commitment")),
                members.text("file"),
                whole(members.integer("count")),
                shown,
                members.list("hidden", item -> Members.text("A hash of hidden fields", item, hash -> hash)));
        members.end();
        return disclosure;
    }

    private record Indexed(int index, SaltedField field) {}

    private static Indexed field(JsonElement json) {
        Members members = Members.of("A field of the disclosure", json);
        Indexed field = new Indexed(whole(members.integer("index")), SaltedField.read(members));
        members.end();
        return field;
    }

    private static int whole(long number) {
        DisclosureRule.INDEX_IN_RANGE.require(
                number == (int) number, "a number in it is larger than any document's number of fields");
        return (int) number;
    }
}
