package uz.muhr.protocol.record;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.json.CanonicalJson;
import uz.muhr.protocol.json.Members;
import uz.muhr.protocol.json.StrictJson;
import uz.muhr.protocol.refusal.Refusal;

/**
 * The answer of {@code document:find}: the documents that hold or held a content.
 *
 * @param documents at most {@link #MOST}, none twice
 * @param more whether there are more than an answer holds
 */
public record FoundDocuments(List<DocumentId> documents, boolean more) {
    /** How many documents of one content an answer holds. */
    public static final int MOST = 50;

    public FoundDocuments {
        documents = List.copyOf(documents);
        if (documents.size() > MOST || documents.stream().distinct().count() < documents.size()) {
            throw Refusal.malformed("The documents found have to be at most " + MOST + ", none twice.");
        }
    }

    public String write() {
        JsonArray list = new JsonArray();
        documents.forEach(id -> list.add(id.hex()));
        JsonObject json = new JsonObject();
        json.add("documents", list);
        json.addProperty("more", more);
        return CanonicalJson.write(json);
    }

    /**
     * Reads what was written.
     *
     * @throws Refusal MALFORMED_ARGUMENT
     */
    public static FoundDocuments parse(String text) {
        Members members = StrictJson.canonicalObject("The documents found", text);
        FoundDocuments found =
                new FoundDocuments(members.list("documents", FoundDocuments::documentId), members.flag("more"));
        members.end();
        return found;
    }

    private static DocumentId documentId(JsonElement json) {
        return Members.text("A document's id", json, DocumentId::new);
    }
}
