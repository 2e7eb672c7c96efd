package uz.muhr.protocol.authority;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.stream.Stream;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.json.CanonicalJson;
import uz.muhr.protocol.json.Members;
import uz.muhr.protocol.json.StrictJson;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

/**
 * The organisations whose peers endorse, from which the policy of every document is built.
 *
 * @param organisations sorted, none twice; 1 to 100
 * @param sequence 1 when the network was established, one more with each organisation that joined
 */
public record MemberOrganisations(List<MspId> organisations, long sequence) {
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
        if (sequence < 1) {
            throw new Refusal(ErrorCode.CORRUPT_RECORD, "The record of member organisations has a sequence below 1.");
        }
    }

    /** As a network is established. */
    public static MemberOrganisations first(List<MspId> organisations) {
        return new MemberOrganisations(organisations, 1);
    }

    public boolean include(MspId organisation) {
        return organisations.contains(organisation);
    }

    /**
     * With one organisation more.
     *
     * @throws Refusal ILLEGAL_TRANSITION when it is a member already; MALFORMED_ARGUMENT when there are too many
     */
    public MemberOrganisations admitted(MspId organisation) {
        if (include(organisation)) {
            throw new Refusal(ErrorCode.ILLEGAL_TRANSITION, organisation + " is a member organisation already.");
        }
        return new MemberOrganisations(
                Stream.concat(organisations.stream(), Stream.of(organisation))
                        .sorted()
                        .toList(),
                sequence + 1);
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
        json.addProperty("sequence", sequence);
        return CanonicalJson.write(json);
    }

    /**
     * Reads what was written.
     *
     * @throws Refusal MALFORMED_ARGUMENT or CORRUPT_RECORD
     */
    public static MemberOrganisations parse(String text) {
        Members members = StrictJson.canonicalObject("The record of member organisations", text);
        members.format(FORMAT);
        MemberOrganisations read = new MemberOrganisations(
                members.list("organisations", MemberOrganisations::msp), members.integer("sequence"));
        members.end();
        return read;
    }

    static MspId msp(JsonElement json) {
        return Members.text("An MSP id", json, MspId::new);
    }
}
