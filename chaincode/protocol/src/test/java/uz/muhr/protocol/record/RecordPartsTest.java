package uz.muhr.protocol.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static uz.muhr.protocol.Refusals.assertMalformed;
import static uz.muhr.protocol.Refusals.assertRefused;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uz.muhr.protocol.Golden;
import uz.muhr.protocol.Samples;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.refusal.ErrorCode;

final class RecordPartsTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "+1", "01", "1.0", "1e1", " 1", "1 ", "1\n", "١", "1000000000000000000"})
    void aSequenceIsAWholeNumberFromOneInItsOneForm(String text) {
        assertMalformed(() -> SequenceNumber.parse(text));
    }

    @Test
    void aSequenceOfEighteenDigitsIsRead() {
        assertEquals(999_999_999_999_999_999L, SequenceNumber.parse("9".repeat(18)));
    }

    @Test
    void theReasonsAreThoseOfRfc5280ThatFitADocument() {
        assertEquals(
                List.of(
                        "unspecified",
                        "keyCompromise",
                        "affiliationChanged",
                        "superseded",
                        "cessationOfOperation",
                        "privilegeWithdrawn"),
                List.of(RevocationReason.values()).stream()
                        .map(RevocationReason::text)
                        .toList());
        assertRefused(
                ErrorCode.MALFORMED_ARGUMENT, "cessationOfOperation", () -> RevocationReason.parse("KEY_COMPROMISE"));
    }

    @Test
    void revokedAndSupersededAreFinal() {
        assertTrue(DocumentStatus.REVOKED.isFinal() && DocumentStatus.SUPERSEDED.isFinal());
        assertTrue(!DocumentStatus.VALID.isFinal() && !DocumentStatus.SUSPENDED.isFinal());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"VALID\"|\"valid\"", "\"VALID\"|\"EXPIRED\"", "\"format\":1|\"format\":2", "\"open\"|\"OPEN\""
            })
    void aRecordWithAnotherWordForAPartIsRefused(String change) {
        List<String> words = List.of(change.split("\\|"));
        String text = Golden.text("record-open").replace(words.get(0), words.get(1));
        assertMalformed(() -> RecordText.parse(text));
    }

    @Test
    void aRecordWithAnUnknownMemberIsRefused() {
        String text = Golden.text("record-open").replace("\"type\":\"861\"}", "\"type\":\"861\",\"x\":1}");
        assertRefused(ErrorCode.MALFORMED_ARGUMENT, "unknown member \"x\"", () -> RecordText.parse(text));
    }

    @Test
    void documentsFoundAreAtMostFiftyAndNoneTwice() {
        List<DocumentId> many = IntStream.range(0, 51)
                .mapToObj(i -> Samples.document(Samples.CHAMBER, Samples.ORIGIN, "N" + i))
                .toList();
        assertEquals(
                50,
                FoundDocuments.parse(new FoundDocuments(many.subList(0, 50), true).write())
                        .documents()
                        .size());
        assertMalformed(() -> new FoundDocuments(many, true));
        assertMalformed(() -> new FoundDocuments(Collections.nCopies(2, Samples.DOCUMENT), false));
    }

    @Test
    void aListOfFoundDocumentsHoldsTextsOnly() {
        for (String wrong : List.of("1", "{}", "[]", "true")) {
            assertMalformed(() -> FoundDocuments.parse("{\"documents\":[" + wrong + "],\"more\":false}"));
        }
        assertMalformed(() -> FoundDocuments.parse("{\"documents\":[],\"more\":\"false\"}"));
    }
}
