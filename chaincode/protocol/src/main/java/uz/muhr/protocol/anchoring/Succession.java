package uz.muhr.protocol.anchoring;

import java.util.Optional;
import uz.muhr.protocol.authority.AuthorityRecord;
import uz.muhr.protocol.customs.Holds;
import uz.muhr.protocol.customs.WriteOffs;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.quantity.Amount;
import uz.muhr.protocol.quantity.Quantity;
import uz.muhr.protocol.record.Change;
import uz.muhr.protocol.record.DocumentRecord;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

/**
 * The rule of replacing: a new number takes a document's place. A document is replaced once, by one that was not there
 * before, so lineage never forks and never closes a circle.
 *
 * @param replaced the old document's last version, which names the new one
 * @param id the new document's name
 * @param successor its first version, which names the old one
 */
public record Succession(DocumentRecord replaced, DocumentId id, DocumentRecord successor) {

    /**
     * Decides a replacement.
     *
     * @param before the current record of the document that is replaced
     * @param authority what the ledger holds for its issuer and type
     * @param taken whether the new number is anchored already
     * @throws Refusal NOT_ISSUER, STALE_SEQUENCE, ILLEGAL_TRANSITION, CLOCK_SKEW, NOT_AUTHORISED, DOCUMENT_EXISTS or
     *     QUANTITY_EXCEEDED
     */
    public static Succession decide(
            Replacement request,
            DocumentRecord before,
            Optional<AuthorityRecord> authority,
            boolean taken,
            Optional<WriteOffs> written,
            Holds holds,
            Change change) {
        DocumentId id = request.successor(before);
        DocumentRecord replaced = before.replacedBy(id, request.expected(), change);
        AuthorityRecord inForce = Anchoring.inForce(authority, before.type(), change);
        if (taken) {
            throw Anchoring.exists(before.issuer(), before.type());
        }
        if (holds.isHeld()) {
            throw new Refusal(
                    ErrorCode.ILLEGAL_TRANSITION,
                    "Customs holds the document, so it cannot be replaced until it is released.");
        }
        Optional<Quantity> left = before.quantity().map(quantity -> left(quantity, written));
        return new Succession(
                replaced,
                id,
                DocumentRecord.anchor(
                        before.type(),
                        request.commitment(),
                        request.validity(),
                        left,
                        Optional.of(request.document()),
                        inForce.sequence(),
                        change));
    }

    private static Quantity left(Quantity quantity, Optional<WriteOffs> written) {
        Amount left = WriteOffs.remaining(quantity.amount(), written);
        if (left.isZero()) {
            throw new Refusal(
                    ErrorCode.QUANTITY_EXCEEDED,
                    "All of " + quantity + " is written off: there is nothing to inherit.");
        }
        return new Quantity(left, quantity.unit());
    }
}
