package uz.muhr.client.cli;

import java.security.SecureRandom;
import java.util.List;
import uz.muhr.client.authority.Decisions;
import uz.muhr.client.authority.ProposalView;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.client.submission.CustomsControl;
import uz.muhr.client.submission.DocumentChanges;
import uz.muhr.client.submission.NewPaper;
import uz.muhr.client.submission.Order;
import uz.muhr.client.submission.Outcome;
import uz.muhr.client.submission.Submission;
import uz.muhr.client.verification.DrawView;
import uz.muhr.client.verification.HoldsView;
import uz.muhr.client.verification.RecordView;
import uz.muhr.protocol.customs.DrawId;
import uz.muhr.protocol.customs.DrawRequest;
import uz.muhr.protocol.identifier.CertificateHash;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.identifier.ProposalId;
import uz.muhr.protocol.identifier.TypeCode;
import uz.muhr.protocol.proposal.Proposal;
import uz.muhr.protocol.quantity.Quantity;
import uz.muhr.protocol.record.RevocationReason;

/** Writes to the ledger itself, in the name of whoever acts; the receipts beside the files are its journal. */
record LedgerDesk(Ledger ledger) implements Desk {
    @Override
    public long version(DocumentId document) {
        return ledger.read(document).value().sequence();
    }

    @Override
    public long versionOfHolds(DocumentId document) {
        return ledger.customs().holds(document).value().sequence();
    }

    @Override
    public long versionOfAuthority(MspId issuer, TypeCode type) {
        return decisions().sequenceOf(issuer, type);
    }

    @Override
    public long versionOfCertificate(CertificateHash certificate) {
        return decisions().sequenceOf(certificate);
    }

    @Override
    public long versionOfMembers() {
        return decisions().sequenceOfMembers();
    }

    @Override
    public List<Outcome> submit(List<Order> orders) {
        return new Submission(ledger, new SecureRandom()).submit(orders);
    }

    @Override
    public Outcome replace(Order order, DocumentId replaced, long expected) {
        return new NewPaper(ledger, new SecureRandom()).replace(order, replaced, expected);
    }

    @Override
    public Outcome reissue(Order order, long expected) {
        return new NewPaper(ledger, new SecureRandom()).reissue(order, expected);
    }

    @Override
    public RecordView suspend(DocumentId document, long expected) {
        return RecordView.of(document, new DocumentChanges(ledger).suspend(document, expected));
    }

    @Override
    public RecordView reinstate(DocumentId document, long expected) {
        return RecordView.of(document, new DocumentChanges(ledger).reinstate(document, expected));
    }

    @Override
    public RecordView renew(DocumentId document, long expected) {
        return RecordView.of(document, new DocumentChanges(ledger).renew(document, expected));
    }

    @Override
    public RecordView revoke(DocumentId document, long expected, RevocationReason reason) {
        return RecordView.of(document, new DocumentChanges(ledger).revoke(document, expected, reason));
    }

    @Override
    public HoldsView hold(DocumentId document, long expected) {
        return HoldsView.of(new CustomsControl(ledger).hold(document, expected));
    }

    @Override
    public HoldsView release(DocumentId document, long expected) {
        return HoldsView.of(new CustomsControl(ledger).release(document, expected));
    }

    @Override
    public DrawView writeOff(DocumentId document, DeclarationLine line, Quantity quantity) {
        return DrawView.of(new CustomsControl(ledger)
                .writeOff(new DrawRequest(document, line.declaration(), line.line(), quantity)));
    }

    @Override
    public DrawView reverse(DocumentId document, DeclarationLine line) {
        return DrawView.of(new CustomsControl(ledger)
                .reverse(document, DrawId.of(ledger.organisation(), line.declaration(), line.line())));
    }

    @Override
    public ProposalView propose(Proposal proposal) {
        return ProposalView.of(decisions().propose(proposal));
    }

    @Override
    public ProposalView approve(ProposalId proposal) {
        return ProposalView.of(decisions().approve(proposal));
    }

    private Decisions decisions() {
        return new Decisions(ledger);
    }

    @Override
    public void close() {
        ledger.close();
    }
}
