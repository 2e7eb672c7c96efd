package uz.muhr.protocol.authority;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.json.CanonicalJson;
import uz.muhr.protocol.json.Members;
import uz.muhr.protocol.json.StrictJson;
import uz.muhr.protocol.refusal.Refusal;

/**
 * The organisations whose peers endorse, from which the policy of every document is built.
 *
 * @param organisations sorted, none twice; 1 to 100
 */
public record MemberOrganisations(List<MspId> organisations) {
    private static final int FORMAT = 1;
    private static final int MOST = 100;

    public MemberOrganisations {
        organisations = List.copyOf(organisations);
        if (organisations.isEmpty()
                || organisations.size() > MOST
                || !organisations.equals(
                        organisations.stream().sorted().distinct().toList())) {
            throw Refusal.malformed(
                    "The member organisations have to be 1 to " + MOST + " MSP ids, sorted, none twice.");
        }
    }

    /** How many organisations are more than half of them. */
    public int majority() {
        return organisations.size() / 2 + 1;
    }

    public String write() {
        JsonArray list = new JsonArray();
        organisations.forEach(msp -> list.add(msp.value()));
        JsonObject json = new JsonObject();
        json.addProperty("format", FORMAT);
        json.add("organisations", list);
        return CanonicalJson.write(json);
    }

    /**
     * Reads what was written.
     *
     * @throws Refusal MALFORMED_ARGUMENT
     */
    public static MemberOrganisations parse(String text) {
        Members members = StrictJson.canonicalObject("The record of member organisations", text);
        members.format(FORMAT);
        MemberOrganisations read = new MemberOrganisations(members.list("organisations", MemberOrganisations::msp));
        members.end();
        return read;
    }

    static MspId msp(JsonElement json) {
        if (!json.isJsonPrimitive() || !json.getAsJsonPrimitive().isString()) {
            throw Refusal.malformed("An MSP id has to be text.");
        }
        return new MspId(json.getAsString());
    }
}
