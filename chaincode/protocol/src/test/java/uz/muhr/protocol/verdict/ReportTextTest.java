package uz.muhr.protocol.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static uz.muhr.protocol.Refusals.assertMalformed;
import static uz.muhr.protocol.Refusals.assertRefused;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uz.muhr.protocol.Golden;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

/** Reports as text: the golden ones say what their evidence gives, and no altered one is believed. */
final class ReportTextTest {
    @ParameterizedTest
    @CsvSource({
        "valid, VALID",
        "revoked, REVOKED",
        "valid-before-revocation, VALID",
        "expired, EXPIRED",
        "not-yet-valid, NOT_YET_VALID",
        "unknown, UNKNOWN",
        "anchored-later, UNKNOWN",
        "altered, ALTERED",
        "not-authorised, NOT_AUTHORISED",
        "issuer-distrusted, NOT_AUTHORISED",
        "certificate-distrusted, NOT_AUTHORISED",
        "exhausted, EXHAUSTED",
        "held, SUSPENDED",
        "replaced, SUPERSEDED",
        "receipt-required, UNDETERMINED",
        "content-not-compared, UNDETERMINED",
        "too-many-records, UNDETERMINED",
    })
    void aGoldenReportIsReadJudgedAnewAndWrittenAsItWas(String name, Verdict verdict) {
        String text = Golden.text("report-" + name);
        Report report = Report.parse(text);
        assertEquals(verdict, report.assessment().verdict());
        assertEquals(text, report.write());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "revoked",
                "expired",
                "unknown",
                "altered",
                "not-authorised",
                "receipt-required",
                "too-many-records"
            })
    void aVerdictThatDoesNotFollowIsRefused(String name) {
        String text = Golden.text("report-" + name);
        String verdict = "\"verdict\":\"" + Report.parse(text).assessment().verdict() + "\"";
        String forged = text.replace(verdict, "\"verdict\":\"VALID\"");
        assertRefused(ErrorCode.CORRUPT_RECORD, "not the one that its evidence gives", () -> Report.parse(forged));
        String withoutReasons = forged.replaceAll("\"reasons\":\\[[^]]*]", "\"reasons\":[]");
        assertRefused(ErrorCode.CORRUPT_RECORD, () -> Report.parse(withoutReasons));
    }

    @Test
    void reasonsThatDoNotFollowAreRefused() {
        String text = Golden.text("report-revoked");
        for (String reasons :
                List.of("[]", "[\"VALIDITY_ENDED\"]", "[1]", "[{}]", "[\"REVOKED_BY_ISSUER\",\"HELD_BY_CUSTOMS\"]")) {
            String forged = text.replace("[\"REVOKED_BY_ISSUER\"]", reasons);
            assertRefused(ErrorCode.CORRUPT_RECORD, () -> Report.parse(forged));
        }
    }

    /** Each is one thing changed in the evidence; the chain of hashes or the verdict no longer fits. */
    @Test
    void evidenceThatWasTamperedWithIsRefused() {
        String text = Golden.text("report-revoked");
        for (String forged : List.of(
                text.replaceFirst("\"sequence\":2,\"status\":\"REVOKED\"", "\"sequence\":2,\"status\":\"VALID\""),
                text.replaceFirst("\"reason\":\"keyCompromise\"", "\"reason\":\"superseded\"")
                        .replaceFirst("\"predecessor\":\"[0-9a-f]{8}", "\"predecessor\":\"00000000"),
                text.replace("\"status\":\"VALID\"", "\"status\":\"SUSPENDED\""),
                text.replace("2026-03-01T08:00:00Z", "2026-04-02T08:00:00Z"),
                text.replaceAll(",\\{\"anchored\".*?}]", "]"),
                text.replace("\"issuer\":\"ChamberMSP\",\"periods\"", "\"issuer\":\"CustomsMSP\",\"periods\""))) {
            assertRefusedAsForged(text, forged);
        }
    }

    /** The same answer by other bytes: peers would have signed another text. */
    @Test
    void anotherTextOfTheSameAnswerIsRefused() {
        String text = Golden.text("report-valid");
        String lastFirst = text.replaceFirst("\\{", "{\"verdict\":\"VALID\",").replace(",\"verdict\":\"VALID\"}", "}");
        for (String other : List.of(text.replaceFirst(":", ": "), text + "\n", lastFirst)) {
            assertRefused(ErrorCode.CORRUPT_RECORD, "not in canonical form", () -> Report.parse(other));
        }
    }

    @Test
    void aVerdictOfALaterVersionIsNotUnderstood() {
        String text = Golden.text("report-valid").replace("\"verdict\":\"VALID\"", "\"verdict\":\"SPLENDID\"");
        assertRefused(ErrorCode.MALFORMED_ARGUMENT, "not known to this version", () -> Report.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"at\":\"2026-05-01T12:00:00Z\"}",
                "{\"kind\":\"open\"}",
                "{\"document\":1}",
                "{\"number\":\"1\"}"
            })
    void aQuestionNamesAContentOrADocument(String text) {
        assertMalformed(() -> Question.parse(text));
    }

    @Test
    void aCommitmentWithoutItsKindIsNoQuestion() {
        String text = Golden.text("question").replace(",\"kind\":\"open\"", "");
        assertRefused(ErrorCode.MALFORMED_ARGUMENT, "unknown member \"commitment\"", () -> Question.parse(text));
    }

    private static void assertRefusedAsForged(String text, String forged) {
        assertEquals(false, text.equals(forged), "the forgery changed nothing");
        Refusal refusal = assertThrows(Refusal.class, () -> Report.parse(forged), forged);
        assertEquals(
                true,
                List.of(ErrorCode.CORRUPT_RECORD, ErrorCode.MALFORMED_ARGUMENT).contains(refusal.code()));
    }
}
