package uz.muhr.client.web.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How often each visitor may ask: so many at once, and again as many in a minute. Whoever was not seen for a minute has the
 * whole again, so nothing of them is kept; of more visitors than are remembered some are forgotten and have the whole again.
 */
public final class Allowance {
    private static final Duration WHOLE_AGAIN = Duration.ofMinutes(1);
    private static final int MOST_VISITORS = 100_000;

    private final int perMinute;
    private final TimeMeter clock;
    private final Cache<Neighbourhood, Bucket> visitors;
    private final AtomicLong refused = new AtomicLong();

    public Allowance(int perMinute) {
        this(perMinute, TimeMeter.SYSTEM_NANOTIME, MOST_VISITORS);
    }

    Allowance(int perMinute, TimeMeter clock, int most) {
        this.perMinute = perMinute;
        this.clock = clock;
        this.visitors = Caffeine.newBuilder()
                .maximumSize(most)
                .expireAfterAccess(WHOLE_AGAIN)
                .ticker(clock::currentTimeNanos)
                .executor(Runnable::run)
                .build();
    }

    /** Takes one of what the visitor may ask; or says how long it is until there is one. */
    Optional<Duration> take(Neighbourhood visitor) {
        ConsumptionProbe probe = visitors.get(visitor, newcomer -> full()).tryConsumeAndReturnRemaining(1);
        if (probe.isConsumed()) {
            return Optional.empty();
        }
        refused.incrementAndGet();
        return Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    /** How many were turned away since the start. */
    public long refused() {
        return refused.get();
    }

    int perMinute() {
        return perMinute;
    }

    /** Of how many visitors something is remembered. */
    long remembered() {
        visitors.cleanUp();
        return visitors.estimatedSize();
    }

    private Bucket full() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, WHOLE_AGAIN))
                .withCustomTimePrecision(clock)
                .build();
    }
}
