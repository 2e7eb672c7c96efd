package uz.muhr.client.witness;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uz.muhr.proof.timestamp.Stamp;
import uz.muhr.proof.timestamp.StampReport;
import uz.muhr.proof.witness.WitnessMade;

/**
 * What the time stamps of a bundle are worth, for a person or another program.
 *
 * @param outcome STAMPED, NOT_STAMPED, or NOT_LOOKED_AT when the trust file pins no authority
 * @param failed the check that did not hold
 * @param fault what it expected and found
 * @param checks those that held, with whoever vouches for each
 */
public record StampView(
        String outcome,
        List<OneStamp> stamps,
        @Nullable String failed,
        @Nullable String fault,
        List<WitnessMade> checks) {
    /**
     * A time by an authority's word.
     *
     * @param time when it stamped
     * @param by with what it may be wrong: by then the blocks were there
     * @param authority the name in its certificate
     */
    public record OneStamp(String time, String by, String authority, String policy, String serial) {
        private static OneStamp of(Stamp stamp) {
            return new OneStamp(
                    stamp.time().toString(), stamp.by().toString(), stamp.authority(), stamp.policy(), stamp.serial());
        }
    }

    /** That there are stamps, and nobody whose stamps would count. */
    public static StampView notLookedAt() {
        return new StampView("NOT_LOOKED_AT", List.of(), null, null, List.of());
    }

    public static StampView of(StampReport report) {
        if (report instanceof StampReport.NotStamped failed) {
            return new StampView("NOT_STAMPED", List.of(), failed.failed(), failed.fault(), failed.made());
        }
        StampReport.Stamped stamped = (StampReport.Stamped) report;
        return new StampView(
                "STAMPED", stamped.stamps().stream().map(OneStamp::of).toList(), null, null, stamped.made());
    }
}
