package uz.muhr.protocol.sealing;

import com.google.gson.JsonObject;
import uz.muhr.protocol.json.CanonicalJson;
import uz.muhr.protocol.json.Members;
import uz.muhr.protocol.json.StrictJson;
import uz.muhr.protocol.refusal.Refusal;
import uz.muhr.protocol.seal.Circumstances;
import uz.muhr.protocol.seal.SealName;

/** The argument of {@code seal:replace}: another seal is put on the same container in a seal's place. */
public record ReplaceRequest(SealName name, long expected, NewSeal by, Circumstances circumstances) {
    /** The name of the seal in the other's place. */
    public SealName successor() {
        return new SealName(name.consignment(), by.seal());
    }

    public String write() {
        JsonObject successor = new JsonObject();
        by.write(successor);
        JsonObject json = new JsonObject();
        json.add("by", successor);
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
    public static ReplaceRequest parse(String text) {
        Members members = StrictJson.canonicalObject("What is to be replaced", text);
        ReplaceRequest read = new ReplaceRequest(
                SealName.read(members),
                members.integer("sequence"),
                members.optional("by", NewSeal::read)
                        .orElseThrow(() -> Refusal.malformed("What is to be replaced lacks the member \"by\".")),
                Circumstances.read(members));
        members.end();
        return read;
    }
}
