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

class EpcisEventTest {
    @Test
    void aReadOfASealTellsAllThatIsNeeded() {
        TrackingFile file = Written.read(Written.epcis(Written.READ));
        assertEquals(Standard.EPCIS_2_0, file.standard());
        assertEquals(List.of(), file.faults());
        assertEquals(
                List.of(new Sighting(
                        1,
                        "urn:uuid:0c1f6a52-6a2f-4c8e-9d52-5f6f5a0a0001",
                        Instant.parse("2026-11-18T04:30:00Z"),
                        "sensor_reporting",
                        Optional.of(new ContainerNumber("CSQU3054383")),
                        List.of("urn:epc:id:giai:4780000.7001"),
                        List.of(),
                        Optional.of(false),
                        Optional.of(87),
                        Optional.of("urn:epc:id:sgln:4780000.00001.0"))),
                file.sightings());
    }

    @ParameterizedTest
    @CsvSource({
        "container_open, false, ''",
        "container_open, true, true",
        "https://ref.gs1.org/cbv/Disp-container_open, true, true",
        "urn:epcglobal:cbv:disp:container_closed, false, false",
        "in_transit, true, true",
        "in_transit, false, false"
    })
    void theSealIsOpenWhenDispositionAndSensorDoNotContradict(String disposition, boolean sensor, String expected) {
        TrackingFile file = Written.read(Written.epcis(Written.READ
                .replace("container_closed", disposition)
                .replace("\"booleanValue\": false", "\"booleanValue\": " + sensor)));
        if (expected.isEmpty()) {
            assertEquals(FaultCode.CONTRADICTION, file.faults().get(0).code());
            assertEquals(List.of(), file.sightings());
        } else {
            assertEquals(
                    Optional.of(Boolean.valueOf(expected)),
                    file.sightings().get(0).opened());
        }
    }

    @Test
    void anEventThatSaysNothingOfOpeningIsASightingAllTheSame() {
        String event = """
                {"type": "TransactionEvent", "eventTime": "2026-11-18T09:30:00Z", "eventTimeZoneOffset": "+00:00",
                 "action": "ADD", "bizStep": "urn:epcglobal:cbv:bizstep:departing",
                 "bizTransactionList": [{"type": "bol", "bizTransaction": "urn:epcglobal:cbv:bt:4780000000001:B-1"}],
                 "epcList": ["urn:epc:id:sscc:4780000.0000000001", "urn:epc:id:bic:CSQU3054383", "urn:epc:id:bic:MSKU0000006"]}
                """;
        List<Sighting> seen = Written.read(Written.epcis(event)).sightings();
        assertEquals(2, seen.size(), "one for each container");
        assertEquals("departing", seen.get(0).what());
        assertEquals(Optional.empty(), seen.get(0).opened());
        assertTrue(seen.get(0).id().startsWith("sha256:"), "an event without an id is known by its content");
    }

    @Test
    void anEventWithoutAnIdIsTheSameHoweverItsMembersAreOrdered() {
        String one = "{\"type\": \"ObjectEvent\", \"eventTime\": \"2026-11-18T09:30:00Z\","
                + " \"eventTimeZoneOffset\": \"+00:00\", \"action\": \"OBSERVE\", \"epcList\": [\"urn:epc:id:bic:CSQU3054383\"]}";
        String other = "{\"epcList\": [\"urn:epc:id:bic:CSQU3054383\"], \"action\": \"OBSERVE\","
                + "\"eventTimeZoneOffset\":\"+00:00\", \"eventTime\": \"2026-11-18T09:30:00Z\", \"type\": \"ObjectEvent\"}";
        assertEquals(id(one), id(other));
        assertNotEquals(id(one), id(one.replace("09:30:00Z", "09:30:01Z")));
    }

    private static String id(String event) {
        return Written.read(Written.epcis(event)).sightings().get(0).id();
    }

