package uz.muhr.proof.check;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;

/** What held so far, by the names of one kind of checks, and who vouches for each. */
public final class Vouched<C extends Enum<C>> {
    /** Nobody has to be believed for what is computed here. */
    public static final String COMPUTED = "computed here";

    private final Map<C, Set<String>> by;

    public Vouched(Class<C> checks) {
        by = new EnumMap<>(checks);
    }

    /** A check held. */
    public void add(C check, String vouchedBy) {
        by.computeIfAbsent(check, first -> new TreeSet<>()).add(vouchedBy);
    }

    void add(Vouched<C> other) {
        other.by.forEach((check, vouchers) ->
                by.computeIfAbsent(check, first -> new TreeSet<>()).addAll(vouchers));
    }

    /** Whether all of these held. */
    public boolean hold(Set<C> all) {
        return by.keySet().containsAll(all);
    }

    /** Each check, in their order, with whoever vouches for it; what is partly computed here still rests on the others. */
    public <T> List<T> each(BiFunction<C, List<String>, T> made) {
        return by.entrySet().stream()
                .map(entry -> made.apply(entry.getKey(), vouchers(entry.getValue())))
                .toList();
    }

    private static List<String> vouchers(Set<String> all) {
        return all.size() == 1
                ? List.copyOf(all)
                : all.stream().filter(voucher -> !voucher.equals(COMPUTED)).toList();
    }
}
