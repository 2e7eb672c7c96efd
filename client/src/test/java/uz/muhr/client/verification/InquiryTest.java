package uz.muhr.client.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uz.muhr.client.commitment.Receipt;
import uz.muhr.client.commitment.Receipts;
import uz.muhr.protocol.commitment.Commitment;
import uz.muhr.protocol.commitment.Fingerprint;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.refusal.Refusal;
import uz.muhr.protocol.verdict.Question;

class InquiryTest {
    private static final Fingerprint FILE = new Fingerprint("ab".repeat(32));
    private static final Receipt RECEIPT = Receipts.pending();

    @Test
    void aFileAloneIsAskedAboutAsOpen() {
        assertEquals(
                new Question(Optional.of(Commitment.open(FILE)), Optional.empty(), Optional.empty()),
                inquiry(Optional.of(FILE), Optional.empty(), Optional.empty()).question());
    }

    @Test
    void aReceiptGivesTheSaltAndTheDocument() {
        assertEquals(
                new Question(Optional.of(RECEIPT.commitment()), Optional.of(RECEIPT.documentId()), Optional.empty()),
                inquiry(Optional.of(FILE), Optional.of(RECEIPT), Optional.empty())
                        .question());
    }

    @Test
    void aReceiptWithoutAFileComparesNoContent() {
        Question question = inquiry(Optional.empty(), Optional.of(RECEIPT), Optional.empty())
                .question();
        assertEquals(Optional.empty(), question.content());
        assertEquals(Optional.of(RECEIPT.documentId()), question.document());
    }

    @Test
    void aFileThatIsNotTheReceiptsIsAskedAboutWithItsOwnFingerprint() {
        Inquiry inquiry =
                inquiry(Optional.of(new Fingerprint("00".repeat(32))), Optional.of(RECEIPT), Optional.empty());
        assertTrue(inquiry.receiptOfAnotherContent());
        assertFalse(inquiry.question().content().equals(Optional.of(RECEIPT.commitment())));
    }

    @Test
    void theAskedTimeGoesAlong() {
        Instant at = Instant.parse("2026-03-01T00:00:00Z");
        assertEquals(
                Optional.of(at),
                new Inquiry(Optional.of(FILE), Optional.empty(), Optional.empty(), Optional.of(at))
                        .question()
                        .at());
    }

    @Test
    void nothingCannotBeAsked() {
        assertThrows(Refusal.class, () -> inquiry(Optional.empty(), Optional.empty(), Optional.empty()));
    }

    @Test
    void aReceiptOfAnotherDocumentThanTheNumberIsRefused() {
        DocumentId other = Receipts.open().documentId();
        assertThrows(Refusal.class, () -> inquiry(Optional.of(FILE), Optional.of(RECEIPT), Optional.of(other)));
        assertFalse(inquiry(Optional.of(FILE), Optional.of(RECEIPT), Optional.of(RECEIPT.documentId()))
                .receiptOfAnotherContent());
    }

    /** Its fingerprint is not in the commitment, so a file of the same would be any file. */
    @Test
    void aFingerprintIsNotAskedAboutWithTheReceiptOfAnAttestedDocument() {
        Optional<Receipt> attested = Optional.of(Receipts.attested());
        assertThrows(Refusal.class, () -> inquiry(Optional.of(FILE), attested, Optional.empty()));
        assertEquals(
                Optional.of(Receipts.attested().documentId()),
                inquiry(Optional.empty(), attested, Optional.empty()).question().document());
    }

    private static Inquiry inquiry(
            Optional<Fingerprint> file, Optional<Receipt> receipt, Optional<DocumentId> document) {
        return new Inquiry(file, receipt, document, Optional.empty());
    }
}
