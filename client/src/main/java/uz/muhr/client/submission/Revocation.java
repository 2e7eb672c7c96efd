package uz.muhr.client.submission;

import uz.muhr.client.fabric.ConflictException;
import uz.muhr.client.fabric.Endorsed;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.record.DocumentRecord;
import uz.muhr.protocol.record.RecordText;
import uz.muhr.protocol.record.RevocationReason;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

/** Revokes documents. A revocation names the version it expects, so that it is never applied twice. */
public final class Revocation {
    private final Ledger ledger;

    public Revocation(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * Revokes a document for good.
     *
     * @param expected the sequence of the record as it was seen
     * @return the record as it now stands
     * @throws Refusal NOT_ISSUER, NOT_AUTHORISED, STALE_SEQUENCE, ILLEGAL_TRANSITION or UNKNOWN_DOCUMENT
     * @throws uz.muhr.client.fabric.LedgerUnavailableException when nothing was sent
     * @throws uz.muhr.client.fabric.OutcomeUnknownException when it was sent and nobody said what became of it
     */
    public DocumentRecord revoke(DocumentId document, long expected, RevocationReason reason) {
        try {
            Endorsed endorsed = ledger.proposeRevoke(document, expected, reason);
            endorsed.commit();
            return RecordText.parse(endorsed.answer());
        } catch (ConflictException e) {
            throw new Refusal(
                    ErrorCode.STALE_SEQUENCE,
                    "Another change of this document, or its anchoring, came at the same time; nothing was changed. Look again.",
                    e);
        }
    }
}
