package uz.muhr.proof.checkpoint;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import uz.muhr.proof.witness.WitnessMade;

/** What a checkpoint shows about the blocks of a bundle. */
public sealed interface CoverReport {
    /** The checks that held, in their order. */
    List<WitnessMade> made();

    /**
     * Nothing speaks against it.
     *
     * @param shown the blocks, by number, that stand in the checkpoint's chain
     * @param open those of which it shows nothing, for the headers between are not at hand
     * @param headers how many the bundle carries
     */
    record Covered(SortedSet<Long> shown, SortedSet<Long> open, int headers, List<WitnessMade> made)
            implements CoverReport {
        public Covered {
            shown = new TreeSet<>(shown);
            open = new TreeSet<>(open);
            made = List.copyOf(made);
        }
    }

    /** A check did not hold: another chain, or a checkpoint of before. */
    record NotCovered(String failed, String fault, List<WitnessMade> made) implements CoverReport {
        public NotCovered {
            made = List.copyOf(made);
        }
    }
}
