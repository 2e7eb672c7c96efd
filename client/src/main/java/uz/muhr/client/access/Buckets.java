package uz.muhr.client.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/**
 * A bucket of tokens for each of many: full at first, and refilled evenly. One that nobody asks for until it would be full again
 * is forgotten, and of more than may be remembered some are; which then are full again.
 */
public final class Buckets<K> {
    private final long capacity;
    private final Duration whole;
    private final TimeMeter clock;
    private final Cache<K, Bucket> known;

    /**
     * None yet.
     *
     * @param whole how long an empty one takes until it is full
     * @param most how many are remembered
     */
    public Buckets(long capacity, Duration whole, TimeMeter clock, int most) {
        this.capacity = capacity;
        this.whole = whole;
        this.clock = clock;
        this.known = Caffeine.newBuilder()
                .maximumSize(most)
                .expireAfterAccess(whole)
                .ticker(clock::currentTimeNanos)
                .executor(Runnable::run)
                .build();
    }

    public Bucket of(K whose) {
        return known.get(whose, newcomer -> full());
    }

    /** How many are not full, or have been lately. */
    public long remembered() {
        known.cleanUp();
        return known.estimatedSize();
    }

    private Bucket full() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(capacity).refillGreedy(capacity, whole))
                .withCustomTimePrecision(clock)
                .build();
    }
}
