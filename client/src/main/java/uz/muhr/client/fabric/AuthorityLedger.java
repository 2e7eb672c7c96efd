package uz.muhr.client.fabric;

import java.util.Optional;
import uz.muhr.protocol.authority.Authorities;
import uz.muhr.protocol.authority.DistrustedCertificate;
import uz.muhr.protocol.authority.MemberOrganisations;
import uz.muhr.protocol.identifier.CertificateHash;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.identifier.ProposalId;
import uz.muhr.protocol.proposal.Proposal;
import uz.muhr.protocol.proposal.ProposalList;
import uz.muhr.protocol.proposal.ProposalRecord;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

/** What the members decide together, as the ledger has it. Deadlines and failures are the {@link Ledger}'s. */
public final class AuthorityLedger {
    private static final String AUTHORITY = "authority";

    private final Peers peers;

    AuthorityLedger(Peers peers) {
        this.peers = peers;
    }

    /**
     * The member organisations.
     *
     * @throws Refusal NOT_ESTABLISHED
     */
    public Answered<MemberOrganisations> members() {
        return peers.read("network", MemberOrganisations::parse, "members");
    }

    /**
     * Has a transaction endorsed that reads the members and writes nothing: what a transaction costs by itself. It is ordered
     * by {@link Endorsed#commit}.
     */
    public Endorsed proposeNothing() {
        return peers.propose("network", "members");
    }

    /** All that an organisation may issue, or might once. */
    public Answered<Authorities> authorities(MspId issuer) {
        return peers.read(AUTHORITY, Authorities::parse, "list", issuer.value());
    }

    /** What is said of a certificate that is distrusted; empty when it is not. */
    public Optional<DistrustedCertificate> distrusted(CertificateHash certificate) {
        try {
            return Optional.of(peers.read(AUTHORITY, DistrustedCertificate::parse, "certificate", certificate.hex())
                    .value());
        } catch (Refusal refusal) {
            if (refusal.code() == ErrorCode.UNKNOWN_CERTIFICATE) {
                return Optional.empty();
            }
            throw refusal;
        }
    }

    /** An organisation's proposals that can still be approved. */
    public Answered<ProposalList> proposals(MspId proposer) {
        return peers.read(AUTHORITY, ProposalList::parse, "proposals", proposer.value());
    }

    /**
     * A proposal, open or not.
     *
     * @throws Refusal UNKNOWN_PROPOSAL
     */
    public Answered<ProposalRecord> proposal(ProposalId id) {
        return peers.read(AUTHORITY, ProposalRecord::parse, "proposal", id.hex());
    }

    /** Has a proposal endorsed. Nothing is written until {@link Endorsed#commit}. */
    public Endorsed propose(Proposal proposal) {
        return peers.propose(AUTHORITY, "propose", proposal.write());
    }

    /** Has an approval endorsed. Nothing is written until {@link Endorsed#commit}. */
    public Endorsed approve(ProposalId id) {
        return peers.propose(AUTHORITY, "approve", id.hex());
    }
}
