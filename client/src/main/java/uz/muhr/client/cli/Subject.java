package uz.muhr.client.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import uz.muhr.client.attestation.AttestedDocument;
import uz.muhr.client.commitment.Receipt;
import uz.muhr.client.verification.Inquiry;
import uz.muhr.protocol.commitment.Commitment;
import uz.muhr.protocol.commitment.Fingerprint;
import uz.muhr.protocol.disclosure.Disclosure;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.refusal.Refusal;
import uz.muhr.protocol.verdict.Question;

/**
 * What is verified: a file, a number, or what a file says by a rule of its own.
 *
 * @param disclosure the fields that are shown, when the file is a disclosure
 * @param receiptOfAnotherContent whether the receipt beside the file was made for another
 */
record Subject(Question question, Optional<Disclosure> disclosure, boolean receiptOfAnotherContent) {
    static Subject of(Inquiry inquiry) {
        return new Subject(inquiry.question(), Optional.empty(), inquiry.receiptOfAnotherContent());
    }

    /** @throws Refusal MALFORMED_ARGUMENT when it is of another document than the number that is given */
    static Subject of(Disclosure disclosure, Optional<DocumentId> numbered, Optional<Instant> at) {
        if (numbered.isPresent() && !numbered.get().equals(disclosure.document())) {
            throw Refusal.malformed("The disclosure is of another document than the number, issuer and type given.");
        }
        return new Subject(
                new Question(Optional.of(disclosure.commitment()), Optional.of(disclosure.document()), at),
                Optional.of(disclosure),
                false);
    }

    /** An OpenAttestation document, which holds by its own rule. */
    static Subject attested(
            Path file,
            Fingerprint fingerprint,
            Optional<Receipt> receipt,
            Optional<DocumentId> numbered,
            Optional<Instant> at) {
        Commitment content = AttestedDocument.read(file, fingerprint).commitment();
        Optional<DocumentId> named = receipt.isPresent() || numbered.isPresent()
                ? new Inquiry(Optional.empty(), receipt, numbered, at).named()
                : Optional.empty();
        return new Subject(new Question(Optional.of(content), named, at), Optional.empty(), false);
    }
}
