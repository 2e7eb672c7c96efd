package uz.muhr.protocol.seal;

import com.google.gson.JsonObject;
import uz.muhr.protocol.consignment.ConsignmentId;
import uz.muhr.protocol.consignment.SealReference;
import uz.muhr.protocol.json.Members;

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
}
