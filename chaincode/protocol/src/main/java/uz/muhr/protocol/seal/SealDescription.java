package uz.muhr.protocol.seal;

import com.google.gson.JsonObject;
import uz.muhr.protocol.freight.SealClass;
import uz.muhr.protocol.freight.SealKind;
import uz.muhr.protocol.freight.SealingParty;
import uz.muhr.protocol.json.Members;

/** What a container seal is, in codes that everybody may see. */
public record SealDescription(SealClass strength, SealKind kind, SealingParty party) {
    /** Writes it as the members {@code class}, {@code party} and {@code sealKind}. */
    public void write(JsonObject json) {
        json.addProperty("class", strength.code());
        json.addProperty("party", party.code());
        json.addProperty("sealKind", kind.code());
    }

    /** Reads what was written. */
    public static SealDescription read(Members members) {
        return new SealDescription(
                members.text("class", SealClass::parse),
                members.text("sealKind", SealKind::parse),
                members.text("party", SealingParty::parse));
    }
}
