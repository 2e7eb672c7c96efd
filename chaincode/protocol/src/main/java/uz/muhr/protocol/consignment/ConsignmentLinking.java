package uz.muhr.protocol.consignment;

import com.google.gson.JsonObject;
import java.util.Optional;
import uz.muhr.protocol.json.CanonicalJson;
import uz.muhr.protocol.json.Members;
import uz.muhr.protocol.json.StrictJson;
import uz.muhr.protocol.record.Change;
import uz.muhr.protocol.record.SequenceNumber;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

/** The argument of {@code seal:link}: containers and documents that a consignment takes in besides. */
public record ConsignmentLinking(ConsignmentId consignment, long expected, Linked linked) {
    /**
     * Refuses what cannot be.
     *
     * @throws Refusal MALFORMED_ARGUMENT when nothing is linked
     */
    public ConsignmentLinking {
        if (linked.isEmpty()) {
            throw Refusal.malformed("A consignment has to be linked to a container or a document; none is named.");
        }
    }

    /**
     * The consignment's next event.
     *
     * @throws Refusal NOT_AUTHORISED or STALE_SEQUENCE
     */
    public ConsignmentEvent decide(ConsignmentRecord before, Change change) {
        if (!before.creator().equals(change.by().msp())) {
            throw new Refusal(
                    ErrorCode.NOT_AUTHORISED,
                    "Only " + before.creator() + ", which opened the consignment, may link to it.");
        }
        SequenceNumber.check(expected, before.sequence());
        return new ConsignmentEvent(
                consignment,
                before.sequence() + 1,
                Optional.of(before.head()),
                linked,
                Optional.empty(),
                Optional.empty(),
                change);
    }

    public String write() {
        JsonObject json = new JsonObject();
        json.addProperty("consignment", consignment.hex());
        linked.write(json);
        json.addProperty("sequence", expected);
        return CanonicalJson.write(json);
    }

    /**
     * Reads what was written.
     *
     * @throws Refusal MALFORMED_ARGUMENT
     */
    public static ConsignmentLinking parse(String text) {
        Members members = StrictJson.canonicalObject("What is linked to a consignment", text);
        ConsignmentLinking read = new ConsignmentLinking(
                members.text("consignment", ConsignmentId::new), members.integer("sequence"), Linked.read(members));
        members.end();
        return read;
    }
}
