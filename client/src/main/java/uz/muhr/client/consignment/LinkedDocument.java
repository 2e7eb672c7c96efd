package uz.muhr.client.consignment;

import uz.muhr.client.commitment.Receipt;
import uz.muhr.protocol.commitment.Commitment;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.identifier.DocumentNumber;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.identifier.TypeCode;

/**
 * A document that goes with a consignment, as people call it.
 *
 * @param commitment to the content that was linked, which is on the ledger for everybody to see
 */
public record LinkedDocument(MspId issuer, TypeCode type, DocumentNumber number, Commitment commitment) {
    /** The document of a receipt. */
    public static LinkedDocument of(Receipt receipt) {
        return new LinkedDocument(receipt.issuer(), receipt.type(), receipt.number(), receipt.commitment());
    }

    public DocumentId id() {
        return DocumentId.of(issuer, type, number.digest());
    }
}
