package uz.muhr.protocol.sealing;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import uz.muhr.protocol.json.Members;
import uz.muhr.protocol.refusal.Refusal;
import uz.muhr.protocol.seal.Circumstances;
import uz.muhr.protocol.seal.SealAct;
import uz.muhr.protocol.seal.SealActText;
import uz.muhr.protocol.seal.SealEvent;
import uz.muhr.protocol.seal.SealName;

/** What somebody, or a machine, found of a container seal, once: a report or a reading. */
public record Observation(SealName name, SealAct.Once act, Circumstances circumstances) {
    private static final String WHAT = "An observation";

    /**
     * Refuses what cannot be.
     *
     * @throws Refusal MALFORMED_ARGUMENT
     */
    public Observation {
        if (act instanceof SealAct.Read && circumstances.claimed().isEmpty()) {
            throw Refusal.malformed("A reading has to say in \"claimed\" when the device made it; it does not.");
        }
    }

    /** Whether an event is this very observation, whoever sent it first. */
    boolean is(SealEvent event) {
        return event.act().equals(act) && event.circumstances().claimed().equals(circumstances.claimed());
    }

    JsonObject json() {
        JsonObject json = new JsonObject();
        json.add("act", SealActText.json(act));
        circumstances.write(json);
        name.write(json);
        return json;
    }

    static Observation read(JsonElement json) {
        Members members = Members.of(WHAT, json);
        Observation read = new Observation(
                SealName.read(members),
                members.optional("act", Observation::act)
                        .orElseThrow(() -> Refusal.malformed(WHAT + " lacks the member \"act\".")),
                Circumstances.read(members));
        members.end();
        return read;
    }

    private static SealAct.Once act(JsonElement json) {
        if (SealActText.read(json) instanceof SealAct.Once once) {
            return once;
        }
        throw Refusal.malformed(WHAT + " has to be a REPORT or a READ; it is another act.");
    }
}
