package uz.muhr.client.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uz.muhr.protocol.freight.ContainerNumber;

class DcsaEventTest {
    private static final Optional<ContainerNumber> CONTAINER = Optional.of(new ContainerNumber("CSQU3054383"));

    @Test
    void aLoadedContainerIsSeenWithItsSeals() {
        TrackingFile file = Written.read(Written.dcsa22(Written.LOADED));
        assertEquals(Standard.DCSA_2_2, file.standard());
        assertEquals(List.of(), file.faults());
        assertEquals(
                List.of(new Sighting(
                        1,
                        "5d1a0f5e-77a6-4b3a-8b36-2c9b6a4c0001",
                        Instant.parse("2026-11-17T07:45:00Z"),
                        "LOAD",
                        CONTAINER,
                        List.of(),
                        List.of("UZ 0042"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("AZALT"))),
                file.sightings());
    }

    @Test
    void aDoorThatWasOpenedIsSeenOpen() {
        TrackingFile file = Written.read(Written.dcsa30(Written.DOOR));
        assertEquals(Standard.DCSA_3_0, file.standard());
        assertEquals(List.of(), file.faults());
        assertEquals(
                List.of(new Sighting(
                        1,
                        "door-1",
                        Instant.parse("2026-11-18T21:10:00Z"),
                        "DRO",
                        CONTAINER,
                        List.of(),
                        List.of("UZ0042"),
                        Optional.of(true),
                        Optional.empty(),
                        Optional.of("geo:41.90,43.10"))),
                file.sightings());
    }

    @ParameterizedTest
    @CsvSource({"DRO, true", "DRC, false", "LOC, "})
    void whetherTheDoorIsOpenFollowsFromTheCode(String code, Boolean open) {
        assertEquals(
                Optional.ofNullable(open),
                Written.read(Written.dcsa30(Written.DOOR.replace("DRO", code)))
                        .sightings()
                        .get(0)
                        .opened());
    }

    @ParameterizedTest
    @CsvSource({"PLN", "EST"})
    void whatIsOnlyPlannedWasNotSeen(String classifier) {
        String planned = Written.LOADED
                .replace("\"ACT\"", "\"" + classifier + "\"")
                .replace("2026-11-17T11:45", "2026-12-24T11:45");
        TrackingFile file = Written.read(Written.dcsa22(planned));
        assertEquals(List.of(), file.faults(), "it may be yet to come");
        assertEquals(List.of(), file.sightings());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`5d1a0f5e-77a6-4b3a-8b36-2c9b6a4c0001` | `incorrect` | WRONG_ID",
                "`\"5d1a0f5e-77a6-4b3a-8b36-2c9b6a4c0001\"` | `123456789` | WRONG_STRUCTURE",
                "`\"eventCreatedDateTime\": \"2026-11-17T08:00:00Z\",` | `` | MISSING_MEMBER",
                "`2026-11-17T08:00:00Z` | `2026 11 17 08:00:00` | WRONG_TIME",
                "`2026-11-17T08:00:00Z` | `1999-11-17T08:00:00Z` | WRONG_TIME",
                "`2026-11-17T08:00:00Z` | `2099-11-17T08:00:00Z` | WRONG_TIME",
                "`2026-11-17T11:45:00+04:00` | `2026/11/17 11:45:00 +04:00` | WRONG_TIME",
                "`2026-11-17T11:45:00+04:00` | `2026-12-24T11:45:00+04:00` | WRONG_TIME",
                "`\"EQUIPMENT\"` | `\"SEAL\"` | UNKNOWN_CODE",
                "`\"LOAD\"` | `\"LOST\"` | UNKNOWN_CODE",
                "`\"ACT\"` | `\"SURE\"` | UNKNOWN_CODE",
                "`CSQU3054383` | `CSQU3054384` | CONTAINER_NUMBER",
                "`CSQU3054383` | `CSQA3054383` | CONTAINER_NUMBER",
                "`\"UNLocationCode\": \"AZALT\"},` | `\"UNLocationCode\": \"XYABC\"},` | PLACE",
                "`[{\"sealNumber\": \"UZ 0042\", \"sealSource\": \"CUS\", \"sealType\": \"BLT\"}]` | `[\"UZ0042\"]` | WRONG_STRUCTURE",
                "`\"sealNumber\"` | `\"sealSomething\"` | MISSING_MEMBER"
            })
    void whatIsWrongWithAnEventOf22IsNamedAndTheEventIsLeftOut(String part, String instead, FaultCode code) {
        leftOut(Written.LOADED, part, instead, code, Written.dcsa22("%s", Written.LOADED.replace("4c0001", "4c0002")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`\"eventID\": \"door-1\",` | `` | MISSING_MEMBER",
                "`\"door-1\"` | `\" \"` | WRONG_ID",
                "`2026-11-18T21:10:00Z` | `yesterday` | WRONG_TIME",
                "`2026-11-18T21:11:00Z` | `yesterday` | WRONG_TIME",
                "`\"eventClassification\"` | `\"classification\"` | MISSING_MEMBER",
                "`\"IOT\"` | `\"TOI\"` | UNKNOWN_CODE",
                "`\"iotEventTypeCode\": \"DETC\"` | `\"iotEventTypeCode\": 1` | WRONG_STRUCTURE",
                "`{\"iotEventCode\": \"DRO\"}` | `{}` | MISSING_MEMBER",
                "`CSQU3054383` | `CSQU3054380` | CONTAINER_NUMBER",
                "`\"eventID\": \"door-1\",` | `\"eventID\": \"door-1\", \"isRetracted\": true,` | CONTRADICTION"
            })
    void whatIsWrongWithAnEventOf30IsNamedAndTheEventIsLeftOut(String part, String instead, FaultCode code) {
        leftOut(Written.DOOR, part, instead, code, Written.dcsa30("%s", Written.DOOR.replace("door-1", "door-2")));
    }

    private static void leftOut(String sound, String part, String instead, FaultCode code, String file) {
        String broken = sound.replace(part, instead == null ? "" : instead);
        assertNotEquals(sound, broken);
        TrackingFile read = Written.read(file.replace("%s", broken));
        assertTrue(
                read.faults().stream().anyMatch(fault -> fault.code() == code && fault.event() == 1 && fault.leftOut()),
                read.faults()::toString);
        assertEquals(List.of(2), read.sightings().stream().map(Sighting::event).toList(), "the other one is taken");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`\"9074729\"` | `\"9074720\"` | VESSEL_NUMBER",
                "`\"9074729\"` | `\"907\"` | VESSEL_NUMBER",
                "`\"references\"` | `\"TEST_CASE\"` | UNKNOWN_MEMBER",
                "`\"UZ 0042\"` | `\"NUMBER OF A SEAL THAT IS TOO LONG\"` | WRONG_ID"
            })
    void whatDoesNotMatterToASealIsNamedAndTheEventIsTaken(String part, String instead, FaultCode code) {
        TrackingFile file = Written.read(Written.dcsa22(Written.LOADED.replace(part, instead)));
        assertEquals(List.of(code), file.faults().stream().map(Fault::code).toList());
        assertEquals(1, file.sightings().size());
    }

    @Test
    void theSameIdTwiceIsOneEvent() {
        TrackingFile file = Written.read(Written.dcsa22(Written.LOADED, Written.LOADED));
        assertEquals(
                List.of(FaultCode.REPEATED_ID),
                file.faults().stream().map(Fault::code).toList());
        assertEquals(1, file.sightings().size());
    }

    @Test
    void aWrapperInPlaceOfAnEventIsNamed() {
        TrackingFile file = Written.read(Written.dcsa22("{\"someEvents\": [" + Written.LOADED + "]}", "7"));
        assertEquals(List.of(), file.sightings());
        assertTrue(file.faults().stream()
                .anyMatch(fault -> fault.event() == 1 && fault.code() == FaultCode.MISSING_MEMBER));
        assertTrue(file.faults().stream()
                .anyMatch(fault -> fault.event() == 2 && fault.code() == FaultCode.WRONG_STRUCTURE));
    }
}
