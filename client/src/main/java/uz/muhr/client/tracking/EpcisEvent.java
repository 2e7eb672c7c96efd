package uz.muhr.client.tracking;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import uz.muhr.protocol.freight.ContainerNumber;
import uz.muhr.protocol.json.Shown;

/** One event of EPCIS 2.0 (section 7.4), as far as it tells of containers and seals. */
final class EpcisEvent implements TrackingReader.EventReader {
    /** How EPCIS names a container: by its ISO 6346 number (EPC Tag Data Standard, section 6.3.16). */
    private static final String CONTAINER = "urn:epc:id:bic:";

    private static final Set<String> EVERYWHERE = Set.of(
            "@context",
            "type",
            "eventID",
            "eventTime",
            "eventTimeZoneOffset",
            "recordTime",
            "errorDeclaration",
            "certificationInfo",
            "bizStep",
            "disposition",
            "persistentDisposition",
            "readPoint",
            "bizLocation",
            "bizTransactionList",
            "sourceList",
            "destinationList",
            "sensorElementList");

    /** What else each kind of event has, and for those with an action, which lists say what it is about. */
    private static final Map<String, Set<String>> KINDS = Map.of(
            "ObjectEvent", Set.of("action", "epcList", "quantityList", "ilmd"),
            "AggregationEvent", Set.of("action", "parentID", "childEPCs", "childQuantityList"),
            "AssociationEvent", Set.of("action", "parentID", "childEPCs", "childQuantityList"),
            "TransactionEvent", Set.of("action", "parentID", "epcList", "quantityList"),
            "TransformationEvent",
                    Set.of(
                            "inputEPCList",
                            "inputQuantityList",
                            "outputEPCList",
                            "outputQuantityList",
                            "transformationID",
                            "ilmd"));

    /** The lists that name single things, of which a container is one. */
    private static final List<String> NAMED = List.of("epcList", "childEPCs", "inputEPCList", "outputEPCList");

    private static final List<String> COUNTED =
            List.of("quantityList", "childQuantityList", "inputQuantityList", "outputQuantityList");

    private final EventTimes times;

    EpcisEvent(EventTimes times) {
        this.times = times;
    }

    @Override
    public List<Sighting> read(Part event, String id) {
        Findings findings = event.findings();
        Optional<String> kind = event.needed("type");
        Optional<Set<String>> members = kind.map(KINDS::get);
        if (kind.isPresent() && members.isEmpty()) {
            findings.reject(
                    FaultCode.UNKNOWN_CODE,
                    "type is \"" + Shown.of(kind.get()) + "\", which is no kind of EPCIS event.");
        }
        members.ifPresent(own -> checkMembers(event, own));
        Optional<Instant> time = times.happened(event, "eventTime");
        times.optional(event, "recordTime");
        event.needed("eventTimeZoneOffset")
                .filter(offset -> !offset.matches("[+-][0-9]{2}:[0-9]{2}"))
                .ifPresent(offset -> findings.reject(
                        FaultCode.WRONG_TIME,
                        "eventTimeZoneOffset has to be such as +05:00; it is \"" + Shown.of(offset) + "\"."));
        Optional<String> place = event.part("readPoint").flatMap(point -> point.needed("id"));
        event.part("bizLocation").ifPresent(location -> location.needed("id"));
        String step = event.text("bizStep").map(EpcisEvent::local).orElse(kind.orElse(""));
        EpcisSensors sensors = EpcisSensors.read(event, times);
        Optional<Boolean> opened = opened(event, sensors);
        List<Optional<ContainerNumber>> containers = containers(event);
        if (time.isEmpty() || (containers.isEmpty() && sensors.devices().isEmpty())) {
            return List.of();
        }
        if (containers.isEmpty()) {
            containers = List.of(Optional.empty());
        }
        return containers.stream()
                .map(container -> new Sighting(
                        findings.event(),
                        id,
                        time.get(),
                        step,
                        container,
                        sensors.devices(),
                        List.of(),
                        opened,
                        sensors.battery(),
                        place))
                .toList();
    }

    private static void checkMembers(Part event, Set<String> own) {
        Set<String> known = new HashSet<>(EVERYWHERE);
        known.addAll(own);
        refuseUnknown(event, known);
        if (own.contains("action")) {
            event.needed("action");
            event.code("action", Set.of("ADD", "OBSERVE", "DELETE"));
        }
        // EPCIS 2.0 section 7.4.2: without identifiers an event is about its sensors, or about nothing.
        boolean aboutSomething = (own.contains("parentID") && event.has("parentID"))
                || event.has("sensorElementList")
                || Stream.concat(NAMED.stream(), COUNTED.stream())
                        .filter(own::contains)
                        .anyMatch(list ->
                                event.has(list) && !event.json().get(list).isEmpty());
        if (!aboutSomething) {
            event.findings()
                    .reject(FaultCode.MISSING_MEMBER, "The event has no list of identifiers, so it is about nothing.");
        }
    }

    /** A name of two parts is somebody's extension, and none of our business. */
    static void refuseUnknown(Part part, Set<String> known) {
        part.beside(known).stream().filter(name -> name.indexOf(':') < 1).forEach(name -> part.findings()
                .reject(
                        FaultCode.UNKNOWN_MEMBER,
                        "\"" + Shown.of(part.path(name)) + "\" is no member that EPCIS 2.0 knows here."));
    }

    /** By the disposition (CBV 2.0 section 7.2), by a sensor, or by both when they agree. */
    private static Optional<Boolean> opened(Part event, EpcisSensors sensors) {
        Optional<Boolean> container = event.text("disposition")
                .map(EpcisEvent::local)
                .flatMap(word -> switch (word) {
                    case "container_open" -> Optional.of(true);
                    case "container_closed" -> Optional.of(false);
                    default -> Optional.empty();
                });
        Set<Boolean> said = new HashSet<>(sensors.opened());
        container.ifPresent(said::add);
        if (said.size() > 1) {
            event.findings().reject(FaultCode.CONTRADICTION, "The event says both that it is open and that it is not.");
        }
        return said.stream().findFirst();
    }

    private static List<Optional<ContainerNumber>> containers(Part event) {
        List<String> ids = new ArrayList<>();
        event.text("parentID").ifPresent(ids::add);
        NAMED.forEach(list -> ids.addAll(event.texts(list)));
        return ids.stream()
                .filter(id -> id.startsWith(CONTAINER))
                .distinct()
                .map(id -> Codes.container(event.findings(), id, id.substring(CONTAINER.length())))
                .toList();
    }

    /** A word of GS1's vocabularies, which is written bare, as a URN or as a web address. */
    static String local(String word) {
        int colon = word.lastIndexOf(':');
        int slash = word.lastIndexOf('/');
        String name = word.substring(Math.max(colon, slash) + 1);
        return name.substring(name.lastIndexOf('-') + 1);
    }
}
