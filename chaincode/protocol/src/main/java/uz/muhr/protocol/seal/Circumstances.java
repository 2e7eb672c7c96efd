package uz.muhr.protocol.seal;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import uz.muhr.protocol.consignment.EvidenceCommitment;
import uz.muhr.protocol.consignment.PlaceCommitment;
import uz.muhr.protocol.json.LedgerTime;
import uz.muhr.protocol.json.Members;
import uz.muhr.protocol.refusal.Refusal;

/**
 * When and where something happened to a container seal, and what shows it.
 *
 * @param claimed when, by a device's clock or a person's word: a claim beside the vouched time
 * @param evidence at most {@link #MOST_EVIDENCE} files
 */
public record Circumstances(
        Optional<Instant> claimed, Optional<PlaceCommitment> place, List<EvidenceCommitment> evidence) {
    /** How many files show one event. */
    public static final int MOST_EVIDENCE = 10;

    /**
     * Refuses what cannot be.
     *
     * @throws Refusal MALFORMED_ARGUMENT
     */
    public Circumstances {
        claimed = claimed.map(time -> time.truncatedTo(ChronoUnit.SECONDS));
        evidence = List.copyOf(evidence);
        if (evidence.size() > MOST_EVIDENCE || evidence.stream().distinct().count() < evidence.size()) {
            throw Refusal.malformed("Evidence has to be at most " + MOST_EVIDENCE + " files, none twice; it is "
                    + evidence.size() + ".");
        }
    }

    public static Circumstances none() {
        return new Circumstances(Optional.empty(), Optional.empty(), List.of());
    }

    /** Writes it as the members {@code claimed}, {@code evidence} and {@code place}; the first and the last may be absent. */
    public void write(JsonObject json) {
        claimed.ifPresent(time -> json.addProperty("claimed", LedgerTime.write(time)));
        JsonArray files = new JsonArray();
        evidence.forEach(file -> files.add(file.hex()));
        json.add("evidence", files);
        place.ifPresent(known -> json.addProperty("place", known.hex()));
    }

    /** Reads what was written. */
    public static Circumstances read(Members members) {
        return new Circumstances(
                members.optionalTime("claimed"),
                members.optionalText("place", PlaceCommitment::new),
                members.list("evidence", item -> Members.text("Evidence", item, EvidenceCommitment::new)));
    }
}
