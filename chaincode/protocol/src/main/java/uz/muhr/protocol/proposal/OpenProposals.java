package uz.muhr.protocol.proposal;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.stream.Stream;
import uz.muhr.protocol.identifier.ProposalId;
import uz.muhr.protocol.json.CanonicalJson;
import uz.muhr.protocol.json.Members;
import uz.muhr.protocol.json.StrictJson;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

/**
 * Which proposals of one organisation may be open. A hint by which they are found: their own records decide.
 *
 * @param proposals in the order in which they were made, none twice
 */
public record OpenProposals(List<ProposalId> proposals) {
    /** How many an organisation may have open; each has its own list, so none can fill another's. */
    public static final int MOST = 20;

    private static final int FORMAT = 1;
    private static final String WHAT = "The record of an organisation's proposals";

    public OpenProposals {
        proposals = List.copyOf(proposals);
        if (proposals.size() > MOST || proposals.stream().distinct().count() < proposals.size()) {
            throw new Refusal(ErrorCode.CORRUPT_RECORD, WHAT + " has more than " + MOST + ", or one twice.");
        }
    }

    public static OpenProposals none() {
        return new OpenProposals(List.of());
    }

    /**
     * With one more.
     *
     * @throws Refusal TOO_MANY_PROPOSALS
     */
    public OpenProposals with(ProposalId proposal) {
        if (proposals.size() == MOST) {
            throw new Refusal(
                    ErrorCode.TOO_MANY_PROPOSALS,
                    "An organisation may have " + MOST
                            + " open proposals; wait until one has taken effect or expired, or let another propose.");
        }
        return new OpenProposals(
                Stream.concat(proposals.stream(), Stream.of(proposal)).toList());
    }

    public String write() {
        JsonArray list = new JsonArray();
        proposals.forEach(id -> list.add(id.hex()));
        JsonObject json = new JsonObject();
        json.addProperty("format", FORMAT);
        json.add("proposals", list);
        return CanonicalJson.write(json);
    }

    /**
     * Reads what was written.
     *
     * @throws Refusal MALFORMED_ARGUMENT or CORRUPT_RECORD
     */
    public static OpenProposals parse(String text) {
        Members members = StrictJson.canonicalObject(WHAT, text);
        members.format(FORMAT);
        OpenProposals read = new OpenProposals(members.list("proposals", OpenProposals::id));
        members.end();
        return read;
    }

    private static ProposalId id(JsonElement json) {
        return Members.text("A proposal's id", json, ProposalId::new);
    }
}
