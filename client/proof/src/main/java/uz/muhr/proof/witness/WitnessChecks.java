package uz.muhr.proof.witness;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import uz.muhr.proof.check.Checks;

/** The checks of one verification of witnesses: what held so far, and who vouches for it. */
public final class WitnessChecks {
    private final Map<WitnessCheck, Set<String>> made = new EnumMap<>(WitnessCheck.class);
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
        made.computeIfAbsent(check, first -> new TreeSet<>()).add(vouchedBy);
    }

    /** As {@link #require(WitnessCheck, String, boolean, Supplier)}, for what is computed here. */
    public void require(WitnessCheck check, boolean holds, Supplier<String> fault) {
        require(check, Checks.COMPUTED, holds, fault);
    }

    /** Where those checks are counted that proofs have, too: configurations and certificates. */
    public Checks ofProof() {
        return proof;
    }

    /** Whether all of these were made. */
    public boolean hold(Set<WitnessCheck> all) {
        return made.keySet().containsAll(all);
    }

    /** The checks made: a proof's first, then ours, each in their order. */
    public List<WitnessMade> made() {
        return Stream.concat(
                        proof.made().stream().map(WitnessMade::of),
                        made.entrySet().stream()
                                .map(entry -> new WitnessMade(
                                        entry.getKey().name(), entry.getKey().sentence(), vouchers(entry.getValue()))))
                .toList();
    }

    private static List<String> vouchers(Set<String> all) {
        return all.size() == 1
                ? List.copyOf(all)
                : all.stream()
                        .filter(voucher -> !voucher.equals(Checks.COMPUTED))
                        .toList();
    }
}
