package uz.muhr.client.tally;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

/** Which days are counted. */
class TallyQuestionTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-26");

    @Test
    void withoutAnyDayItIsTheLastThirtyOne() {
        assertEquals(new TallyQuestion(LocalDate.parse("2026-10-27"), TODAY), TallyQuestion.of(Map.of(), TODAY));
    }

    @Test
    void withoutABeginningItIsThirtyOneDaysBeforeTheEnd() {
        assertEquals(
                LocalDate.parse("2026-01-01"),
                TallyQuestion.of(Map.of("until", "2026-01-31"), TODAY).first());
    }

    @Test
    void aYearMayBeCountedAtOnceAndNoMore() {
        Map<String, String> year = Map.of("from", "2025-11-26", "until", "2026-11-26");
        assertEquals(TODAY, TallyQuestion.of(year, TODAY).last());
        refused(Map.of("from", "2025-11-25", "until", "2026-11-26"));
    }

    @ParameterizedTest
    @CsvSource({"2026-11-02, 2026-11-01", "2030-01-01, 2026-11-01"})
    void daysHaveToBeInTheirOrder(String from, String until) {
        refused(Map.of("from", from, "until", until));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2026-02-30", "", "26.11.2026"})
    void aDayHasToBeOne(String day) {
        refused(Map.of("from", day));
    }

    @Test
    void nothingElseIsAsked() {
        refused(Map.of("issuer", "ChamberMSP"));
    }

    private static void refused(Map<String, String> words) {
        Refusal refusal = assertThrows(Refusal.class, () -> TallyQuestion.of(words, TODAY));
        assertEquals(ErrorCode.MALFORMED_ARGUMENT, refusal.code());
    }
}
