package uz.muhr.client.tracking;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import uz.muhr.protocol.freight.ContainerNumber;
import uz.muhr.protocol.json.Shown;

/** One event of DCSA track and trace 2.2, which is one flat object. */
final class Dcsa22 implements TrackingReader.EventReader {
    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private static final Map<String, Set<String>> KINDS = Map.of(
            "SHIPMENT",
                    Set.of(
                            "RECE", "DRFT", "PENA", "PENU", "REJE", "APPR", "ISSU", "SURR", "SUBM", "VOID", "CONF",
                            "REQS", "CMPL", "HOLD", "RELS", "PENC", "CANC", "DECL"),
            "TRANSPORT", DcsaEvent.TRANSPORT,
            "EQUIPMENT", DcsaEvent.EQUIPMENT);

    private static final Set<String> KNOWN = Set.of(
            "eventID",
            "eventCreatedDateTime",
            "eventType",
            "eventClassifierCode",
            "eventDateTime",
            "documentReferences",
            "references",
            "shipmentEventTypeCode",
            "documentID",
            "documentTypeCode",
            "reason",
            "transportEventTypeCode",
            "delayReasonCode",
            "changeRemark",
            "transportCall",
            "equipmentEventTypeCode",
            "equipmentReference",
            "ISOEquipmentCode",
            "emptyIndicatorCode",
            "isTransshipmentMove",
            "eventLocation",
            "seals");

    private final EventTimes times;

    Dcsa22(EventTimes times) {
        this.times = times;
    }

    @Override
    public List<Sighting> read(Part event, String id) {
        Findings findings = event.findings();
        DcsaEvent.checkMembers(event, KNOWN, "2.2");
        event.text("eventID")
                .filter(text -> !UUID.matcher(text).matches())
                .ifPresent(text -> findings.reject(
                        FaultCode.WRONG_ID, "eventID has to be a UUID; it is \"" + Shown.of(text) + "\"."));
        times.happened(event, "eventCreatedDateTime");
        boolean actual = DcsaEvent.classifier(event);
        Optional<Instant> time = actual ? times.happened(event, "eventDateTime") : times.needed(event, "eventDateTime");
        Optional<String> step = DcsaEvent.step(event, "eventType", KINDS);
        Optional<String> place =
                event.part("eventLocation").flatMap(location -> Codes.place(location, "UNLocationCode"));
        event.part("transportCall").ifPresent(call -> {
            Codes.place(call, "UNLocationCode");
            call.part("location").ifPresent(location -> Codes.place(location, "UNLocationCode"));
            call.part("vessel").ifPresent(vessel -> Codes.vessel(vessel, "vesselIMONumber"));
        });
        Optional<ContainerNumber> container =
                event.text("equipmentReference").flatMap(text -> Codes.container(findings, "equipmentReference", text));
        List<String> seals = DcsaEvent.seals(event, "sealNumber");
        return DcsaEvent.sighting(
                findings, id, time, actual ? step : Optional.empty(), container, seals, Optional.empty(), place);
    }
}
