package uz.muhr.protocol.proposal;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.identifier.ProposalId;
import uz.muhr.protocol.json.CanonicalJson;
import uz.muhr.protocol.json.LedgerTime;
import uz.muhr.protocol.json.Members;
import uz.muhr.protocol.json.StrictJson;
import uz.muhr.protocol.record.Change;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

/**
 * What the ledger holds of a proposal: canonical JSON of format 1.
 *
 * @param approvals in order, one for each organisation; the first is the proposer's own
 * @param expires until when it can be approved
 * @param effective whether the last approval made it take effect
 */
public record ProposalRecord(Proposal proposal, List<Change> approvals, Instant expires, boolean effective) {
    /** How long a proposal can be approved. */
    public static final Duration LIFETIME = Duration.ofDays(30);

    private static final int FORMAT = 1;
    private static final String WHAT = "The record of a proposal";

    public ProposalRecord {
        approvals = List.copyOf(approvals);
        if (approvals.isEmpty()
                || approvals.stream()
                                .map(ProposalRecord::organisation)
                                .distinct()
                                .count()
                        < approvals.size()) {
            throw new Refusal(ErrorCode.CORRUPT_RECORD, WHAT + " has no approval, or two of one organisation.");
        }
    }

    public ProposalId id() {
        return proposal.id();
    }

    /** Whether it can still be approved at a time, as far as this record says. */
    public boolean isOpen(Instant time) {
        return !effective && !time.isAfter(expires);
    }

    public boolean approvedBy(MspId organisation) {
        return approvals.stream().map(ProposalRecord::organisation).anyMatch(organisation::equals);
    }

    /** The organisation that made it. */
    public MspId proposer() {
        return organisation(approvals.get(0));
    }

    Change lastApproval() {
        return approvals.get(approvals.size() - 1);
    }

    private static MspId organisation(Change approval) {
        return approval.by().msp();
    }

    public String write() {
        return CanonicalJson.write(json());
    }

    JsonObject json() {
        JsonArray list = new JsonArray();
        approvals.forEach(approval -> list.add(approval.json()));
        JsonObject json = new JsonObject();
        json.add("approvals", list);
        json.addProperty("effective", effective);
        json.addProperty("expires", LedgerTime.write(expires));
        json.addProperty("format", FORMAT);
        json.addProperty("id", id().hex());
        json.add("proposal", ProposalText.json(proposal));
        return json;
    }

    /**
     * Reads what was written.
     *
     * @throws Refusal MALFORMED_ARGUMENT; CORRUPT_RECORD when the id is not the proposal's
     */
    public static ProposalRecord parse(String text) {
        return read(StrictJson.canonicalObject(WHAT, text));
    }

    static ProposalRecord read(JsonElement json) {
        return read(Members.of(WHAT, json));
    }

    private static ProposalRecord read(Members members) {
        members.format(FORMAT);
        ProposalRecord record = new ProposalRecord(
                ProposalText.read(members.object("proposal")),
                members.list("approvals", json -> Change.read(Members.of("An approval", json))),
                members.time("expires"),
                members.flag("effective"));
        if (!members.text("id").equals(record.id().hex())) {
            throw new Refusal(ErrorCode.CORRUPT_RECORD, WHAT + " has the id of another proposal.");
        }
        members.end();
        return record;
    }
}
