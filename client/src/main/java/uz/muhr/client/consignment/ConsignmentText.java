package uz.muhr.client.consignment;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.function.Function;
import uz.muhr.client.commitment.CheckedText;
import uz.muhr.client.commitment.Place;
import uz.muhr.protocol.commitment.Commitment;
import uz.muhr.protocol.commitment.CommitmentKind;
import uz.muhr.protocol.consignment.ConsignmentId;
import uz.muhr.protocol.consignment.ConsignmentSecret;
import uz.muhr.protocol.freight.ContainerNumber;
import uz.muhr.protocol.freight.SealManufacturer;
import uz.muhr.protocol.freight.SealNumber;
import uz.muhr.protocol.freight.Ucr;
import uz.muhr.protocol.hash.Hex32;
import uz.muhr.protocol.identifier.DocumentNumber;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.identifier.TransactionId;
import uz.muhr.protocol.identifier.TypeCode;
import uz.muhr.protocol.json.Members;
import uz.muhr.protocol.json.StrictJson;
import uz.muhr.protocol.refusal.Refusal;

/**
 * A consignment's receipt as a file, format 1. Its last member is a hash of all the others, so that one that was damaged,
 * even by one digit, is not taken for another.
 */
public final class ConsignmentText {
    private static final String WHAT = "The consignment's receipt";
    private static final int FORMAT = 1;
    private static final CheckedText CHECKED = new CheckedText(WHAT, "muhr/consignment-receipt/1");

    private ConsignmentText() {}

    public static String write(ConsignmentReceipt receipt) {
        return CHECKED.write(json(receipt));
    }

    /**
     * Reads a receipt.
     *
     * @throws Refusal MALFORMED_ARGUMENT when it is truncated, changed in any digit, or of another format
     */
    public static ConsignmentReceipt parse(String text) {
        Members members = StrictJson.object(WHAT, text);
        members.format(FORMAT);
        members.text("state");
        ConsignmentReceipt receipt = new ConsignmentReceipt(
                members.text("opener", MspId::new),
                members.text("secret", ConsignmentSecret::new),
                members.optionalText("ucr", Ucr::new),
                members.list("containers", item -> Members.text("A container", item, ContainerNumber::new)),
                members.list("documents", ConsignmentText::document),
                members.list("seals", ConsignmentText::seal),
                members.list("places", item -> Members.text("A place", item, uz.muhr.protocol.freight.Place::new)),
                members.optionalText("transaction", TransactionId::new)
                        .map(transaction -> new Place(transaction, members.integer("block"))));
        members.text("consignment", ConsignmentId::new);
        String check = members.text(
                CheckedText.CHECK, digits -> Hex32.check("The check of the consignment's receipt", digits));
        members.end();
        if (!CHECKED.isWhole(text, check, json(receipt))) {
            throw Refusal.malformed(
                    WHAT
                            + " is damaged: its parts do not fit its check. Take a copy from another party of the consignment.");
        }
        return receipt;
    }

    private static JsonObject json(ConsignmentReceipt receipt) {
        JsonObject json = new JsonObject();
        json.addProperty("format", FORMAT);
        json.addProperty("state", receipt.opened().isPresent() ? "OPENED" : "PENDING");
        json.addProperty("opener", receipt.opener().value());
        json.addProperty("consignment", receipt.id().hex());
        json.addProperty("secret", receipt.secret().hex());
        receipt.ucr().ifPresent(ucr -> json.addProperty("ucr", ucr.value()));
        json.add("containers", array(receipt.containers(), container -> text(container.value())));
        json.add("documents", array(receipt.documents(), ConsignmentText::json));
        json.add("seals", array(receipt.seals(), ConsignmentText::json));
        json.add("places", array(receipt.places(), place -> text(place.code())));
        receipt.opened().ifPresent(place -> {
            json.addProperty("transaction", place.transaction().hex());
            json.addProperty("block", place.block());
        });
        return json;
    }

    private static JsonObject json(LinkedDocument document) {
        JsonObject json = new JsonObject();
        json.addProperty("issuer", document.issuer().value());
        json.addProperty("type", document.type().value());
        json.addProperty("number", document.number().value());
        json.addProperty("kind", document.commitment().kind().text());
        json.addProperty("commitment", document.commitment().hex());
        return json;
    }

    private static LinkedDocument document(JsonElement item) {
        Members members = Members.of("A document of the consignment", item);
        LinkedDocument document = new LinkedDocument(
                members.text("issuer", MspId::new),
                members.text("type", TypeCode::new),
                members.text("number", DocumentNumber::new),
                new Commitment(members.text("kind", CommitmentKind::parse), members.text("commitment")));
        members.end();
        return document;
    }

    private static JsonObject json(KnownSeal seal) {
        JsonObject json = new JsonObject();
        json.addProperty("container", seal.container().value());
        json.addProperty("manufacturer", seal.manufacturer().value());
        json.addProperty("number", seal.number().value());
        json.add("devices", array(seal.devices(), ConsignmentText::text));
        return json;
    }

    private static KnownSeal seal(JsonElement item) {
        Members members = Members.of("A seal of the consignment", item);
        KnownSeal seal = new KnownSeal(
                members.text("container", ContainerNumber::new),
                members.text("manufacturer", SealManufacturer::new),
                members.text("number", SealNumber::new),
                members.list("devices", device -> Members.text("A device", device, Function.identity())));
        members.end();
        return seal;
    }

    private static <T> JsonArray array(List<T> all, Function<T, JsonElement> writer) {
        JsonArray array = new JsonArray();
        all.stream().map(writer).forEach(array::add);
        return array;
    }

    private static JsonElement text(String text) {
        return new JsonPrimitive(text);
    }
}
