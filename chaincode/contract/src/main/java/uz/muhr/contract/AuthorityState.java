package uz.muhr.contract;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import uz.muhr.protocol.authority.AuthorityRecord;
import uz.muhr.protocol.authority.DistrustedCertificate;
import uz.muhr.protocol.authority.MemberOrganisations;
import uz.muhr.protocol.identifier.CertificateHash;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.identifier.ProposalId;
import uz.muhr.protocol.identifier.TypeCode;
import uz.muhr.protocol.proposal.Decision;
import uz.muhr.protocol.proposal.Effect;
import uz.muhr.protocol.proposal.Held;
import uz.muhr.protocol.proposal.OpenProposals;
import uz.muhr.protocol.proposal.ProposalRecord;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

/** What the ledger holds of members, authority and proposals. */
final class AuthorityState implements Held {
    private static final String AUTHORITY = "A";
    private static final String ORGANISATIONS = "O";
    private static final String DISTRUSTED = "T";
    private static final String PROPOSAL = "P";
    private static final String PROPOSED_BY = "Q";

    private final Store store;

    AuthorityState(Store store) {
        this.store = store;
    }

    static String membersKey() {
        return Store.key(ORGANISATIONS);
    }

    static String key(MspId issuer, TypeCode type) {
        return Store.key(AUTHORITY, issuer.value(), type.value());
    }

    Optional<MemberOrganisations> organisations() {
        return store.get(MemberOrganisations::parse, membersKey());
    }

    @Override
    public MemberOrganisations members() {
        return organisations()
                .orElseThrow(() -> new Refusal(
                        ErrorCode.NOT_ESTABLISHED,
                        "The ledger has no member organisations yet; network:establish comes first."));
    }

    void write(MemberOrganisations organisations) {
        store.put(membersKey(), organisations.write());
    }

    @Override
    public Optional<AuthorityRecord> authority(MspId issuer, TypeCode type) {
        return store.get(AuthorityRecord::parse, key(issuer, type));
    }

    void write(AuthorityRecord authority) {
        store.put(key(authority.issuer(), authority.type()), authority.write());
    }

    /** All records of one issuer, by type. */
    List<AuthorityRecord> authorities(MspId issuer) {
        return store.values(AuthorityRecord::parse, AUTHORITY, issuer.value()).stream()
                .sorted(Comparator.comparing(AuthorityRecord::type))
                .toList();
    }

    @Override
    public Optional<DistrustedCertificate> distrusted(CertificateHash certificate) {
        return store.get(DistrustedCertificate::parse, Store.key(DISTRUSTED, certificate.hex()));
    }

    private void write(DistrustedCertificate certificate) {
        store.put(Store.key(DISTRUSTED, certificate.certificate().hex()), certificate.write());
    }

    Optional<ProposalRecord> proposal(ProposalId id) {
        return store.get(ProposalRecord::parse, Store.key(PROPOSAL, id.hex()));
    }

    ProposalRecord existingProposal(ProposalId id) {
        return proposal(id)
                .orElseThrow(() -> new Refusal(ErrorCode.UNKNOWN_PROPOSAL, "Nothing is proposed under this id."));
    }

    OpenProposals proposedBy(MspId organisation) {
        return store.get(OpenProposals::parse, Store.key(PROPOSED_BY, organisation.value()))
                .orElse(OpenProposals.none());
    }

    void write(MspId organisation, OpenProposals proposals) {
        store.put(Store.key(PROPOSED_BY, organisation.value()), proposals.write());
    }

    /** A proposal with one approval more, and what it made when that was the decisive one. */
    void write(Decision decision) {
        store.put(
                Store.key(PROPOSAL, decision.record().id().hex()),
                decision.record().write());
        decision.effect().ifPresent(effect -> {
            if (effect instanceof Effect.OnAuthority authority) {
                write(authority.after());
            } else if (effect instanceof Effect.OnCertificate certificate) {
                write(certificate.after());
            } else if (effect instanceof Effect.OnMembers members) {
                write(members.after());
            }
        });
    }
}
