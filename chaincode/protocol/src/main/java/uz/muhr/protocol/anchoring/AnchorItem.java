package uz.muhr.protocol.anchoring;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import uz.muhr.protocol.commitment.Commitment;
import uz.muhr.protocol.commitment.CommitmentKind;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.identifier.NumberDigest;
import uz.muhr.protocol.identifier.TypeCode;
import uz.muhr.protocol.json.LedgerTime;
import uz.muhr.protocol.json.Members;
import uz.muhr.protocol.record.Validity;

/** One document that an issuer asks to have anchored. The issuer is not in it: it is whoever asks. */
public record AnchorItem(TypeCode type, NumberDigest number, Commitment commitment, Validity validity) {
    /** The name it will have when this organisation anchors it. */
    public DocumentId documentId(MspId issuer) {
        return DocumentId.of(issuer, type, number);
    }

    JsonObject json() {
        JsonObject json = new JsonObject();
        json.addProperty("commitment", commitment.hex());
        json.addProperty("kind", commitment.kind().text());
        json.addProperty("number", number.hex());
        json.addProperty("type", type.value());
        validity.from().ifPresent(time -> json.addProperty("validFrom", LedgerTime.write(time)));
        validity.until().ifPresent(time -> json.addProperty("validUntil", LedgerTime.write(time)));
        return json;
    }

    static AnchorItem read(JsonElement json) {
        Members members = Members.of("A document to anchor", json);
        AnchorItem item = new AnchorItem(
                members.text("type", TypeCode::new),
                members.text("number", NumberDigest::new),
                new Commitment(members.text("kind", CommitmentKind::parse), members.text("commitment")),
                new Validity(members.optionalTime("validFrom"), members.optionalTime("validUntil")));
        members.end();
        return item;
    }
}
