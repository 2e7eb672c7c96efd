package uz.muhr.client.tracking;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import uz.muhr.protocol.json.Shown;
import uz.muhr.protocol.refusal.Refusal;

/** Reads a file of events, of whichever standard it is. */
public final class TrackingReader {
    /** More in one file are refused, so that nobody waits for one for ever. */
    public static final int MOST_EVENTS = 20_000;

    /** As both standards call it. */
    private static final String ID = "eventID";

    private TrackingReader() {}

    /**
     * Reads a file; what is wrong with one event does not touch the others.
     *
     * @param now the time against which events are told from announcements
     * @throws Refusal MALFORMED_ARGUMENT when the file as a whole is none of events
     * @throws IOException when it breaks off
     */
    public static TrackingFile read(InputStream in, Instant now) throws IOException {
        JsonNode json = OutsideJson.read(in);
        EventTimes times = new EventTimes(now);
        if (json.isArray()) {
            return read(Standard.DCSA_2_2, json, new Dcsa22(times));
        }
        if (json.isObject() && json.has("events")) {
            return read(Standard.DCSA_3_0, list("events", json.get("events")), new Dcsa30(times));
        }
        if (json.isObject() && json.has("epcisBody")) {
            return read(Standard.EPCIS_2_0, EpcisDocument.events(json, times), new EpcisEvent(times));
        }
        throw Refusal.malformed("The file holds no events: it has to be an EPCIS 2.0 document, a list of DCSA track and"
                + " trace 2.2 events, or an answer of DCSA track and trace 3.0.");
    }

    /** Makes sightings of one event; what prevents it is noted in its findings. */
    interface EventReader {
        List<Sighting> read(Part event, String id);
    }

    static JsonNode list(String name, @Nullable JsonNode value) {
        if (value == null || !value.isArray()) {
            throw Refusal.malformed("\"" + name + "\" of the file has to be a list of events; it is not.");
        }
        return value;
    }

    private static TrackingFile read(Standard standard, JsonNode list, EventReader reader) {
        if (list.size() > MOST_EVENTS) {
            throw Refusal.malformed(
                    "A file may hold at most " + MOST_EVENTS + " events; this one has " + list.size() + ". Divide it.");
        }
        List<Sighting> sightings = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        int number = 0;
        for (JsonNode event : list) {
            number++;
            Optional<String> named = Optional.ofNullable(event.get(ID))
                    .filter(JsonNode::isString)
                    .map(JsonNode::stringValue);
            Findings findings = new Findings(number, named.map(Shown::of));
            List<Sighting> seen = event.isObject()
                    ? reader.read(
                            new Part("", event, findings), named.orElseGet(() -> "sha256:" + OutsideJson.hash(event)))
                    : List.of();
            if (!event.isObject()) {
                findings.reject(FaultCode.WRONG_STRUCTURE, "An event has to be a JSON object; this one is not.");
            }
            if (named.isPresent() && !ids.add(named.get())) {
                findings.reject(FaultCode.REPEATED_ID, ID + " is that of an event before it in this file.");
            }
            if (findings.usable()) {
                sightings.addAll(seen);
            }
            faults.addAll(findings.faults());
        }
        return new TrackingFile(standard, number, sightings, faults);
    }
}
