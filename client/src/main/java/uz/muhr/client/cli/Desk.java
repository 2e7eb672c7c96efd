package uz.muhr.client.cli;

import java.util.List;
import uz.muhr.client.authority.ProposalView;
import uz.muhr.client.submission.Order;
import uz.muhr.client.submission.Outcome;
import uz.muhr.client.verification.DrawView;
import uz.muhr.client.verification.HoldsView;
import uz.muhr.client.verification.RecordView;
import uz.muhr.protocol.identifier.CertificateHash;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.identifier.ProposalId;
import uz.muhr.protocol.identifier.TypeCode;
import uz.muhr.protocol.proposal.Proposal;
import uz.muhr.protocol.quantity.Quantity;
import uz.muhr.protocol.record.RevocationReason;

/**
 * Where a command's writes go: to the ledger itself, or to a running client, which keeps them in its journal first. Failures
 * are those that {@link Complaints} knows.
 */
interface Desk extends AutoCloseable {
    /** The version of a document's record that is current, for a change to name. */
    long version(DocumentId document);

    /** The version of a document's holds. */
    long versionOfHolds(DocumentId document);

    /** The version of an organisation's authority over a type; 0 when there is none. */
    long versionOfAuthority(MspId issuer, TypeCode type);

    /** The version of what is said of a certificate; 0 when nothing is. */
    long versionOfCertificate(CertificateHash certificate);

    /** The version of the list of members. */
    long versionOfMembers();

    /** Anchors documents; each gets its own outcome, in the order given, and its receipt beside the file. */
    List<Outcome> submit(List<Order> orders);

    /** Puts a document, with a number of its own, in another's place. */
    Outcome replace(Order order, DocumentId replaced, long expected);

    /** Puts another file under the same number. */
    Outcome reissue(Order order, long expected);

    RecordView suspend(DocumentId document, long expected);

    RecordView reinstate(DocumentId document, long expected);

    RecordView renew(DocumentId document, long expected);

    RecordView revoke(DocumentId document, long expected, RevocationReason reason);

    HoldsView hold(DocumentId document, long expected);

    HoldsView release(DocumentId document, long expected);

    DrawView writeOff(DocumentId document, DeclarationLine line, Quantity quantity);

    DrawView reverse(DocumentId document, DeclarationLine line);

    ProposalView propose(Proposal proposal);

    ProposalView approve(ProposalId proposal);

    @Override
    void close();
}
