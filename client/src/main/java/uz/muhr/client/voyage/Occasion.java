package uz.muhr.client.voyage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import uz.muhr.protocol.commitment.Fingerprint;
import uz.muhr.protocol.consignment.ConsignmentSecret;
import uz.muhr.protocol.freight.Place;
import uz.muhr.protocol.seal.Circumstances;

/**
 * When and where something was done to a seal, and the files that show it.
 *
 * @param time by the watch of whoever did it, where that is worth saying; the ledger notes its own
 */
public record Occasion(Optional<Instant> time, Optional<Place> place, List<Fingerprint> evidence) {
    /** Nothing said of it. */
    public static final Occasion UNSAID = new Occasion(Optional.empty(), Optional.empty(), List.of());

    public Occasion {
        evidence = List.copyOf(evidence);
    }

    /** What may stand on the ledger of it. */
    Circumstances under(ConsignmentSecret secret) {
        return new Circumstances(
                time,
                place.map(secret::place),
                evidence.stream().map(secret::evidence).toList());
    }
}
