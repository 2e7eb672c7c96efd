package uz.muhr.protocol.sealing;

import com.google.gson.JsonObject;
import uz.muhr.protocol.consignment.ConsignmentId;
import uz.muhr.protocol.consignment.ContainerCommitment;
import uz.muhr.protocol.json.CanonicalJson;
import uz.muhr.protocol.json.Members;
import uz.muhr.protocol.json.StrictJson;
import uz.muhr.protocol.refusal.Refusal;
import uz.muhr.protocol.seal.Circumstances;
import uz.muhr.protocol.seal.SealName;

/** The argument of {@code seal:affix}: a seal is put on a container of a consignment. */
public record AffixRequest(
        ConsignmentId consignment, ContainerCommitment container, NewSeal seal, Circumstances circumstances) {
    public SealName name() {
        return new SealName(consignment, seal.seal());
    }

    public String write() {
        JsonObject json = new JsonObject();
        circumstances.write(json);
        json.addProperty("consignment", consignment.hex());
        json.addProperty("container", container.hex());
        seal.write(json);
        return CanonicalJson.write(json);
    }

    /**
     * Reads what was written.
     *
     * @throws Refusal MALFORMED_ARGUMENT
     */
    public static AffixRequest parse(String text) {
        Members members = StrictJson.canonicalObject("What is to be affixed", text);
        AffixRequest read = new AffixRequest(
                members.text("consignment", ConsignmentId::new),
                members.text("container", ContainerCommitment::new),
                NewSeal.read(members),
                Circumstances.read(members));
        members.end();
        return read;
    }
}
