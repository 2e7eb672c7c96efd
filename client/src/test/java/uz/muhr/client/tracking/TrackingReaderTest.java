package uz.muhr.client.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

class TrackingReaderTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | no events",
                "`{}` | no events",
                "`\"text\"` | no events",
                "`{\"events\": 1}` | list of events",
                "`{\"events\": {}}` | list of events",
                "`{\"epcisBody\": {}}` | EPCIS 2.0 document",
                "`[] []` | JSON",
                "`[{\"eventID\": 1, \"eventID\": 2}]` | repeated",
                "`[1,]` | JSON",
                "`[NaN]` | JSON"
            })
    void whatHoldsNoEventsIsRefusedInOneSentence(String text, String expected) {
        Refusal refusal = assertThrows(Refusal.class, () -> Written.read(text == null ? "" : text));
        assertEquals(ErrorCode.MALFORMED_ARGUMENT, refusal.code());
        assertTrue(refusal.sentence().contains(expected), refusal::sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`\"EPCISDocument\"` | `\"Document\"` | type is",
                "`\"2.0\"` | `\"1.2\"` | schemaVersion",
                "`\"2026-11-19T00:00:00Z\"` | `\"today\"` | creationDate",
                "`\"@context\"` | `\"context\"` | @context",
                "`{\"eventList\"` | `{\"list\"` | eventList"
            })
    void aFrameOfEpcisThatIsNotWhatItHasToBeIsRefused(String part, String instead, String named) {
        String file = Written.epcis(Written.READ).replace(part, instead);
        Refusal refusal = assertThrows(Refusal.class, () -> Written.read(file));
        assertTrue(refusal.sentence().contains(named), refusal::sentence);
    }

    @Test
    void theAnswerToAQueryIsReadAsADocumentIs() {
        String answer = Written.epcis(Written.READ)
                        .replace("EPCISDocument", "EPCISQueryDocument")
                        .replace("{\"eventList\"", "{\"queryResults\": {\"resultsBody\": {\"eventList\"")
                + "}}";
        assertEquals(
                Written.read(Written.epcis(Written.READ)).sightings(),
                Written.read(answer).sightings());
    }

    @Test
    void nobodyIsWaitedForWhoNestsTooDeeplyOrWritesTooMuch() {
        assertThrows(
                Refusal.class,
                () -> Written.read("[".repeat(OutsideJson.MOST_DEPTH + 1) + "]".repeat(OutsideJson.MOST_DEPTH + 1)));
        assertThrows(Refusal.class, () -> Written.read("[\"" + "a".repeat(10_000) + "\"]"));
        assertThrows(Refusal.class, () -> Written.read(new ByteArrayInputStream(new byte[OutsideJson.MOST_BYTES + 1])));
        String many = Collections.nCopies(TrackingReader.MOST_EVENTS + 1, "1").toString();
        assertTrue(
                assertThrows(Refusal.class, () -> Written.read(many)).sentence().contains("20000"));
    }

    @Test
    void textThatIsNotUtf8IsRefused() {
        InputStream latin = new ByteArrayInputStream("[\"\u00e9\"]".getBytes(StandardCharsets.ISO_8859_1));
        assertTrue(assertThrows(Refusal.class, () -> Written.read(latin))
                .sentence()
                .contains("UTF-8"));
    }

    /** Whatever is done to a file, it is read or refused; nothing else is thrown. */
    @Test
    void noFileMakesTheReaderFail() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String[] sound = {Written.epcis(Written.READ), Written.dcsa22(Written.LOADED), Written.dcsa30(Written.DOOR)};
        String bits = "{}[]\",:0123456789.eE-+nulltruefalse\\u00e9 ";
        for (int round = 0; round < 6_000; round++) {
            StringBuilder text = new StringBuilder(sound[round % sound.length]);
            for (int change = random.nextInt(4); change >= 0; change--) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.setCharAt(at, bits.charAt(random.nextInt(bits.length())));
                    case 1 -> text.deleteCharAt(at);
                    default -> text.insert(at, text.substring(random.nextInt(at + 1), at));
                }
            }
            try {
                TrackingFile file = Written.read(text.toString());
                assertTrue(
                        file.sightings().stream()
                                .allMatch(seen -> seen.container().isPresent()
                                        || !seen.device().isEmpty()),
                        () -> "seed " + seed);
            } catch (Refusal refusal) {
                assertEquals(ErrorCode.MALFORMED_ARGUMENT, refusal.code(), () -> "seed " + seed);
            }
        }
    }
}
