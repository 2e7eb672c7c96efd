package uz.muhr.client.authority;

import uz.muhr.client.fabric.AuthorityLedger;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.client.fabric.OutcomeUnknownException;
import uz.muhr.client.submission.Attempts;
import uz.muhr.client.submission.Stages;
import uz.muhr.client.submission.Wish;
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
    private final AuthorityLedger ledger;
    private final Attempts attempts;

    public Decisions(Ledger ledger) {
        this.ledger = ledger.authority();
        this.attempts = new Attempts(ledger, Stages.UNWATCHED);
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
        return settled(new Wish.Propose(proposal));
    }

    /**
     * Approves in this organisation's name.
     *
     * @throws Refusal NOT_AUTHORISED, UNKNOWN_PROPOSAL, ALREADY_APPROVED, PROPOSAL_CLOSED, STALE_SEQUENCE or CLOCK_SKEW
     * @throws uz.muhr.client.fabric.LedgerUnavailableException when nothing was sent
     * @throws OutcomeUnknownException when it was sent and nobody said what became of it
     */
    public ProposalRecord approve(ProposalId id) {
        return settled(new Wish.Approve(id));
    }

    private ProposalRecord settled(Wish wish) {
        return ProposalRecord.parse(attempts.settle(wish).answer());
    }
}
