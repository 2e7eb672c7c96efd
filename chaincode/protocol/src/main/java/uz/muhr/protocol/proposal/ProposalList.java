package uz.muhr.protocol.proposal;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import uz.muhr.protocol.json.CanonicalJson;
import uz.muhr.protocol.json.Members;
import uz.muhr.protocol.json.StrictJson;
import uz.muhr.protocol.refusal.Refusal;

/** The answer of {@code authority:proposals}: the open proposals that one organisation made, in that order. */
public record ProposalList(List<ProposalRecord> proposals) {
    public ProposalList {
        proposals = List.copyOf(proposals);
    }

    public String write() {
        JsonArray list = new JsonArray();
        proposals.forEach(record -> list.add(record.json()));
        JsonObject json = new JsonObject();
        json.add("proposals", list);
        return CanonicalJson.write(json);
    }

    /**
     * Reads what was written.
     *
     * @throws Refusal MALFORMED_ARGUMENT or CORRUPT_RECORD
     */
    public static ProposalList parse(String text) {
        Members members = StrictJson.canonicalObject("The list of proposals", text);
        ProposalList read = new ProposalList(members.list("proposals", ProposalRecord::read));
        members.end();
        return read;
    }
}
