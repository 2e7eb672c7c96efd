package uz.muhr.client.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uz.muhr.protocol.record.Validity;
import uz.muhr.protocol.refusal.Refusal;

class ValidityTextTest {
    @Test
    void aDateMeansItsWholeDay() {
        assertEquals(
                new Validity(
                        Optional.of(Instant.parse("2026-01-01T00:00:00Z")),
                        Optional.of(Instant.parse("2026-12-31T23:59:59Z"))),
                ValidityText.parse("2026-01-01", "2026-12-31"));
    }

    @Test
    void aTimeKeepsItsOffset() {
        assertEquals(
                Optional.of(Instant.parse("2026-01-01T04:00:00Z")),
                ValidityText.parse("2026-01-01T09:00:00+05:00", null).from());
    }

    @Test
    void whatIsAbsentIsUnlimited() {
        assertEquals(Validity.unlimited(), ValidityText.parse(null, null));
    }

    @Test
    void aMomentGivenAsADateIsItsLastSecond() {
        assertEquals(Instant.parse("2026-02-28T23:59:59Z"), ValidityText.moment("The time", "2026-02-28"));
    }

    @Test
    void anEndBeforeTheBeginningIsRefused() {
        Refusal refusal = assertThrows(Refusal.class, () -> ValidityText.parse("2026-12-31", "2026-01-01"));
        assertTrue(refusal.sentence().contains("begin before it ends"), refusal.sentence());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026",
                "2026-02-30",
                "31.12.2026",
                "2026-01-01T00:00:00",
                "2026-01-01T00:00Z",
                "2026-01-01T00:00:00+05:00:01",
                "2026-01-01t00:00:00z",
                "tomorrow",
                "2026-01-01 "
            })
    void anotherFormIsRefused(String text) {
        assertThrows(Refusal.class, () -> ValidityText.parse(text, null));
    }

    /** The ledger writes a year with four digits. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000-12-31",
                "+12026-01-01T00:00:00Z",
                "-0001-01-01T00:00:00Z",
                "0001-01-01T00:00:00+05:00",
                "9999-12-31T23:59:59-05:00"
            })
    void aYearThatCannotBeWrittenIsRefused(String text) {
        assertThrows(Refusal.class, () -> ValidityText.parse(text, null));
    }

    @Test
    void theFirstAndTheLastMomentThatCanBeWrittenAreTaken() {
        assertEquals(Instant.parse("0001-01-01T00:00:00Z"), ValidityText.beginning("The time", "0001-01-01"));
        assertEquals(Instant.parse("9999-12-31T23:59:59Z"), ValidityText.moment("The time", "9999-12-31"));
    }

    @Test
    void randomTextIsRefusedOrRead() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String letters = "0123456789-:TZ+. ";
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder("2026-11-22T09:30:00Z");
            for (int i = 0; i < 3; i++) {
                text.setCharAt(random.nextInt(text.length()), letters.charAt(random.nextInt(letters.length())));
            }
            try {
                assertTrue(ValidityText.moment("The time", text.toString()).isAfter(Instant.MIN), "seed " + seed);
            } catch (Refusal refusal) {
                assertTrue(refusal.sentence().contains("2026-11-22"), "seed " + seed);
            }
        }
    }
}
