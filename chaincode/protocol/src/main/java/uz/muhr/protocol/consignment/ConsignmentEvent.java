package uz.muhr.protocol.consignment;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Optional;
import uz.muhr.protocol.json.CanonicalJson;
import uz.muhr.protocol.json.Members;
import uz.muhr.protocol.json.StrictJson;
import uz.muhr.protocol.record.Change;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

/**
 * What a consignment took in at once, as the ledger stores it: canonical JSON of format 1, chained by hash. The first event
 * opens it.
 *
 * @param ucr its reference, in the first event alone
 * @param seal a container seal affixed in it; with one nothing is linked
 */
public record ConsignmentEvent(
        ConsignmentId consignment,
        long sequence,
        Optional<EventHash> previous,
        Linked linked,
        Optional<UcrCommitment> ucr,
        Optional<SealReference> seal,
        Change change)
        implements ChainedEvent {
    private static final int FORMAT = 1;
    private static final String WHAT = "An event of a consignment";

    /**
     * Refuses what cannot be.
     *
     * @throws Refusal CORRUPT_RECORD
     */
    public ConsignmentEvent {
        boolean first = sequence == 1;
        if (sequence < 1
                || first != previous.isEmpty()
                || (first && seal.isPresent())
                || (!first && (ucr.isPresent() || seal.isPresent() != linked.isEmpty()))) {
            throw new Refusal(ErrorCode.CORRUPT_RECORD, WHAT + " contradicts itself.");
        }
    }

    @Override
    public EventHash hash() {
        return EventHash.of("muhr/consignment-event/1", json());
    }

    public String write() {
        return CanonicalJson.write(json());
    }

    JsonObject json() {
        JsonObject json = new JsonObject();
        json.add("change", change.json());
        json.addProperty("consignment", consignment.hex());
        json.addProperty("format", FORMAT);
        linked.write(json);
        previous.ifPresent(hash -> json.addProperty("previous", hash.hex()));
        seal.ifPresent(reference -> json.addProperty("seal", reference.hex()));
        json.addProperty("sequence", sequence);
        ucr.ifPresent(reference -> json.addProperty("ucr", reference.hex()));
        return json;
    }

    /**
     * Reads what was written.
     *
     * @throws Refusal MALFORMED_ARGUMENT or CORRUPT_RECORD
     */
    public static ConsignmentEvent parse(String text) {
        return read(StrictJson.canonicalObject(WHAT, text));
    }

    static ConsignmentEvent read(JsonElement json) {
        return read(Members.of(WHAT, json));
    }

    private static ConsignmentEvent read(Members members) {
        members.format(FORMAT);
        ConsignmentEvent event = new ConsignmentEvent(
                members.text("consignment", ConsignmentId::new),
                members.integer("sequence"),
                members.optionalText("previous", EventHash::new),
                Linked.read(members),
                members.optionalText("ucr", UcrCommitment::new),
                members.optionalText("seal", SealReference::new),
                Change.read(members.object("change")));
        members.end();
        return event;
    }
}
