package uz.muhr.proof.timestamp;

import java.time.Duration;
import java.time.Instant;

/**
 * A time by an authority's word.
 *
 * @param time when it stamped
 * @param accuracy by how much that may be wrong, as it says; zero when it does not say
 * @param authority the name in the certificate it signed with
 * @param policy under which it stamps, an object identifier
 * @param serial by which it knows the stamp
 */
public record Stamp(Instant time, Duration accuracy, String authority, String policy, String serial) {
    /** By then the stamped blocks were there. */
    public Instant by() {
        return time.plus(accuracy);
    }
}
