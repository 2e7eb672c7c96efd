package uz.muhr.proof.witness;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import uz.muhr.proof.check.Checks;
import uz.muhr.proof.check.Vouched;

/** The checks of one verification of witnesses: what held so far, and who vouches for it. */
public final class WitnessChecks {
    private final Vouched<WitnessCheck> made = new Vouched<>(WitnessCheck.class);
    private final Checks proof = new Checks();

    /**
     * Goes on only when the condition holds.
     *
     * @param vouchedBy who has to be believed for it
     * @param fault what was expected and what was found, in one sentence
     * @throws UnwitnessedException when it does not hold
     */
    public void require(WitnessCheck check, String vouchedBy, boolean holds, Supplier<String> fault) {
        if (!holds) {
            throw new UnwitnessedException(check, fault.get());
        }
        made.add(check, vouchedBy);
    }

    /** As {@link #require(WitnessCheck, String, boolean, Supplier)}, for what is computed here. */
    public void require(WitnessCheck check, boolean holds, Supplier<String> fault) {
        require(check, Vouched.COMPUTED, holds, fault);
    }

    /** A check held, as was found without asking here. */
    public void made(WitnessCheck check, String vouchedBy) {
        made.add(check, vouchedBy);
    }

    /** Where those checks are counted that proofs have, too: configurations and certificates. */
    public Checks ofProof() {
        return proof;
    }

    /** Whether all of these were made. */
    public boolean hold(Set<WitnessCheck> all) {
        return made.hold(all);
    }

    /** The checks made: a proof's first, then ours, each in their order. */
    public List<WitnessMade> made() {
        return Stream.concat(
                        proof.made().stream().map(WitnessMade::of),
                        made
                                .each((check, vouchers) -> new WitnessMade(check.name(), check.sentence(), vouchers))
                                .stream())
                .toList();
    }
}
