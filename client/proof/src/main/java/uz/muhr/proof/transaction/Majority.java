package uz.muhr.proof.transaction;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import uz.muhr.proof.check.Check;
import uz.muhr.proof.check.Checks;
import uz.muhr.protocol.identifier.MspId;

/**
 * How many of which organisations have to say the same.
 *
 * @param needed at least 1, at most all
 */
public record Majority(SortedSet<MspId> organisations, int needed) {
    public Majority {
        organisations = new TreeSet<>(organisations);
        if (needed < 1 || needed > organisations.size()) {
            throw new IllegalArgumentException(
                    needed + " of " + organisations.size() + " organisations cannot be asked for.");
        }
    }

    /** More than half. The channel's own policies are not asked: who changes them could ask for nobody. */
    public static Majority of(SortedSet<MspId> organisations) {
        return new Majority(organisations, organisations.size() / 2 + 1);
    }

    void requireAmong(SortedSet<MspId> signed, String transaction, Checks checks) {
        SortedSet<MspId> counting = new TreeSet<>(signed);
        counting.retainAll(organisations);
        checks.require(
                Check.ENDORSEMENT_MAJORITY,
                "peers of " + counting.stream().map(MspId::value).collect(Collectors.joining(", ")),
                counting.size() >= needed,
                "Peers of at least " + needed + " of " + organisations + " have to endorse transaction " + transaction
                        + "; those of " + counting + " did.");
    }
}
