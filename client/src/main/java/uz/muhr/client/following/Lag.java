package uz.muhr.client.following;

import java.time.Duration;
import java.time.Instant;

/**
 * How far behind the ledger is followed.
 *
 * @param blocks that the peer has and we have not
 * @param seconds since the time of the last block that we have; 0 when no block is missing
 */
public record Lag(long blocks, long seconds) {
    static Lag of(long height, BlockMark last, Instant now) {
        long blocks = Math.max(0, height - last.number() - 1);
        return new Lag(
                blocks,
                blocks == 0 ? 0 : Math.max(0, Duration.between(last.time(), now).toSeconds()));
    }
}
