package uz.muhr.protocol.sealing;

import com.google.gson.JsonObject;
import uz.muhr.protocol.json.CanonicalJson;
import uz.muhr.protocol.json.Members;
import uz.muhr.protocol.json.StrictJson;
import uz.muhr.protocol.refusal.Refusal;
import uz.muhr.protocol.seal.Circumstances;
import uz.muhr.protocol.seal.SealAct;
import uz.muhr.protocol.seal.SealActText;
import uz.muhr.protocol.seal.SealEvent;
import uz.muhr.protocol.seal.SealName;
import uz.muhr.protocol.seal.SealRecord;

/** The argument of {@code seal:act}: something that concerns one container seal alone. */
public record SealRequest(SealName name, long expected, SealAct act, Circumstances circumstances) {
    /**
     * Refuses what cannot be.
     *
     * @throws Refusal MALFORMED_ARGUMENT for an act that has a function of its own
     */
    public SealRequest {
        switch (act.operation()) {
            case HAND_OVER, ACCEPT, DECLINE, WITHDRAW, INSPECT, BREAK, REMOVE -> {}
            case AFFIX, REPLACE, REPORT, READ ->
                throw Refusal.malformed(act.operation() + " is not an act of seal:act; see chaincode/README.md.");
        }
    }

    /**
     * The event that it makes. That the receiver of a handover is a member is checked before.
     *
     * @throws Refusal NOT_CUSTODIAN, NOT_AUTHORISED, STALE_SEQUENCE, ILLEGAL_TRANSITION or CLOCK_SKEW
     */
    public SealEvent decide(SealRecord before, Sealer sealer) {
        return before.event(act, sealer.towards(before), expected, circumstances, sealer.change());
    }

    public String write() {
        JsonObject json = new JsonObject();
        json.add("act", SealActText.json(act));
        circumstances.write(json);
        name.write(json);
        json.addProperty("sequence", expected);
        return CanonicalJson.write(json);
    }

    /**
     * Reads what was written.
     *
     * @throws Refusal MALFORMED_ARGUMENT
     */
    public static SealRequest parse(String text) {
        Members members = StrictJson.canonicalObject("An act on a container seal", text);
        SealRequest read = new SealRequest(
                SealName.read(members),
                members.integer("sequence"),
                members.optional("act", SealActText::read)
                        .orElseThrow(() -> Refusal.malformed("An act on a container seal lacks the member \"act\".")),
                Circumstances.read(members));
        members.end();
        return read;
    }
}
