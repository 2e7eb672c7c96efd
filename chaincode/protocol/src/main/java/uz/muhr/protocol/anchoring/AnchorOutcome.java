package uz.muhr.protocol.anchoring;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.json.CanonicalJson;
import uz.muhr.protocol.json.Members;
import uz.muhr.protocol.json.StrictJson;
import uz.muhr.protocol.refusal.Refusal;

/** What became of one document of a list. */
public sealed interface AnchorOutcome {
    DocumentId documentId();

    /** It is on the ledger once the transaction is committed as valid. */
    record Anchored(DocumentId documentId) implements AnchorOutcome {}

    /** It is not; the rest of the list is not touched by that. */
    record Refused(DocumentId documentId, Refusal refusal) implements AnchorOutcome {}

    /** The answer of {@code document:anchor}, in the order of the list. */
    static String write(List<AnchorOutcome> outcomes) {
        JsonArray list = new JsonArray();
        for (AnchorOutcome outcome : outcomes) {
            JsonObject json = new JsonObject();
            json.addProperty("documentId", outcome.documentId().hex());
            if (outcome instanceof Refused refused) {
                json.addProperty("refused", refused.refusal().getMessage());
            }
            list.add(json);
        }
        JsonObject json = new JsonObject();
        json.add("outcomes", list);
        return CanonicalJson.write(json);
    }

    /**
     * Reads what was written.
     *
     * @throws Refusal MALFORMED_ARGUMENT
     */
    static List<AnchorOutcome> parse(String text) {
        Members members = StrictJson.canonicalObject("The answer to a list of documents", text);
        List<AnchorOutcome> outcomes = members.list("outcomes", AnchorOutcome::read);
        members.end();
        return outcomes;
    }

    private static AnchorOutcome read(JsonElement json) {
        Members members = Members.of("An outcome", json);
        DocumentId id = members.text("documentId", DocumentId::new);
        AnchorOutcome outcome = members.optionalText("refused", AnchorOutcome::refusal)
                .<AnchorOutcome>map(refusal -> new Refused(id, refusal))
                .orElseGet(() -> new Anchored(id));
        members.end();
        return outcome;
    }

    private static Refusal refusal(String message) {
        return Refusal.parse(message)
                .orElseThrow(() -> Refusal.malformed("An outcome is refused with a code this version does not know."));
    }
}
