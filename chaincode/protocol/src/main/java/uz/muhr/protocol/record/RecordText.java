package uz.muhr.protocol.record;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import uz.muhr.protocol.commitment.Commitment;
import uz.muhr.protocol.hash.DomainHash;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.identifier.TypeCode;
import uz.muhr.protocol.json.CanonicalJson;
import uz.muhr.protocol.json.Members;
import uz.muhr.protocol.json.StrictJson;
import uz.muhr.protocol.quantity.Quantity;
import uz.muhr.protocol.refusal.Refusal;

/** A record as the ledger stores it: canonical JSON of format 1. The golden files of the tests are the contract. */
public final class RecordText {
    private static final int FORMAT = 1;
    private static final String WHAT = "A document record";

    private RecordText() {}

    public static String write(DocumentRecord record) {
        return CanonicalJson.write(json(record));
    }

    public static JsonObject json(DocumentRecord record) {
        JsonObject json = new JsonObject();
        json.addProperty("format", FORMAT);
        json.addProperty("type", record.type().value());
        json.addProperty("issuer", record.issuer().value());
        record.commitment().write(json);
        record.validity().write(json);
        record.quantity().ifPresent(quantity -> quantity.write(json));
        json.addProperty("status", record.status().name());
        record.reason().ifPresent(reason -> json.addProperty("reason", reason.text()));
        record.replaces().ifPresent(id -> json.addProperty("replaces", id.hex()));
        record.replacedBy().ifPresent(id -> json.addProperty("replacedBy", id.hex()));
        json.addProperty("sequence", record.sequence());
        record.predecessor().ifPresent(hash -> json.addProperty("predecessor", hash.hex()));
        json.addProperty("authority", record.authority());
        json.add("anchored", record.anchored().json());
        json.add("changed", record.changed().json());
        return json;
    }

    /**
     * Reads what was written.
     *
     * @throws Refusal MALFORMED_ARGUMENT or CORRUPT_RECORD
     */
    public static DocumentRecord parse(String text) {
        return read(StrictJson.canonicalObject(WHAT, text));
    }

    /**
     * Reads what was written.
     *
     * @throws Refusal MALFORMED_ARGUMENT or CORRUPT_RECORD
     */
    public static DocumentRecord read(JsonElement json) {
        return read(Members.of(WHAT, json));
    }

    private static DocumentRecord read(Members members) {
        members.format(FORMAT);
        DocumentRecord record = new DocumentRecord(
                members.text("type", TypeCode::new),
                members.text("issuer", MspId::new),
                Commitment.read(members),
                Validity.read(members),
                Quantity.read(members),
                members.text("status", DocumentStatus::parse),
                members.optionalText("reason", RevocationReason::parse),
                members.optionalText("replaces", DocumentId::new),
                members.optionalText("replacedBy", DocumentId::new),
                members.integer("sequence"),
                members.optionalText("predecessor", RecordHash::new),
                members.integer("authority"),
                Change.read(members.object("anchored")),
                Change.read(members.object("changed")));
        members.end();
        return record;
    }

    /** The hash by which the next version names this one. */
    public static RecordHash hash(DocumentRecord record) {
        return new RecordHash(DomainHash.of("muhr/record/1", write(record).getBytes(StandardCharsets.UTF_8)));
    }
}
