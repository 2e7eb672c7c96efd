package uz.muhr.client.authority;

import java.util.function.Supplier;
import uz.muhr.client.fabric.AuthorityLedger;
import uz.muhr.client.fabric.Endorsed;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.client.fabric.LedgerUnavailableException;
import uz.muhr.client.fabric.OutcomeUnknownException;
import uz.muhr.client.submission.Attempts;
import uz.muhr.protocol.authority.AuthorityRecord;
import uz.muhr.protocol.authority.DistrustedCertificate;
import uz.muhr.protocol.identifier.CertificateHash;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.identifier.ProposalId;
import uz.muhr.protocol.identifier.TypeCode;
import uz.muhr.protocol.proposal.Proposal;
import uz.muhr.protocol.proposal.ProposalRecord;
import uz.muhr.protocol.refusal.Refusal;

/**
 * Takes part in what the members decide together. A proposal names the version of what it changes and an organisation
 * approves once, so that neither is ever counted twice.
 */
public final class Decisions {
    private final MspId organisation;
    private final AuthorityLedger ledger;

    public Decisions(Ledger ledger) {
        this.organisation = ledger.organisation();
        this.ledger = ledger.authority();
    }

    /** The version of an issuer's authority over a type that a proposal has to name: 0 when there is none. */
    public long sequenceOf(MspId issuer, TypeCode type) {
        return ledger.authorities(issuer).value().records().stream()
                .filter(record -> record.type().equals(type))
                .mapToLong(AuthorityRecord::sequence)
                .findFirst()
                .orElse(0);
    }

    /** The version of what is said of a certificate: 0 when nothing is. */
    public long sequenceOf(CertificateHash certificate) {
        return ledger.distrusted(certificate)
                .map(DistrustedCertificate::sequence)
                .orElse(0L);
    }

    /** The version of the list of members. */
    public long sequenceOfMembers() {
        return ledger.members().value().sequence();
    }

    /**
     * Proposes, which is this organisation's approval.
     *
     * @throws Refusal NOT_AUTHORISED, STALE_SEQUENCE, PROPOSAL_EXISTS, ILLEGAL_TRANSITION, UNKNOWN_ORGANISATION,
     *     TOO_MANY_PROPOSALS or CLOCK_SKEW
     * @throws uz.muhr.client.fabric.LedgerUnavailableException when nothing was sent
     * @throws OutcomeUnknownException when it was sent and nobody said what became of it
     */
    public ProposalRecord propose(Proposal proposal) {
        return settle(proposal.id(), () -> ledger.propose(proposal));
    }

    /**
     * Approves in this organisation's name.
     *
     * @throws Refusal NOT_AUTHORISED, UNKNOWN_PROPOSAL, ALREADY_APPROVED, PROPOSAL_CLOSED, STALE_SEQUENCE or CLOCK_SKEW
     * @throws uz.muhr.client.fabric.LedgerUnavailableException when nothing was sent
     * @throws OutcomeUnknownException when it was sent and nobody said what became of it
     */
    public ProposalRecord approve(ProposalId id) {
        return settle(id, () -> ledger.approve(id));
    }

    private ProposalRecord settle(ProposalId id, Supplier<Endorsed> call) {
        try {
            return Attempts.settle(call, ProposalRecord::parse);
        } catch (OutcomeUnknownException e) {
            return counted(id, e);
        }
    }

    /** The proposal as it stands, if this very transaction is among its approvals; otherwise nobody can say. */
    private ProposalRecord counted(ProposalId id, OutcomeUnknownException unknown) {
        try {
            ProposalRecord record = ledger.proposal(id).value();
            if (record.approvals().stream()
                    .anyMatch(approval -> approval.by().msp().equals(organisation)
                            && approval.transaction().equals(unknown.transaction()))) {
                return record;
            }
        } catch (LedgerUnavailableException | Refusal stillUnknown) {
            unknown.addSuppressed(stillUnknown);
        }
        throw unknown;
    }
}
