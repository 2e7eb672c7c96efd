package uz.muhr.client.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uz.muhr.client.TestNetwork;

/** The samples of other projects: those that are sound are read whole, and each fault in the others is named. */
@Tag("shared")
class RealEventsTest {
    private static final Path SHARED = TestNetwork.root().resolve("../shared/data/third-party");

    @BeforeEach
    void samplesAreThere() {
        assumeTrue(Files.isDirectory(SHARED), "shared/ is not there: skipped");
    }

    private static TrackingFile read(String file) throws IOException {
        return Written.read(Files.newInputStream(SHARED.resolve(file)));
    }

    private static TrackingFile dcsa(String file) throws IOException {
        return read("dcsaorg_Conformance-Gateway/tnt/tnt-" + file + ".json");
    }

    @ParameterizedTest
    @CsvSource({
        "220-response, DCSA_2_2, 7, 0",
        "300-response, DCSA_3_0, 5, 3",
        "300-request-equipment, DCSA_3_0, 1, 1",
        "300-request-iot, DCSA_3_0, 1, 1",
        "300-request-reefer, DCSA_3_0, 1, 1",
        "300-request-transport, DCSA_3_0, 1, 0",
        "300-request-shipment, DCSA_3_0, 1, 0"
    })
    void soundFilesOfDcsaAreReadWhole(String name, Standard standard, int events, int sightings) throws IOException {
        TrackingFile file = dcsa(name);
        assertEquals(standard, file.standard());
        assertEquals(events, file.events());
        assertTrue(file.faults().stream().noneMatch(Fault::leftOut), file.faults()::toString);
        assertEquals(sightings, file.sightings().size(), file.sightings()::toString);
    }

    @Test
    void theOpenedDoorIsSeen() throws IOException {
        Sighting door = dcsa("300-request-iot").sightings().get(0);
        assertEquals(Optional.of(true), door.opened());
        assertEquals("APZU4812090", door.container().orElseThrow().value());
        assertEquals(Optional.of("geo:52.3676,4.9041"), door.place());
    }

    @Test
    void wrongAttributesAreNamedTheContainersCheckDigitAmongThem() throws IOException {
        TrackingFile file = dcsa("220-response-wrong-attribute-values");
        assertEquals(List.of(), file.sightings());
        Map<Integer, List<FaultCode>> byEvent = byEvent(file);
        assertTrue(of(byEvent, 1).contains(FaultCode.PLACE), byEvent::toString);
        assertTrue(of(byEvent, 3).contains(FaultCode.CONTAINER_NUMBER), byEvent::toString);
        assertTrue(file.faults().stream()
                .anyMatch(fault -> fault.sentence().contains("APZU2134567")
                        && fault.sentence().contains("check digit")));
    }

    @Test
    void wrongTimesAreNamed() throws IOException {
        Map<Integer, List<FaultCode>> byEvent = byEvent(dcsa("220-response-wrong-date-times"));
        assertEquals(
                Map.of(
                        2, List.of(FaultCode.UNKNOWN_MEMBER, FaultCode.MISSING_MEMBER),
                        3, List.of(FaultCode.UNKNOWN_MEMBER, FaultCode.MISSING_MEMBER),
                        4, List.of(FaultCode.UNKNOWN_MEMBER, FaultCode.WRONG_TIME),
                        5, List.of(FaultCode.UNKNOWN_MEMBER, FaultCode.WRONG_TIME),
                        6, List.of(FaultCode.UNKNOWN_MEMBER, FaultCode.WRONG_TIME),
                        7, List.of(FaultCode.UNKNOWN_MEMBER, FaultCode.WRONG_TIME)),
                byEvent);
    }

    @Test
    void wrongIdsAreNamed() throws IOException {
        assertEquals(
                Map.of(
                        1, List.of(FaultCode.WRONG_STRUCTURE),
                        2, List.of(FaultCode.WRONG_ID),
                        4, List.of(FaultCode.REPEATED_ID),
                        7, List.of(FaultCode.REPEATED_ID)),
                byEvent(dcsa("220-response-wrong-event-ids")));
    }

    @Test
    void wrappersInPlaceOfEventsAreNamed() throws IOException {
        TrackingFile file = dcsa("220-response-wrong-structure");
        assertEquals(List.of(), file.sightings());
        Map<Integer, List<FaultCode>> byEvent = byEvent(file);
        assertEquals(2, byEvent.size());
        byEvent.values().forEach(codes -> assertTrue(codes.contains(FaultCode.MISSING_MEMBER)));
    }

    @ParameterizedTest
    @CsvSource({
        "openepcis_openepcis-test-resources/valid/SensorData_with_combined_events.json, 13",
        "openepcis_openepcis-test-resources/valid/ObjectEvent_with_sensorData.json, 1",
        "openepcis_openepcis-test-resources/valid/AggregationEvent_with_sensorData.json, 1",
        "openepcis_openepcis-test-resources/valid/AssociationEvent_with_sensorData.json, 1",
        "openepcis_openepcis-test-resources/valid/TransactionEvent.json, 2",
        "openepcis_openepcis-test-resources/valid/epcisDocWithAllGS1Keys.json, 1",
        "RalphTro_epcis-event-hash-generator/ReferenceEventHashAlgorithm.jsonld, 1",
        "RalphTro_epcis-event-hash-generator/ReferenceEventHashAlgorithm2.jsonld, 1",
        "RalphTro_epcis-event-hash-generator/ReferenceEventHashAlgorithm3.jsonld, 1",
        "RalphTro_epcis-event-hash-generator/epcisDocWithShippingAndTransportingEvent.jsonld, 2",
        "RalphTro_epcis-event-hash-generator/epcisDocWithSensorDataObjectEvent.jsonld, 1",
        "RalphTro_epcis-event-hash-generator/epcisDocWithVariousEventTypes.jsonld, 13"
    })
    void soundFilesOfEpcisAreReadWhole(String name, int events) throws IOException {
        TrackingFile file = read(name);
        assertEquals(events, file.events());
        assertEquals(List.of(), file.faults());
    }

    @ParameterizedTest
    @CsvSource({
        "ObjectEvent_with_invalid_action, UNKNOWN_CODE",
        "ObjectEvent_with_invalid_eventTime_format, WRONG_TIME",
        "ObjectEvent_without_identifier_list, MISSING_MEMBER"
    })
    void unsoundFilesOfEpcisAreNotTakenAndTheFaultIsNamed(String name, FaultCode code) throws IOException {
        TrackingFile file = read("openepcis_openepcis-test-resources/invalid/" + name + ".json");
        assertEquals(List.of(), file.sightings());
        assertEquals(Map.of(1, List.of(code)), byEvent(file));
    }

    private static List<FaultCode> of(Map<Integer, List<FaultCode>> byEvent, int event) {
        return byEvent.getOrDefault(event, List.of());
    }

    private static Map<Integer, List<FaultCode>> byEvent(TrackingFile file) {
        return file.faults().stream()
                .collect(Collectors.groupingBy(Fault::event, Collectors.mapping(Fault::code, Collectors.toList())));
    }
}
