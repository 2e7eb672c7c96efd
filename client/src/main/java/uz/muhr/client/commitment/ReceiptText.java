package uz.muhr.client.commitment;

import com.google.gson.JsonObject;
import uz.muhr.protocol.commitment.Commitment;
import uz.muhr.protocol.commitment.CommitmentKind;
import uz.muhr.protocol.commitment.FieldsRoot;
import uz.muhr.protocol.commitment.Fingerprint;
import uz.muhr.protocol.commitment.Salt;
import uz.muhr.protocol.commitment.TargetHash;
import uz.muhr.protocol.hash.Hex32;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.identifier.DocumentNumber;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.identifier.TransactionId;
import uz.muhr.protocol.identifier.TypeCode;
import uz.muhr.protocol.json.LedgerTime;
import uz.muhr.protocol.json.Members;
import uz.muhr.protocol.json.StrictJson;
import uz.muhr.protocol.quantity.Quantity;
import uz.muhr.protocol.record.Validity;
import uz.muhr.protocol.refusal.Refusal;

/**
 * A receipt as a file, format 1. Its last member is a hash of all the others, so that a receipt that was damaged, even
 * by one digit, is told apart from a document that was altered.
 */
public final class ReceiptText {
    private static final int FORMAT = 1;
    private static final String WHAT = "The receipt";
    private static final CheckedText CHECKED = new CheckedText(WHAT, "muhr/receipt/1");

    private ReceiptText() {}

    public static String write(Receipt receipt) {
        return CHECKED.write(json(receipt));
    }

    /**
     * Reads a receipt.
     *
     * @throws Refusal MALFORMED_ARGUMENT when it is truncated, changed in any digit, or of another format
     */
    public static Receipt parse(String text) {
        Members members = StrictJson.object(WHAT, text);
        members.format(FORMAT);
        members.text("state");
        CommitmentKind kind = members.text("kind", CommitmentKind::parse);
        Receipt receipt = new Receipt(
                members.text("issuer", MspId::new),
                members.text("type", TypeCode::new),
                members.text("number", DocumentNumber::new),
                new Validity(members.optionalTime("validFrom"), members.optionalTime("validUntil")),
                Quantity.read(members),
                members.text("fingerprint", Fingerprint::new),
                binding(kind, members),
                members.optionalText("transaction", TransactionId::new)
                        .map(transaction -> new Place(transaction, members.integer("block"))));
        members.text("document", DocumentId::new);
        members.text("commitment", digits -> new Commitment(kind, digits));
        String check = members.text(CheckedText.CHECK, digits -> Hex32.check("The receipt's check", digits));
        members.end();
        if (!CHECKED.isWhole(text, check, json(receipt))) {
            throw Refusal.malformed(
                    "The receipt is damaged: its parts do not fit its check. Take the receipt as the issuer gave it.");
        }
        return receipt;
    }

    private static Binding binding(CommitmentKind kind, Members members) {
        return switch (kind) {
            case OPEN -> new Binding.Open();
            case SALTED -> new Binding.Salted(members.text("salt", Salt::new));
            case FIELDS ->
                new Binding.Fields(
                        members.text("salt", Salt::new),
                        new FieldsRoot(fieldCount(members.integer("fieldCount")), members.text("fieldsRoot")));
            case OPEN_ATTESTATION -> new Binding.Attested(members.text("targetHash", TargetHash::new));
        };
    }

    private static int fieldCount(long count) {
        if (count != (int) count) {
            throw Refusal.malformed("\"fieldCount\" of the receipt is larger than any document's number of fields.");
        }
        return (int) count;
    }

    private static void write(Binding binding, JsonObject json) {
        binding.salt().ifPresent(salt -> json.addProperty("salt", salt.hex()));
        if (binding instanceof Binding.Fields fields) {
            json.addProperty("fieldCount", fields.root().count());
            json.addProperty("fieldsRoot", fields.root().hex());
        } else if (binding instanceof Binding.Attested attested) {
            json.addProperty("targetHash", attested.target().hex());
        }
    }

    private static JsonObject json(Receipt receipt) {
        JsonObject json = new JsonObject();
        json.addProperty("format", FORMAT);
        json.addProperty("state", receipt.place().isPresent() ? "ANCHORED" : "PENDING");
        json.addProperty("issuer", receipt.issuer().value());
        json.addProperty("type", receipt.type().value());
        json.addProperty("number", receipt.number().value());
        receipt.validity().from().ifPresent(time -> json.addProperty("validFrom", LedgerTime.write(time)));
        receipt.validity().until().ifPresent(time -> json.addProperty("validUntil", LedgerTime.write(time)));
        receipt.quantity().ifPresent(quantity -> quantity.write(json));
        json.addProperty("document", receipt.documentId().hex());
        json.addProperty("kind", receipt.commitment().kind().text());
        json.addProperty("commitment", receipt.commitment().hex());
        json.addProperty("fingerprint", receipt.fingerprint().hex());
        write(receipt.binding(), json);
        receipt.place().ifPresent(place -> {
            json.addProperty("transaction", place.transaction().hex());
            json.addProperty("block", place.block());
        });
        return json;
    }
}
