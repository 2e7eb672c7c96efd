package uz.muhr.client.verification;

import java.time.Instant;
import java.util.Optional;
import uz.muhr.client.commitment.Receipt;
import uz.muhr.protocol.commitment.Commitment;
import uz.muhr.protocol.commitment.Fingerprint;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.refusal.Refusal;
import uz.muhr.protocol.verdict.Question;

/**
 * What somebody wants to know.
 *
 * @param file the fingerprint of the file in hand
 * @param receipt the receipt that came with it
 * @param document the record that number, issuer and type name
 * @param at the time for which it is asked; absent when now is meant
 */
public record Inquiry(
        Optional<Fingerprint> file, Optional<Receipt> receipt, Optional<DocumentId> document, Optional<Instant> at) {

    /**
     * Refuses what cannot be asked.
     *
     * @throws Refusal MALFORMED_ARGUMENT when nothing is given, the receipt is of another document than the number, or
     *     a fingerprint is not enough to compare what the receipt is of
     */
    public Inquiry {
        if (file.isEmpty() && receipt.isEmpty() && document.isEmpty()) {
            throw Refusal.malformed("Give a file, a receipt, or a number with its issuer and type.");
        }
        if (receipt.isPresent()
                && document.isPresent()
                && !receipt.get().documentId().equals(document.get())) {
            throw Refusal.malformed("The receipt is of " + receipt.get().type().title() + " "
                    + receipt.get().number() + " of " + receipt.get().issuer()
                    + ", not of the number, issuer and type given. Leave out one of them.");
        }
        if (receipt.isPresent() && file.isPresent()) {
            receipt.get().commitmentOf(file.get());
        }
    }

    /** Whether the receipt was made for another content than the file in hand. */
    public boolean receiptOfAnotherContent() {
        return receipt.isPresent()
                && file.isPresent()
                && !receipt.get().fingerprint().equals(file.get());
    }

    public Question question() {
        return new Question(content(), named(), at);
    }

    /** What the file in hand gives, with the receipt's salt when there is one. */
    public Optional<Commitment> content() {
        return file.map(fingerprint ->
                receipt.map(known -> known.commitmentOf(fingerprint)).orElseGet(() -> Commitment.open(fingerprint)));
    }

    /** The document that is named, by its number or by the receipt. */
    public Optional<DocumentId> named() {
        return document.or(() -> receipt.map(Receipt::documentId));
    }
}
