package uz.muhr.client.tracking;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import uz.muhr.protocol.json.Shown;
import uz.muhr.protocol.refusal.Refusal;

/** The frame of an EPCIS 2.0 file: a document that was captured, or the answer to a query (EPCIS 2.0 section 10). */
final class EpcisDocument {
    private static final Set<String> KNOWN = Set.of(
            "@context",
            "id",
            "type",
            "schemaVersion",
            "creationDate",
            "instanceIdentifier",
            "sender",
            "receiver",
            "epcisHeader",
            "epcisBody");

    private EpcisDocument() {}

    /**
     * The list of its events.
     *
     * @throws Refusal MALFORMED_ARGUMENT when the frame is not what it has to be
     */
    static JsonNode events(JsonNode document, EventTimes times) {
        // What is wrong with the frame is wrong with the whole file.
        Findings findings = new Findings(0, Optional.empty());
        Part frame = new Part("", document, findings);
        if (!frame.has("@context")) {
            findings.reject(FaultCode.MISSING_MEMBER, "@context is missing.");
        }
        frame.code("type", Set.of("EPCISDocument", "EPCISQueryDocument"));
        frame.needed("type");
        frame.needed("schemaVersion")
                .filter(version -> !version.matches("2\\.0(\\.[0-9]+)?"))
                .ifPresent(version -> findings.reject(
                        FaultCode.UNKNOWN_CODE,
                        "schemaVersion is \"" + Shown.of(version) + "\"; this version reads EPCIS 2.0."));
        times.needed(frame, "creationDate");
        EpcisEvent.refuseUnknown(frame, KNOWN);
        if (!findings.usable()) {
            throw Refusal.malformed("The file is no EPCIS 2.0 document: "
                    + findings.faults().stream().map(Fault::sentence).collect(Collectors.joining(" ")));
        }
        JsonNode body = document.get("epcisBody");
        @Nullable JsonNode results = body.isObject() ? body.get("queryResults") : null;
        return results == null
                ? TrackingReader.list("eventList", body.get("eventList"))
                : TrackingReader.list("eventList", results.path("resultsBody").get("eventList"));
    }
}
