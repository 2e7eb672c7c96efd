package uz.muhr.client.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uz.muhr.protocol.refusal.Refusal;

/** How much a file of events may hold, and between which bounds what is in it. */
class TrackingBoundsTest {
    private static TrackingFile padded(int bytes) {
        byte[] file = new byte[bytes];
        Arrays.fill(file, (byte) ' ');
        byte[] events = Written.dcsa22(Written.LOADED).getBytes(StandardCharsets.UTF_8);
        System.arraycopy(events, 0, file, 0, events.length);
        return Written.read(new ByteArrayInputStream(file));
    }

    @Test
    void aFileMayBeAsLongAsItIsSaidAndNotAByteLonger() {
        assertEquals(1, padded(OutsideJson.MOST_BYTES).sightings().size());
        Refusal refusal = assertThrows(Refusal.class, () -> padded(OutsideJson.MOST_BYTES + 1));
        assertTrue(refusal.sentence().contains("Divide it"), refusal.sentence());
    }

    @Test
    void aFileMayHoldAsManyEventsAsItIsSaidAndNotOneMore() {
        List<String> most = Collections.nCopies(TrackingReader.MOST_EVENTS, "1");
        assertEquals(TrackingReader.MOST_EVENTS, Written.read(most.toString()).events());
        List<String> more = Collections.nCopies(TrackingReader.MOST_EVENTS + 1, "1");
        assertTrue(assertThrows(Refusal.class, () -> Written.read(more.toString()))
                .sentence()
                .contains("Divide it"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 31})
    void aMemberThatNobodyReadsMayBeAsDeepAsItIsSaid(int depth) {
        String deep = "[".repeat(depth - 1) + "]".repeat(depth - 1);
        assertEquals(1, Written.read("[" + (deep.isEmpty() ? "1" : deep) + "]").events());
        assertThrows(Refusal.class, () -> Written.read("[".repeat(33) + "]".repeat(33)));
    }

    @ParameterizedTest
    @CsvSource({
        "1999-12-31T23:59:59Z,false",
        "2000-01-01T00:00:00Z,true",
        "2000-01-01T04:59:59+05:00,false",
        "2000-01-01T05:00:00+05:00,true",
        "2026-11-17T11:45:00+04:00,true",
        "2026-11-17T11:45:00.123456789Z,true",
        "2026-11-17T11:45:00.1234567890Z,false",
        "2026-11-17T11:45:00,false",
        "2026-11-17T11:45Z,false",
        "2026-11-17 11:45:00Z,false",
        "2026-02-29T11:45:00Z,false",
        "2024-02-29T11:45:00Z,true",
        "2026-11-17T24:45:00Z,false",
        "2026-11-17T11:45:00+19:00,false",
        "2926-11-17T11:45:00Z,false"
    })
    void aTimeIsOneOfWhatHasHappenedSinceTheseStandardsAre(String time, boolean taken) {
        TrackingFile file = Written.read(Written.dcsa22(Written.LOADED.replace("2026-11-17T11:45:00+04:00", time)));
        assertEquals(taken ? 1 : 0, file.sightings().size(), file.faults().toString());
        assertEquals(
                !taken,
                file.faults().stream().anyMatch(fault -> fault.code() == FaultCode.WRONG_TIME && fault.leftOut()));
    }

    @Test
    void aClockMayBeADayWrongAndNotASecondMore() {
        String tomorrow = Written.NOW.plusSeconds(86_400).toString();
        String later = Written.NOW.plusSeconds(86_401).toString();
        assertEquals(
                1,
                Written.read(Written.dcsa22(Written.LOADED.replace("2026-11-17T11:45:00+04:00", tomorrow)))
                        .sightings()
                        .size());
        assertEquals(
                0,
                Written.read(Written.dcsa22(Written.LOADED.replace("2026-11-17T11:45:00+04:00", later)))
                        .sightings()
                        .size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ZZALT", "AZAL1", "AZAL0", "azalt", "AZAL", "AZALTT", ""})
    void aPlaceHasToBeACodeOfACountryThatThereIs(String place) {
        TrackingFile file = Written.read(Written.dcsa22(Written.LOADED.replace("\"AZALT\"", "\"" + place + "\"")));
        assertEquals(List.of(), file.sightings());
        assertTrue(file.faults().stream().anyMatch(fault -> fault.code() == FaultCode.PLACE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CSQU3054384", "csqu3054383", "CSQU305438", "CSQ13054383", "CSQU 305438 3", ""})
    void aContainerHasToHaveItsCheckDigit(String container) {
        TrackingFile file =
                Written.read(Written.dcsa22(Written.LOADED.replace("\"CSQU3054383\"", "\"" + container + "\"")));
        assertEquals(List.of(), file.sightings());
    }

    @ParameterizedTest
    @ValueSource(strings = {"9074720", "907472", "90747299", "907472A", ""})
    void aVesselThatIsNoneIsNamedAndTheEventTaken(String vessel) {
        TrackingFile file = Written.read(Written.dcsa22(Written.LOADED.replace("\"9074729\"", "\"" + vessel + "\"")));
        assertEquals(1, file.sightings().size());
        assertTrue(
                file.faults().stream().anyMatch(fault -> fault.code() == FaultCode.VESSEL_NUMBER && !fault.leftOut()));
    }

    @Test
    void whatIsWrongWithOneEventDoesNotTouchTheOthers() {
        String wrong = Written.DOOR.replace("CSQU3054383", "CSQU3054384");
        TrackingFile file = Written.read(Written.dcsa30(wrong, Written.DOOR.replace("door-1", "door-2"), "7"));
        assertEquals(3, file.events());
        assertEquals(1, file.sightings().size());
        assertEquals(2, file.sightings().get(0).event());
        assertTrue(file.faults().stream().noneMatch(fault -> fault.event() == 2));
    }

    @Test
    void noDamagedEventMakesTheReaderFail() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<String> files =
                List.of(Written.epcis(Written.READ), Written.dcsa22(Written.LOADED), Written.dcsa30(Written.DOOR));
        for (int round = 0; round < 3_000; round++) {
            StringBuilder text = new StringBuilder(files.get(round % files.size()));
            int from = random.nextInt(text.length());
            int until = Math.min(text.length(), from + 1 + random.nextInt(20));
            String part = text.substring(from, until);
            switch (random.nextInt(3)) {
                case 0 -> text.delete(from, until);
                case 1 -> text.insert(random.nextInt(text.length()), part);
                default -> text.setCharAt(from, (char) random.nextInt(0x3000));
            }
            try {
                TrackingFile file = Written.read(text.toString());
                assertTrue(file.sightings().size() <= file.events(), "seed " + seed);
                file.faults().forEach(fault -> assertTrue(fault.sentence().endsWith("."), fault::sentence));
            } catch (Refusal refusal) {
                assertFalse(refusal.sentence().isBlank(), "seed " + seed);
            }
        }
    }
}
