package uz.muhr.protocol.sealing;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import uz.muhr.protocol.consignment.SealReference;
import uz.muhr.protocol.consignment.SealTag;
import uz.muhr.protocol.json.Members;
import uz.muhr.protocol.seal.SealDescription;

/** A container seal that is to be affixed. */
public record NewSeal(SealReference seal, SealDescription description, SealTag tag) {
    void write(JsonObject json) {
        description.write(json);
        json.addProperty("seal", seal.hex());
        json.addProperty("tag", tag.hex());
    }

    static NewSeal read(Members members) {
        return new NewSeal(
                members.text("seal", SealReference::new),
                SealDescription.read(members),
                members.text("tag", SealTag::new));
    }

    static NewSeal read(JsonElement json) {
        Members members = Members.of("The seal in another's place", json);
        NewSeal seal = read(members);
        members.end();
        return seal;
    }
}
