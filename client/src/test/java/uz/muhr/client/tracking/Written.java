package uz.muhr.client.tracking;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** Files of events as others write them: sound ones, of which a test breaks one thing. */
final class Written {
    static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    /** A read of an electronic seal that was found closed, with 87 per cent left in its battery. */
    static final String READ = """
            {
              "type": "ObjectEvent",
              "eventID": "urn:uuid:0c1f6a52-6a2f-4c8e-9d52-5f6f5a0a0001",
              "eventTime": "2026-11-18T09:30:00.000+05:00",
              "eventTimeZoneOffset": "+05:00",
              "recordTime": "2026-11-18T09:30:04Z",
              "epcList": ["urn:epc:id:bic:CSQU3054383"],
              "action": "OBSERVE",
              "bizStep": "sensor_reporting",
              "disposition": "container_closed",
              "readPoint": {"id": "urn:epc:id:sgln:4780000.00001.0"},
              "sensorElementList": [
                {
                  "sensorMetadata": {"time": "2026-11-18T09:29:59+05:00", "deviceID": "urn:epc:id:giai:4780000.7001"},
                  "sensorReport": [
                    {"type": "seal:SealOpened", "booleanValue": false},
                    {"type": "seal:BatteryLevel", "value": 87.0, "uom": "P1"}
                  ]
                }
              ]
            }""";

    /** A container that was loaded, with one seal on it. */
    static final String LOADED = """
            {
              "eventID": "5d1a0f5e-77a6-4b3a-8b36-2c9b6a4c0001",
              "eventCreatedDateTime": "2026-11-17T08:00:00Z",
              "eventType": "EQUIPMENT",
              "eventClassifierCode": "ACT",
              "eventDateTime": "2026-11-17T11:45:00+04:00",
              "equipmentEventTypeCode": "LOAD",
              "equipmentReference": "CSQU3054383",
              "ISOEquipmentCode": "22G1",
              "emptyIndicatorCode": "LADEN",
              "eventLocation": {"locationName": "Ferry terminal", "UNLocationCode": "AZALT"},
              "transportCall": {
                "UNLocationCode": "AZALT",
                "location": {"UNLocationCode": "AZALT"},
                "vessel": {"vesselIMONumber": "9074729"}
              },
              "documentReferences": [{"documentReferenceType": "BKG", "documentReferenceValue": "B-1"}],
              "references": [],
              "seals": [{"sealNumber": "UZ 0042", "sealSource": "CUS", "sealType": "BLT"}]
            }""";

    /** A container whose door was opened on the way. */
    static final String DOOR = """
            {
              "eventID": "door-1",
              "eventDateTime": "2026-11-18T21:10:00Z",
              "eventUpdatedDateTime": "2026-11-18T21:11:00Z",
              "eventLocation": {"geoCoordinate": {"latitude": "41.90", "longitude": "43.10"}},
              "eventClassification": {
                "eventTypeCode": "IOT",
                "eventClassifierCode": "ACT",
                "iotEventTypeCode": "DETC"
              },
              "equipmentDetails": {"equipmentReference": "CSQU3054383", "seals": [{"number": "UZ0042"}]},
              "iotDetails": {"iotEventCode": "DRO"}
            }""";

    private Written() {}

    static String epcis(String... events) {
        return """
                {
                  "@context": ["https://ref.gs1.org/standards/epcis/epcis-context.jsonld", {"seal": "https://seal.example/"}],
                  "type": "EPCISDocument",
                  "schemaVersion": "2.0",
                  "creationDate": "2026-11-19T00:00:00Z",
                  "epcisBody": {"eventList": %s}
                }""".formatted(List.of(events));
    }

    static String dcsa22(String... events) {
        return List.of(events).toString();
    }

    static String dcsa30(String... events) {
        return "{\"events\": " + List.of(events) + "}";
    }

    static TrackingFile read(String text) {
        return read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    static TrackingFile read(InputStream in) {
        try (in) {
            return TrackingReader.read(in, NOW);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
