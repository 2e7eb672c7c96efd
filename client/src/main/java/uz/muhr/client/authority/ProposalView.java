package uz.muhr.client.authority;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uz.muhr.client.verification.RecordView.ChangeView;
import uz.muhr.protocol.json.LedgerTime;
import uz.muhr.protocol.proposal.Proposal;
import uz.muhr.protocol.proposal.ProposalRecord;

/**
 * A proposal, for a person or another program. Times are RFC 3339 UTC; what does not apply is absent.
 *
 * @param id by which it is approved
 * @param kind grant, withdraw, distrust, distrust-certificate or admit
 * @param expected the version of what it changes; 0 when there is none yet
 * @param from the beginning of a grant, the end by a withdrawal, or since when there is distrust
 * @param effective whether enough organisations have approved it
 * @param expires until when it can be approved
 * @param approvals in order, the proposer's own first
 */
public record ProposalView(
        String id,
        String kind,
        @Nullable String organisation,
        @Nullable String type,
        @Nullable String typeName,
        @Nullable String certificate,
        @Nullable String from,
        @Nullable String until,
        @Nullable String accreditation,
        long expected,
        boolean effective,
        String expires,
        List<ChangeView> approvals) {

    public static ProposalView of(ProposalRecord record) {
        Proposal proposal = record.proposal();
        Said said = Said.of(proposal);
        return new ProposalView(
                record.id().hex(),
                said.kind,
                said.organisation,
                said.type,
                said.typeName,
                said.certificate,
                said.from,
                said.until,
                said.accreditation,
                proposal.expected(),
                record.effective(),
                LedgerTime.write(record.expires()),
                record.approvals().stream().map(ChangeView::of).toList());
    }

    /** What the kinds of proposal say in their different ways. */
    private record Said(
            String kind,
            @Nullable String organisation,
            @Nullable String type,
            @Nullable String typeName,
            @Nullable String certificate,
            @Nullable String from,
            @Nullable String until,
            @Nullable String accreditation) {

        static Said of(Proposal proposal) {
            if (proposal instanceof Proposal.Grant grant) {
                return ofAuthority(
                        "grant",
                        grant,
                        LedgerTime.write(grant.from()),
                        grant.until().map(LedgerTime::write).orElse(null),
                        grant.accreditation().text());
            }
            if (proposal instanceof Proposal.Withdraw withdraw) {
                return ofAuthority("withdraw", withdraw, LedgerTime.write(withdraw.from()), null, null);
            }
            if (proposal instanceof Proposal.Distrust distrust) {
                return ofAuthority("distrust", distrust, LedgerTime.write(distrust.since()), null, null);
            }
            if (proposal instanceof Proposal.DistrustCertificate distrust) {
                return new Said(
                        "distrust-certificate",
                        null,
                        null,
                        null,
                        distrust.certificate().hex(),
                        LedgerTime.write(distrust.since()),
                        null,
                        null);
            }
            Proposal.Admit admit = (Proposal.Admit) proposal;
            return new Said("admit", admit.organisation().value(), null, null, null, null, null, null);
        }

        private static Said ofAuthority(
                String kind,
                Proposal.OfAuthority about,
                String from,
                @Nullable String until,
                @Nullable String accreditation) {
            return new Said(
                    kind,
                    about.issuer().value(),
                    about.type().value(),
                    about.type().title(),
                    null,
                    from,
                    until,
                    accreditation);
        }
    }
}
