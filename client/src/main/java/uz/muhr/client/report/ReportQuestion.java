package uz.muhr.client.report;

import java.util.Optional;
import uz.muhr.client.commitment.Receipt;
import uz.muhr.client.verification.Inquiry;
import uz.muhr.protocol.identifier.DocumentNumber;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.identifier.TypeCode;

/**
 * What a report is to be about.
 *
 * @param named how the document was named, where it was by its number
 * @param language in which it is written
 */
public record ReportQuestion(Inquiry inquiry, Optional<Named> named, Language language) {
    /** A document as people name it. */
    public record Named(DocumentNumber number, MspId issuer, TypeCode type) {
        static Named of(Receipt receipt) {
            return new Named(receipt.number(), receipt.issuer(), receipt.type());
        }
    }

    /** How people name the document, by the question itself or by the receipt that came with it. */
    Optional<Named> name() {
        return named.or(() -> inquiry.receipt().map(Named::of));
    }
}
