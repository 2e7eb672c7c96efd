package uz.muhr.client.submission;

import uz.muhr.client.fabric.Ledger;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.record.DocumentRecord;
import uz.muhr.protocol.record.Operation;
import uz.muhr.protocol.record.RecordText;
import uz.muhr.protocol.record.RevocationReason;
import uz.muhr.protocol.refusal.Refusal;

/**
 * What an issuer does with its anchored documents. Each change names the version it expects, so that it is never applied
 * twice and never to a record that somebody changed in between.
 */
public final class DocumentChanges {
    private final Attempts attempts;

    public DocumentChanges(Ledger ledger) {
        this.attempts = new Attempts(ledger, Stages.UNWATCHED);
    }

    /**
     * Suspends a document until it is reinstated.
     *
     * @param expected the sequence of the record as it was seen
     * @return the record as it now stands
     * @throws Refusal NOT_ISSUER, NOT_AUTHORISED, STALE_SEQUENCE, ILLEGAL_TRANSITION, UNKNOWN_DOCUMENT or CLOCK_SKEW
     * @throws uz.muhr.client.fabric.LedgerUnavailableException when nothing was sent
     * @throws uz.muhr.client.fabric.OutcomeUnknownException when it was sent and nobody said what became of it
     */
    public DocumentRecord suspend(DocumentId document, long expected) {
        return change(Operation.SUSPEND, document, expected);
    }

    /** Makes a suspended document valid again; fails as {@link #suspend}. */
    public DocumentRecord reinstate(DocumentId document, long expected) {
        return change(Operation.REINSTATE, document, expected);
    }

    /** Has the policy of a document's key follow the present members; fails as {@link #suspend}. */
    public DocumentRecord renew(DocumentId document, long expected) {
        return change(Operation.RENEW, document, expected);
    }

    /** Revokes a document for good; fails as {@link #suspend}. */
    public DocumentRecord revoke(DocumentId document, long expected, RevocationReason reason) {
        return settled(new Wish.Revoke(document, expected, reason));
    }

    private DocumentRecord change(Operation operation, DocumentId document, long expected) {
        return settled(new Wish.Change(operation, document, expected));
    }

    private DocumentRecord settled(Wish wish) {
        return RecordText.parse(attempts.settle(wish).answer());
    }
}
