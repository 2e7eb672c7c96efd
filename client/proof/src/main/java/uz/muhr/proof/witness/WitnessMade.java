package uz.muhr.proof.witness;

import java.util.List;
import uz.muhr.proof.check.CheckMade;

/**
 * A check that held: one of ours, or one of a proof's that was made on the way.
 *
 * @param vouchedBy whom one has to believe for it; sorted
 */
public record WitnessMade(String name, String sentence, List<String> vouchedBy) {
    public WitnessMade {
        vouchedBy = List.copyOf(vouchedBy);
    }

    static WitnessMade of(CheckMade made) {
        return new WitnessMade(made.check().name(), made.check().sentence(), made.vouchedBy());
    }
}
