package uz.muhr.protocol.anchoring;

import com.google.gson.JsonObject;
import uz.muhr.protocol.commitment.Commitment;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.identifier.NumberDigest;
import uz.muhr.protocol.json.CanonicalJson;
import uz.muhr.protocol.json.Members;
import uz.muhr.protocol.json.StrictJson;
import uz.muhr.protocol.record.DocumentRecord;
import uz.muhr.protocol.record.Validity;
import uz.muhr.protocol.refusal.Refusal;

/**
 * The argument of {@code document:replace}: a new number of the same issuer and type takes a document's place. It has no
 * quantity: what is left of the old one's is inherited.
 *
 * @param expected the sequence of the record that is replaced
 */
public record Replacement(
        DocumentId document, long expected, NumberDigest number, Commitment commitment, Validity validity) {
    /** The name that the new document has. */
    public DocumentId successor(DocumentRecord replaced) {
        return DocumentId.of(replaced.issuer(), replaced.type(), number);
    }

    public String write() {
        JsonObject json = new JsonObject();
        commitment.write(json);
        json.addProperty("document", document.hex());
        json.addProperty("number", number.hex());
        json.addProperty("sequence", expected);
        validity.write(json);
        return CanonicalJson.write(json);
    }

    /**
     * Reads what was written.
     *
     * @throws Refusal MALFORMED_ARGUMENT
     */
    public static Replacement parse(String text) {
        Members members = StrictJson.canonicalObject("The replacement", text);
        Replacement read = new Replacement(
                members.text("document", DocumentId::new),
                members.integer("sequence"),
                members.text("number", NumberDigest::new),
                Commitment.read(members),
                Validity.read(members));
        members.end();
        return read;
    }
}
