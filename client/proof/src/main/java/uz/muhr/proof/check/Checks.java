package uz.muhr.proof.check;

import java.util.List;
import java.util.function.Supplier;

/** The checks of one verification: what held so far, and who vouches for it. */
public final class Checks {
    private final Vouched<Check> made = new Vouched<>(Check.class);

    /**
     * Goes on only when the condition holds.
     *
     * @param vouchedBy who has to be believed for it
     * @param fault what was expected and what was found, in one sentence
     * @throws UnprovenException when it does not hold
     */
    public void require(Check check, String vouchedBy, boolean holds, Supplier<String> fault) {
        if (!holds) {
            throw new UnprovenException(check, fault.get());
        }
        made.add(check, vouchedBy);
    }

    /** As {@link #require(Check, String, boolean, Supplier)}, for what is computed here. */
    public void require(Check check, boolean holds, Supplier<String> fault) {
        require(check, Vouched.COMPUTED, holds, fault);
    }

    /** Begins with the same checks made; what follows counts for the copy alone. */
    public Checks copy() {
        Checks copy = new Checks();
        copy.add(this);
        return copy;
    }

    /** Counts what another verification made, too. */
    public void add(Checks other) {
        made.add(other.made);
    }

    /** The checks made, in their order. What is partly computed here still rests on those who vouch for the rest. */
    public List<CheckMade> made() {
        return made.each(CheckMade::new);
    }
}
