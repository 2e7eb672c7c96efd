package uz.muhr.protocol.seal;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Optional;
import uz.muhr.protocol.consignment.ChainedEvent;
import uz.muhr.protocol.consignment.EventHash;
import uz.muhr.protocol.json.CanonicalJson;
import uz.muhr.protocol.json.Members;
import uz.muhr.protocol.json.StrictJson;
import uz.muhr.protocol.record.Change;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

/**
 * One event of a container seal, as the ledger stores it: canonical JSON of format 1, chained by hash.
 *
 * @param previous the hash of the event before it; absent for the first alone
 * @param party as whom its author acted
 * @param outOfOrder the claimed time contradicts the order of the events: it lies before one claimed earlier, or in the future
 */
public record SealEvent(
        SealName name,
        long sequence,
        Optional<EventHash> previous,
        SealAct act,
        SealParty party,
        Circumstances circumstances,
        boolean outOfOrder,
        Change change)
        implements ChainedEvent {
    private static final int FORMAT = 1;
    private static final String WHAT = "An event of a container seal";

    /**
     * Refuses what cannot be.
     *
     * @throws Refusal CORRUPT_RECORD
     */
    public SealEvent {
        boolean first = sequence == 1;
        if (sequence < 1
                || first != previous.isEmpty()
                || first != act instanceof SealAct.Affix
                || (outOfOrder && circumstances.claimed().isEmpty())
                || (act instanceof SealAct.Read && circumstances.claimed().isEmpty())) {
            throw new Refusal(ErrorCode.CORRUPT_RECORD, WHAT + " contradicts itself.");
        }
    }

    @Override
    public EventHash hash() {
        return EventHash.of("muhr/seal-event/1", json());
    }

    public String write() {
        return CanonicalJson.write(json());
    }

    JsonObject json() {
        JsonObject json = new JsonObject();
        json.add("act", SealActText.json(act));
        json.add("change", change.json());
        circumstances.write(json);
        json.addProperty("format", FORMAT);
        name.write(json);
        json.addProperty("outOfOrder", outOfOrder);
        json.addProperty("party", party.name());
        previous.ifPresent(hash -> json.addProperty("previous", hash.hex()));
        json.addProperty("sequence", sequence);
        return json;
    }

    /**
     * Reads what was written.
     *
     * @throws Refusal MALFORMED_ARGUMENT or CORRUPT_RECORD
     */
    public static SealEvent parse(String text) {
        return read(StrictJson.canonicalObject(WHAT, text));
    }

    static SealEvent read(JsonElement json) {
        return read(Members.of(WHAT, json));
    }

    private static SealEvent read(Members members) {
        members.format(FORMAT);
        SealEvent event = new SealEvent(
                SealName.read(members),
                members.integer("sequence"),
                members.optionalText("previous", EventHash::new),
                members.optional("act", SealActText::read)
                        .orElseThrow(() -> Refusal.malformed(WHAT + " lacks the member \"act\".")),
                members.text("party", SealParty::parse),
                Circumstances.read(members),
                members.flag("outOfOrder"),
                Change.read(members.object("change")));
        members.end();
        return event;
    }
}
