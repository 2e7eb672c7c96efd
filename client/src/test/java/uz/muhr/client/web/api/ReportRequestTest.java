package uz.muhr.client.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uz.muhr.client.commitment.ReceiptText;
import uz.muhr.client.commitment.Receipts;
import uz.muhr.client.report.Language;
import uz.muhr.client.report.ReportQuestion;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

/** What a report can be asked with. */
class ReportRequestTest {
    private static final String HASH = "a".repeat(64);
    private static final DocumentId ID = new DocumentId(HASH);

    @Test
    void aNumberIsKeptAsPeopleNameIt() {
        ReportQuestion question = ReportRequest.parse(
                "{\"number\":\"uz 1\",\"issuer\":\"ChamberMSP\",\"type\":\"861\",\"language\":\"uz\"}");
        assertEquals("UZ1", question.named().orElseThrow().number().value());
        assertTrue(question.inquiry().document().isPresent());
        assertEquals(Language.UZ, question.language());
    }

    @Test
    void anIdIsEnough() {
        ReportQuestion question = ReportRequest.parse("{\"document\":\"" + HASH + "\",\"language\":\"ru\"}");
        assertEquals(Optional.of(ID), question.inquiry().document());
        assertEquals(Optional.empty(), question.named());
    }

    @Test
    void aFilesFingerprintAndItsReceiptAreTakenAsAVerificationTakesThem() {
        ReportQuestion question = ReportRequest.parse("{\"fingerprint\":\"" + HASH + "\",\"receipt\":"
                + ReceiptText.write(Receipts.anchored()) + ",\"at\":\"2026-11-22\",\"language\":\"en\"}");
        assertEquals(HASH, question.inquiry().file().orElseThrow().hex());
        assertEquals(Receipts.anchored(), question.inquiry().receipt().orElseThrow());
        assertEquals(
                Optional.of(Instant.parse("2026-11-22T23:59:59Z")),
                question.inquiry().at());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"language\":\"en\"}",
                "{\"document\":\"x\",\"language\":\"en\"}",
                "{\"number\":\"1\",\"language\":\"en\"}",
                "{\"number\":\"1\",\"issuer\":\"ChamberMSP\",\"type\":\"861\"}",
                "{\"number\":\"1\",\"issuer\":\"ChamberMSP\",\"type\":\"861\",\"language\":\"de\"}",
                "{\"number\":\"1\",\"issuer\":\"ChamberMSP\",\"type\":\"861\",\"language\":\"en\",\"x\":1}",
                "[]",
                ""
            })
    void whatIsNotWholeOrHoldsMoreIsRefused(String text) {
        assertEquals(
                ErrorCode.MALFORMED_ARGUMENT,
                assertThrows(Refusal.class, () -> ReportRequest.parse(text)).code());
    }

    @Test
    void aDocumentIsNamedInOneWay() {
        assertThrows(
                Refusal.class,
                () -> ReportRequest.parse("{\"number\":\"1\",\"issuer\":\"ChamberMSP\",\"type\":\"861\",\"document\":\""
                        + HASH + "\",\"language\":\"en\"}"));
    }

    @Test
    void aQueryNamesTheLanguageAndATimeAndNothingElse() {
        ReportQuestion question = ReportRequest.of(ID, Map.of("language", "en", "at", "2026-11-22T10:00:00Z"));
        assertEquals(Optional.of(ID), question.inquiry().document());
        assertEquals(
                Optional.of(Instant.parse("2026-11-22T10:00:00Z")),
                question.inquiry().at());
        for (Map<String, String> wrong : List.of(
                Map.<String, String>of(),
                Map.of("language", "xx"),
                Map.of("language", "en", "at", "now"),
                Map.of("language", "en", "number", "1"))) {
            assertThrows(Refusal.class, () -> ReportRequest.of(ID, wrong));
        }
    }
}
