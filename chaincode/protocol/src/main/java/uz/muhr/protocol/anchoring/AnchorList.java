package uz.muhr.protocol.anchoring;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import uz.muhr.protocol.json.CanonicalJson;
import uz.muhr.protocol.json.Members;
import uz.muhr.protocol.json.StrictJson;
import uz.muhr.protocol.refusal.Refusal;

/** The argument of {@code document:anchor}: 1 to 500 documents that share one transaction. */
public record AnchorList(List<AnchorItem> items) {
    public static final int MOST = 500;

    /**
     * Refuses what cannot be.
     *
     * @throws Refusal MALFORMED_ARGUMENT
     */
    public AnchorList {
        items = List.copyOf(items);
        if (items.isEmpty() || items.size() > MOST) {
            throw Refusal.malformed("A list has to hold 1 to " + MOST + " documents; it holds " + items.size() + ".");
        }
    }

    public String write() {
        JsonArray list = new JsonArray();
        items.forEach(item -> list.add(item.json()));
        JsonObject json = new JsonObject();
        json.add("documents", list);
        return CanonicalJson.write(json);
    }

    /**
     * Reads what was written.
     *
     * @throws Refusal MALFORMED_ARGUMENT for the whole list when one item is malformed: the caller's software errs
     */
    public static AnchorList parse(String text) {
        Members members = StrictJson.canonicalObject("The list of documents", text);
        AnchorList list = new AnchorList(members.list("documents", AnchorItem::read));
        members.end();
        return list;
    }
}
