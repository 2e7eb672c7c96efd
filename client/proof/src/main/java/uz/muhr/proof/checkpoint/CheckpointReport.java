package uz.muhr.proof.checkpoint;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import uz.muhr.proof.witness.WitnessMade;
import uz.muhr.protocol.identifier.MspId;

/** What organisations witness by a checkpoint. */
public sealed interface CheckpointReport {
    /** The checks that held, in their order. */
    List<WitnessMade> made();

    /**
     * Every check held.
     *
     * @param cosigners the organisations, and when each says it signed
     * @param ignored how many signatures are of keys that no certificate of the file is of
     */
    record Witnessed(Checkpoint checkpoint, SortedMap<MspId, Instant> cosigners, int ignored, List<WitnessMade> made)
            implements CheckpointReport {
        public Witnessed {
            cosigners = new TreeMap<>(cosigners);
            made = List.copyOf(made);
        }
    }

    /**
     * A check did not hold.
     *
     * @param failed its name, of {@code WitnessCheck} or {@code Check}
     * @param fault what was expected and what was found, in one sentence
     */
    record NotWitnessed(String failed, String fault, List<WitnessMade> made) implements CheckpointReport {
        public NotWitnessed {
            made = List.copyOf(made);
        }
    }
}
