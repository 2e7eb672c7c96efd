package uz.muhr.protocol.anchoring;

import com.google.gson.JsonObject;
import uz.muhr.protocol.commitment.Commitment;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.json.CanonicalJson;
import uz.muhr.protocol.json.Members;
import uz.muhr.protocol.json.StrictJson;
import uz.muhr.protocol.record.Validity;
import uz.muhr.protocol.refusal.Refusal;

/**
 * The argument of {@code document:reissue}: another content, with its validity, under the same number.
 *
 * @param expected the sequence of the record that it changes
 */
public record Reissue(DocumentId document, long expected, Commitment commitment, Validity validity) {
    public String write() {
        JsonObject json = new JsonObject();
        commitment.write(json);
        json.addProperty("document", document.hex());
        json.addProperty("sequence", expected);
        validity.write(json);
        return CanonicalJson.write(json);
    }

    /**
     * Reads what was written.
     *
     * @throws Refusal MALFORMED_ARGUMENT
     */
    public static Reissue parse(String text) {
        Members members = StrictJson.canonicalObject("The reissue", text);
        Reissue read = new Reissue(
                members.text("document", DocumentId::new),
                members.integer("sequence"),
                Commitment.read(members),
                Validity.read(members));
        members.end();
        return read;
    }
}