    @Test
    void eventsOfOtherThingsTellNothingAndAreNoFault() {
        TrackingFile file = Written.read(
                Written.epcis(
                        "{\"type\": \"ObjectEvent\", \"eventTime\": \"2026-11-18T09:30:00Z\", \"eventTimeZoneOffset\": \"+00:00\","
                                + "\"action\": \"ADD\", \"epcList\": [\"urn:epc:id:sscc:4780000.0000000001\"], \"shop:till\": {\"a\": null}}"));
        assertEquals(List.of(), file.faults());
        assertEquals(List.of(), file.sightings());
        assertEquals(1, file.events());
    }

    /** One change to a sound read, and what it is called. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`\"type\": \"ObjectEvent\"` | `\"type\": \"SealEvent\"` | UNKNOWN_CODE",
                "`\"OBSERVE\"` | `\"CREATE\"` | UNKNOWN_CODE",
                "`\"action\": \"OBSERVE\",` | `` | MISSING_MEMBER",
                "`2026-11-18T09:30:00.000+05:00` | `18-11-2026` | WRONG_TIME",
                "`2026-11-18T09:30:00.000+05:00` | `2026-11-18T09:30:00` | WRONG_TIME",
                "`2026-11-18T09:30:00.000+05:00` | `2026-02-30T09:30:00Z` | WRONG_TIME",
                "`2026-11-18T09:30:00.000+05:00` | `2026-11-22T09:30:00Z` | WRONG_TIME",
                "`2026-11-18T09:30:00.000+05:00` | `1999-11-18T09:30:00Z` | WRONG_TIME",
                "`\"+05:00\"` | `\"5\"` | WRONG_TIME",
                "`CSQU3054383` | `CSQU3054384` | CONTAINER_NUMBER",
                "`CSQU3054383` | `CSQU305438` | CONTAINER_NUMBER",
                "`[\"urn:epc:id:bic:CSQU3054383\"]` | `[7]` | WRONG_STRUCTURE",
                "`[\"urn:epc:id:bic:CSQU3054383\"]` | `\"urn:epc:id:bic:CSQU3054383\"` | WRONG_STRUCTURE",
                "`{\"id\": \"urn:epc:id:sgln:4780000.00001.0\"}` | `{}` | MISSING_MEMBER",
                "`\"readPoint\"` | `\"readpoint\"` | UNKNOWN_MEMBER",
                "`\"deviceID\"` | `\"device\"` | UNKNOWN_MEMBER",
                "`\"uom\": \"P1\"` | `\"uom\": \"VLT\"` | WRONG_STRUCTURE",
                "`87.0` | `187` | WRONG_STRUCTURE",
                "`\"booleanValue\": false` | `\"booleanValue\": \"no\"` | WRONG_STRUCTURE",
                "`\"booleanValue\": false` | `\"value\": 0` | MISSING_MEMBER"
            })
    void whatIsWrongWithAReadIsNamedAndTheReadIsLeftOut(String part, String instead, FaultCode code) {
        String broken = Written.READ.replace(part, instead == null ? "" : instead);
        assertNotEquals(Written.READ, broken);
        TrackingFile file = Written.read(Written.epcis(broken, Written.READ.replace("0a0001", "0a0002")));
        assertTrue(
                file.faults().stream().anyMatch(fault -> fault.code() == code && fault.event() == 1 && fault.leftOut()),
                file.faults()::toString);
        assertEquals(List.of(2), file.sightings().stream().map(Sighting::event).toList(), "the other one is taken");
    }

    @Test
    void anEventAboutNothingIsNamed() {
        TrackingFile file = Written.read(Written.epcis(
                "{\"type\": \"ObjectEvent\", \"eventTime\": \"2026-11-18T09:30:00Z\", \"eventTimeZoneOffset\": \"+00:00\","
                        + " \"action\": \"ADD\", \"epcList\": []}"));
        assertEquals(FaultCode.MISSING_MEMBER, file.faults().get(0).code());
    }

    @Test
    void theSameIdTwiceIsOneEvent() {
        TrackingFile file = Written.read(Written.epcis(Written.READ, Written.READ));
        assertEquals(1, file.sightings().size());
        assertEquals(
                List.of(FaultCode.REPEATED_ID),
                file.faults().stream().map(Fault::code).toList());
    }
}
