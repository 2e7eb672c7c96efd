package uz.muhr.protocol.proposal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uz.muhr.protocol.authority.MemberOrganisations;
import uz.muhr.protocol.json.LedgerTime;
import uz.muhr.protocol.record.Change;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

/**
 * The rule of deciding together: a proposal takes effect with the approval by which more than half of the member
 * organisations have approved it.
 *
 * @param effect what it made of the thing it changes; absent while approvals are missing
 */
public record Decision(ProposalRecord record, Optional<Effect> effect) {

    /**
     * Proposes, which is the proposer's approval.
     *
     * @param before what the ledger holds under the proposal's id
     * @throws Refusal NOT_AUTHORISED, PROPOSAL_EXISTS, STALE_SEQUENCE, ILLEGAL_TRANSITION, UNKNOWN_ORGANISATION
     */
    public static Decision propose(Proposal proposal, Optional<ProposalRecord> before, Held held, Change change) {
        checkMember(held.members(), change);
        if (before.filter(earlier -> earlier.isOpen(change.time())).isPresent()) {
            throw new Refusal(
                    ErrorCode.PROPOSAL_EXISTS,
                    "The same is proposed already, as " + proposal.id() + ". Approve that proposal.");
        }
        return decide(proposal, List.of(change), change.time().plus(ProposalRecord.LIFETIME), held);
    }

    /**
     * Approves.
     *
     * @throws Refusal NOT_AUTHORISED, ALREADY_APPROVED, PROPOSAL_CLOSED, CLOCK_SKEW, STALE_SEQUENCE, ILLEGAL_TRANSITION,
     *     UNKNOWN_ORGANISATION
     */
    public static Decision approve(ProposalRecord proposed, Held held, Change change) {
        checkMember(held.members(), change);
        if (proposed.approvedBy(change.by().msp())) {
            throw new Refusal(
                    ErrorCode.ALREADY_APPROVED,
                    change.by().msp() + " has approved this proposal before; an organisation counts once.");
        }
        if (!proposed.isOpen(change.time())) {
            throw new Refusal(
                    ErrorCode.PROPOSAL_CLOSED,
                    proposed.effective()
                            ? "The proposal has taken effect already."
                            : "The proposal expired at " + LedgerTime.write(proposed.expires()) + ". Propose it anew.");
        }
        change.checkNotBefore(proposed.lastApproval());
        List<Change> approvals = new ArrayList<>(proposed.approvals());
        approvals.add(change);
        return decide(proposed.proposal(), approvals, proposed.expires(), held);
    }

    /** Whether what the proposal changes is still as the proposal expects it. */
    public static boolean isCurrent(Proposal proposal, Held held) {
        return proposal.found(held) == proposal.expected();
    }

    private static Decision decide(Proposal proposal, List<Change> approvals, Instant expires, Held held) {
        long found = proposal.found(held);
        if (found != proposal.expected()) {
            throw new Refusal(
                    ErrorCode.STALE_SEQUENCE,
                    "The proposal expects version " + proposal.expected()
                            + " of what it changes; the ledger has version " + found
                            + ". Read it again and propose anew.");
        }
        Instant now = approvals.get(approvals.size() - 1).time();
        Effect effect = proposal.effect(held, now);
        long counting = approvals.stream()
                .filter(approval -> held.members().include(approval.by().msp()))
                .count();
        boolean carried = counting >= held.members().majority();
        return new Decision(
                new ProposalRecord(proposal, approvals, expires, carried),
                carried ? Optional.of(effect) : Optional.empty());
    }

    private static void checkMember(MemberOrganisations members, Change change) {
        if (!members.include(change.by().msp())) {
            throw new Refusal(
                    ErrorCode.NOT_AUTHORISED,
                    change.by().msp() + " is no member organisation; only their registrars propose and approve.");
        }
    }
}
