package uz.muhr.protocol.record;

import com.google.gson.JsonObject;
import uz.muhr.protocol.identifier.CertificateHash;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.json.Members;

/** Who made a change: the organisation and the very certificate. Never a person's name. */
public record Actor(MspId msp, CertificateHash certificate) {
    JsonObject json() {
        JsonObject json = new JsonObject();
        json.addProperty("certificate", certificate.hex());
        json.addProperty("msp", msp.value());
        return json;
    }

    static Actor read(Members members) {
        Actor actor = new Actor(members.text("msp", MspId::new), members.text("certificate", CertificateHash::new));
        members.end();
        return actor;
    }
}
