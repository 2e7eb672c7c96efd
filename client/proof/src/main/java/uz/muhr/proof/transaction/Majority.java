package uz.muhr.proof.transaction;

import java.util.SortedSet;
import java.util.TreeSet;
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

    /**
     * Goes on only when enough signed.
     *
     * @param signed whose peers did; a configuration knows no members but those of trusted organisations
     */
    void requireAmong(SortedSet<MspId> signed, String transaction, Checks checks) {
        checks.require(
                Check.ENDORSEMENT_MAJORITY,
                Vouchers.peersOf(signed),
                signed.size() >= needed,
                () -> "Peers of at least " + needed + " of " + organisations + " have to endorse transaction "
                        + transaction + "; those of " + signed + " did.");
    }
}
