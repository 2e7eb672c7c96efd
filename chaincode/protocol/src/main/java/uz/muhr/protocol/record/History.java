package uz.muhr.protocol.record;

import com.google.gson.JsonObject;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.json.CanonicalJson;
import uz.muhr.protocol.json.Members;
import uz.muhr.protocol.json.StrictJson;
import uz.muhr.protocol.refusal.Refusal;

/** The answer of {@code document:history}: every version of one document. */
public record History(DocumentId document, Versions versions) {
    public String write() {
        JsonObject json = new JsonObject();
        json.addProperty("document", document.hex());
        json.add("versions", versions.json());
        return CanonicalJson.write(json);
    }

    /**
     * Reads what was written and checks the chain again.
     *
     * @throws Refusal MALFORMED_ARGUMENT or CORRUPT_RECORD
     */
    public static History parse(String text) {
        Members members = StrictJson.canonicalObject("The history", text);
        History history = new History(
                members.text("document", DocumentId::new), new Versions(members.list("versions", RecordText::read)));
        members.end();
        return history;
    }
}
