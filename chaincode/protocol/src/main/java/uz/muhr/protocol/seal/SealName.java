package uz.muhr.protocol.seal;

import com.google.gson.JsonObject;
import uz.muhr.protocol.consignment.ConsignmentId;
import uz.muhr.protocol.consignment.SealReference;
import uz.muhr.protocol.json.CanonicalJson;
import uz.muhr.protocol.json.Members;
import uz.muhr.protocol.json.StrictJson;
import uz.muhr.protocol.refusal.Refusal;

/** A container seal on the ledger: its reference within its consignment. */
public record SealName(ConsignmentId consignment, SealReference seal) {
    /** Writes it as the members {@code consignment} and {@code seal}. */
    public void write(JsonObject json) {
        json.addProperty("consignment", consignment.hex());
        json.addProperty("seal", seal.hex());
    }

    /** Reads what was written. */
    public static SealName read(Members members) {
        return new SealName(members.text("consignment", ConsignmentId::new), members.text("seal", SealReference::new));
    }

    public String write() {
        JsonObject json = new JsonObject();
        write(json);
        return CanonicalJson.write(json);
    }

    /**
     * Reads what was written.
     *
     * @throws Refusal MALFORMED_ARGUMENT
     */
    public static SealName parse(String text) {
        Members members = StrictJson.canonicalObject("The name of a container seal", text);
        SealName name = read(members);
        members.end();
        return name;
    }
}
