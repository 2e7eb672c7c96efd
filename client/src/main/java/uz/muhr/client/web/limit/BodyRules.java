package uz.muhr.client.web.limit;

import java.time.Duration;

/**
 * How much a request may bring, and how slowly.
 *
 * @param most bytes
 * @param bytesPerSecond the least, on the whole way from the first byte on
 * @param grace that much behind it a request may fall, as on a line that was cut for a moment
 */
public record BodyRules(long most, long bytesPerSecond, Duration grace) {
    /** Whether a body of which this much came in this time is too slow to be waited for. */
    boolean tooSlow(long bytes, Duration since) {
        return since.minus(grace).toMillis() * bytesPerSecond > bytes * 1000;
    }
}
