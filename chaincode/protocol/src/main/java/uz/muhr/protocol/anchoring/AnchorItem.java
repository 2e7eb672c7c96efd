package uz.muhr.protocol.anchoring;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Optional;
import uz.muhr.protocol.commitment.Commitment;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.identifier.NumberDigest;
import uz.muhr.protocol.identifier.TypeCode;
import uz.muhr.protocol.json.Members;
import uz.muhr.protocol.quantity.Quantity;
import uz.muhr.protocol.record.Validity;

/**
 * One document that an issuer asks to have anchored. The issuer is not in it: it is whoever asks.
 *
 * @param quantity how much customs may write off it; absent for a document without limit
 */
public record AnchorItem(
        TypeCode type, NumberDigest number, Commitment commitment, Validity validity, Optional<Quantity> quantity) {
    /** The name it will have when this organisation anchors it. */
    public DocumentId documentId(MspId issuer) {
        return DocumentId.of(issuer, type, number);
    }

    JsonObject json() {
        JsonObject json = new JsonObject();
        commitment.write(json);
        json.addProperty("number", number.hex());
        quantity.ifPresent(limit -> limit.write(json));
        json.addProperty("type", type.value());
        validity.write(json);
        return json;
    }

    static AnchorItem read(JsonElement json) {
        Members members = Members.of("A document to anchor", json);
        AnchorItem item = new AnchorItem(
                members.text("type", TypeCode::new),
                members.text("number", NumberDigest::new),
                Commitment.read(members),
                Validity.read(members),
                Quantity.read(members));
        members.end();
        return item;
    }
}
