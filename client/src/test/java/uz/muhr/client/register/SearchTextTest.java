package uz.muhr.client.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uz.muhr.client.register.SearchText.CountsQuestion;
import uz.muhr.protocol.identifier.DocumentNumber;
import uz.muhr.protocol.record.DocumentStatus;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

class SearchTextTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);

    @Test
    void withoutAWordEverythingIsLookedFor() {
        Search search = SearchText.search(Map.of());
        assertEquals(Search.USUAL_LIMIT, search.limit());
        assertEquals(Optional.empty(), search.after());
        assertTrue(search.type().isEmpty()
                && search.number().isEmpty()
                && search.validAt().isEmpty());
    }

    @Test
    void aNumberIsLookedForByTheDigestThatTheProtocolMakesOfIt() {
        assertEquals(
                Optional.of(DocumentNumber.parse("CO-1").digest()),
                SearchText.search(Map.of("number", " co-1")).number());
    }

    @Test
    void aDateMeansItsWholeDay() {
        Search search = SearchText.search(
                Map.of("anchoredFrom", "2026-11-24", "anchoredUntil", "2026-11-24", "validAt", "2026-11-24"));
        assertEquals(Optional.of(Instant.parse("2026-11-24T00:00:00Z")), search.anchoredFrom());
        assertEquals(Optional.of(Instant.parse("2026-11-24T23:59:59Z")), search.anchoredUntil());
        assertEquals(Optional.of(Instant.parse("2026-11-24T23:59:59Z")), search.validAt());
    }

    @Test
    void aStatusIsOneThatIsStored() {
        assertEquals(
                Optional.of(DocumentStatus.REVOKED),
                SearchText.search(Map.of("status", "REVOKED")).status());
    }

    @ParameterizedTest
    @CsvSource({
        "colour, red",
        "type, 0",
        "issuer, a b",
        "status, EXPIRED",
        "status, valid",
        "validAt, noon",
        "commitment, ABC",
        "limit, 501",
        "limit, -1",
        "limit, 0050",
        "after, -1",
        "after, 1234567890123456789012",
        "anchoredFrom, 2026-02-30"
    })
    void aWordThatIsNotInItsFormIsRefused(String name, String text) {
        Refusal refusal = assertThrows(Refusal.class, () -> SearchText.search(Map.of(name, text)));
        assertEquals(ErrorCode.MALFORMED_ARGUMENT, refusal.code());
    }

    @Test
    void countsAreOf31DaysUnlessDaysAreNamed() {
        assertEquals(
                new CountsQuestion(Optional.empty(), LocalDate.of(2026, 10, 31), TODAY),
                SearchText.counts(Map.of(), TODAY));
        assertEquals(
                new CountsQuestion(Optional.empty(), LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 2)),
                SearchText.counts(Map.of("anchoredFrom", "2026-01-01", "anchoredUntil", "2026-01-02"), TODAY));
        assertThrows(Refusal.class, () -> SearchText.counts(Map.of("anchoredFrom", "2026-12-01"), TODAY));
        assertThrows(Refusal.class, () -> SearchText.counts(Map.of("type", "861"), TODAY));
    }

    @Test
    void aDatabaseThatIsNotThereIsSaidSoInOneSentence() {
        String sentence = assertThrows(
                        RegisterUnavailableException.class,
                        () -> Register.open(RegisterSettings.of(
                                Path.of("x"), "jdbc:postgresql://127.0.0.1:1/muhr", "muhr", "secret")))
                .sentence();
        assertTrue(sentence.contains("PostgreSQL does not let this client in, or is not there"), sentence);
        assertFalse(sentence.contains("secret"), sentence);
    }
}
