package uz.muhr.client.web.api;

import com.google.gson.JsonElement;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import uz.muhr.client.commitment.ReceiptText;
import uz.muhr.client.consignment.ConsignmentReceipt;
import uz.muhr.client.consignment.ConsignmentText;
import uz.muhr.client.consignment.KnownSeal;
import uz.muhr.client.consignment.LinkedDocument;
import uz.muhr.client.submission.ValidityText;
import uz.muhr.client.voyage.Conditions;
import uz.muhr.client.voyage.NewSeal;
import uz.muhr.client.voyage.Occasion;
import uz.muhr.protocol.commitment.Fingerprint;
import uz.muhr.protocol.freight.ContainerNumber;
import uz.muhr.protocol.freight.Place;
import uz.muhr.protocol.freight.SealClass;
import uz.muhr.protocol.freight.SealCondition;
import uz.muhr.protocol.freight.SealKind;
import uz.muhr.protocol.freight.SealManufacturer;
import uz.muhr.protocol.freight.SealNumber;
import uz.muhr.protocol.freight.SealingParty;
import uz.muhr.protocol.freight.Ucr;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.json.Members;
import uz.muhr.protocol.json.StrictJson;
import uz.muhr.protocol.refusal.Refusal;
import uz.muhr.protocol.seal.BreakReason;
import uz.muhr.protocol.seal.SealAct;
import uz.muhr.protocol.seal.SealDescription;

/**
 * A request about a consignment and its seals: JSON that holds the consignment's receipt, which this client forgets when it
 * has answered. Members are taken one by one; {@link #end} refuses what nobody asked for.
 */
final class SealBody {
    private static final int LONGEST = StrictJson.MAX_LENGTH;

    private final Members members;

    private SealBody(Members members) {
        this.members = members;
    }

    /**
     * Reads a request.
     *
     * @throws Refusal MALFORMED_ARGUMENT
     * @throws RefusedRequest TOO_LARGE
     */
    static SealBody read(HttpServletRequest request) throws IOException {
        return new SealBody(
                StrictJson.object("The request", BoundedText.read("The request", LONGEST, request.getInputStream())));
    }

    void end() {
        members.end();
    }

    /** The receipt of the consignment that is meant. */
    ConsignmentReceipt receipt() {
        return members.optional("receipt", JsonElement::toString)
                .map(ConsignmentText::parse)
                .orElseThrow(() -> Refusal.malformed("The request lacks the member \"receipt\"."));
    }

    Optional<Ucr> ucr() {
        return members.optionalText("ucr", Ucr::parse);
    }

    List<ContainerNumber> containers() {
        return members.list("containers", item -> Members.text("A container", item, ContainerNumber::parse));
    }

    /** Documents by their receipts. */
    List<LinkedDocument> documents() {
        return members.list("documents", item -> LinkedDocument.of(ReceiptText.parse(item.toString())));
    }

    /** The version that the caller saw. */
    long sequence() {
        return members.integer("sequence");
    }

    Optional<Instant> at() {
        return members.optionalText("at", text -> ValidityText.moment("\"at\"", text));
    }

    /** A file of events, as text. */
    String file() {
        return members.text("file");
    }

    /** One of the seals that the receipt knows. */
    KnownSeal seal(ConsignmentReceipt receipt) {
        return receipt.seal(
                members.text("number", SealNumber::parse),
                members.optionalText("manufacturer", SealManufacturer::parse));
    }

    /** @param container on which it is, where that is not for the request to say */
    NewSeal newSeal(Optional<ContainerNumber> container) {
        Members seal = members.object("seal");
        NewSeal read = new NewSeal(
                new KnownSeal(
                        container.orElseGet(() -> seal.text("container", ContainerNumber::parse)),
                        seal.text("manufacturer", SealManufacturer::parse),
                        seal.text("number", SealNumber::parse),
                        seal.optional("devices", list -> texts("devices", list, Function.identity()))
                                .orElse(List.of())),
                new SealDescription(
                        seal.text("class", SealClass::parse),
                        seal.text("sealKind", SealKind::parse),
                        seal.text("party", SealingParty::parse)));
        seal.end();
        return read;
    }

    Occasion occasion() {
        return new Occasion(
                members.optionalText("time", text -> ValidityText.beginning("\"time\"", text)),
                members.optionalText("place", Place::parse),
                members.optional("evidence", list -> texts("evidence", list, Fingerprint::new))
                        .orElse(List.of()));
    }

    /** What is done, by its word, with what that takes. */
    SealAct act() {
        String word = members.text("act");
        return switch (word) {
            case "hand-over" -> new SealAct.HandOver(members.text("to", MspId::new));
            case "accept" -> new SealAct.Accept();
            case "decline" -> new SealAct.Decline();
            case "withdraw" -> new SealAct.Withdraw();
            case "inspect" -> new SealAct.Inspect(members.text("condition", Conditions::parse));
            case "break" -> new SealAct.Break(members.text("reason", BreakReason::parse));
            case "remove" -> new SealAct.Remove();
            default ->
                throw Refusal.malformed(
                        "\"act\" has to be hand-over, accept, decline, withdraw, inspect, break or remove.");
        };
    }

    SealCondition condition() {
        return members.text("condition", Conditions::parse);
    }

    private static <T> List<T> texts(String name, JsonElement list, Function<String, T> parser) {
        if (!list.isJsonArray()) {
            throw Refusal.malformed("\"" + name + "\" has to be a list; it is not.");
        }
        return list.getAsJsonArray().asList().stream()
                .map(item -> Members.text("An item of \"" + name + "\"", item, parser))
                .toList();
    }
}
