package uz.muhr.protocol.consignment;

import com.google.gson.JsonObject;
import java.util.Optional;
import uz.muhr.protocol.json.CanonicalJson;
import uz.muhr.protocol.json.Members;
import uz.muhr.protocol.json.StrictJson;
import uz.muhr.protocol.record.Change;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

/** The argument of {@code seal:open}: a new consignment, and what it holds from the start. */
public record ConsignmentOpening(ConsignmentId consignment, Optional<UcrCommitment> ucr, Linked linked) {
    /**
     * Its first event. That the caller may open one is checked before.
     *
     * @param existing what the ledger holds under the id
     * @throws Refusal CONSIGNMENT_EXISTS
     */
    public ConsignmentEvent decide(Optional<ConsignmentRecord> existing, Change change) {
        if (existing.isPresent()) {
            throw new Refusal(
                    ErrorCode.CONSIGNMENT_EXISTS,
                    "This consignment was opened already, in transaction "
                            + existing.get().opened().transaction() + ".");
        }
        return new ConsignmentEvent(consignment, 1, Optional.empty(), linked, ucr, Optional.empty(), change);
    }

    public String write() {
        JsonObject json = new JsonObject();
        json.addProperty("consignment", consignment.hex());
        linked.write(json);
        ucr.ifPresent(reference -> json.addProperty("ucr", reference.hex()));
        return CanonicalJson.write(json);
    }

    /**
     * Reads what was written.
     *
     * @throws Refusal MALFORMED_ARGUMENT
     */
    public static ConsignmentOpening parse(String text) {
        Members members = StrictJson.canonicalObject("The opening of a consignment", text);
        ConsignmentOpening read = new ConsignmentOpening(
                members.text("consignment", ConsignmentId::new),
                members.optionalText("ucr", UcrCommitment::new),
                Linked.read(members));
        members.end();
        return read;
    }
}
