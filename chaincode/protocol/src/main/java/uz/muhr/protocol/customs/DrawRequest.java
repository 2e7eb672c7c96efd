package uz.muhr.protocol.customs;

import com.google.gson.JsonObject;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.json.CanonicalJson;
import uz.muhr.protocol.json.Members;
import uz.muhr.protocol.json.StrictJson;
import uz.muhr.protocol.quantity.Quantity;
import uz.muhr.protocol.refusal.Refusal;

/**
 * The argument of {@code document:draw}: how much a line of a declaration writes off a document.
 *
 * @param line 1 to 99999
 */
public record DrawRequest(DocumentId document, DeclarationCommitment declaration, long line, Quantity quantity) {
    private static final long LAST_LINE = 99_999;

    /**
     * Refuses what cannot be.
     *
     * @throws Refusal MALFORMED_ARGUMENT when there can be no such line
     */
    public DrawRequest {
        if (line < 1 || line > LAST_LINE) {
            throw Refusal.malformed("A declaration's line has to be 1 to " + LAST_LINE + "; it is " + line + ".");
        }
    }

    /** The name it has when this organisation draws. */
    public DrawId id(MspId drawer) {
        return DrawId.of(drawer, declaration, line);
    }

    public String write() {
        JsonObject json = new JsonObject();
        json.addProperty("declaration", declaration.hex());
        json.addProperty("document", document.hex());
        json.addProperty("line", line);
        quantity.write(json);
        return CanonicalJson.write(json);
    }

    /**
     * Reads what was written.
     *
     * @throws Refusal MALFORMED_ARGUMENT
     */
    public static DrawRequest parse(String text) {
        Members members = StrictJson.canonicalObject("The draw", text);
        DrawRequest read = new DrawRequest(
                members.text("document", DocumentId::new),
                members.text("declaration", DeclarationCommitment::new),
                members.integer("line"),
                Quantity.required(members));
        members.end();
        return read;
    }
}
