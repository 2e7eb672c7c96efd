package uz.muhr.client.tracking;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uz.muhr.protocol.freight.ContainerNumber;

/** One event of DCSA track and trace 3.0, in which each subject has a part of its own. */
final class Dcsa30 implements TrackingReader.EventReader {
    private static final int LONGEST_ID = 100;

    /** The codes that matter to a container and its door; shipments' own are not ours to judge. */
    private static final Map<String, Set<String>> KINDS = Map.of(
            "SHIPMENT", Set.of(),
            "TRANSPORT", DcsaEvent.TRANSPORT,
            "EQUIPMENT", DcsaEvent.EQUIPMENT,
            "IOT", Set.of("DETC"),
            "REEFER", Set.of());

    private static final Set<String> KNOWN = Set.of(
            "eventRouting",
            "eventID",
            "eventDateTime",
            "eventUpdatedDateTime",
            "isRetracted",
            "eventLocation",
            "eventClassification",
            "shipmentDetails",
            "transportDetails",
            "equipmentDetails",
            "iotDetails",
            "reeferDetails",
            "relatedDocumentReferences",
            "documentReferenceReplacements",
            "shipmentReferenceReplacements",
            "shipmentLocationType",
            "references");

    private final EventTimes times;

    Dcsa30(EventTimes times) {
        this.times = times;
    }

    @Override
    public List<Sighting> read(Part event, String id) {
        Findings findings = event.findings();
        DcsaEvent.checkMembers(event, KNOWN, "3.0");
        event.needed("eventID")
                .filter(text -> text.isBlank() || text.length() > LONGEST_ID)
                .ifPresent(text ->
                        findings.reject(FaultCode.WRONG_ID, "eventID has to have 1 to " + LONGEST_ID + " characters."));
        times.optional(event, "eventUpdatedDateTime");
        if (event.flag("isRetracted").orElse(false)) {
            findings.reject(FaultCode.CONTRADICTION, "Its author has taken the event back.");
        }
        Optional<Part> classification = event.part("eventClassification");
        if (!event.has("eventClassification")) {
            findings.reject(FaultCode.MISSING_MEMBER, "eventClassification is missing.");
        }
        boolean actual = classification.map(DcsaEvent::classifier).orElse(false);
        Optional<Instant> time = actual ? times.happened(event, "eventDateTime") : times.needed(event, "eventDateTime");
        Optional<String> place = event.part("eventLocation").flatMap(Dcsa30::place);
        event.part("transportDetails")
                .flatMap(details -> details.part("transportCall"))
                .flatMap(call -> call.part("vesselTransport"))
                .ifPresent(vessel -> Codes.vessel(vessel, "vesselIMONumber"));
        Optional<Part> equipment = event.part("equipmentDetails");
        Optional<ContainerNumber> container = equipment
                .flatMap(details -> details.text("equipmentReference"))
                .flatMap(text -> Codes.container(findings, "equipmentDetails.equipmentReference", text));
        List<String> seals =
                equipment.map(details -> DcsaEvent.seals(details, "number")).orElse(List.of());
        Optional<String> iot = event.part("iotDetails").flatMap(details -> details.needed("iotEventCode"));
        Optional<String> step = classification.flatMap(found -> DcsaEvent.step(found, "eventTypeCode", KINDS));
        return DcsaEvent.sighting(
                findings,
                id,
                time,
                actual ? iot.or(() -> step) : Optional.empty(),
                container,
                seals,
                iot.flatMap(Dcsa30::opened),
                place);
    }

    private static Optional<Boolean> opened(String iotEventCode) {
        return switch (iotEventCode) {
            case "DRO" -> Optional.of(true);
            case "DRC" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static Optional<String> place(Part location) {
        Optional<String> code = Codes.place(location, "UNLocationCode");
        return code.or(() -> location.part("geoCoordinate").flatMap(point -> point.text("latitude")
                .flatMap(latitude -> point.text("longitude").map(longitude -> "geo:" + latitude + "," + longitude))));
    }
}
