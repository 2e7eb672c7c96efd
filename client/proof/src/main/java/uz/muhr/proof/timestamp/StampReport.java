package uz.muhr.proof.timestamp;

import java.util.List;
import uz.muhr.proof.witness.WitnessMade;

/** What the time stamps of a bundle are worth. */
public sealed interface StampReport {
    /** The checks that held, in their order. */
    List<WitnessMade> made();

    /** Every check held, of each stamp. */
    record Stamped(List<Stamp> stamps, List<WitnessMade> made) implements StampReport {
        public Stamped {
            stamps = List.copyOf(stamps);
            made = List.copyOf(made);
        }
    }

    /** A check did not hold. */
    record NotStamped(String failed, String fault, List<WitnessMade> made) implements StampReport {
        public NotStamped {
            made = List.copyOf(made);
        }
    }
}
