package uz.muhr.client.web.limit;

import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import uz.muhr.client.access.Buckets;

/**
 * How often each visitor may ask: so many at once, and again as many in a minute. Whoever was not seen for a minute has the
 * whole again, so nothing of them is kept; of more visitors than are remembered some are forgotten and have the whole again.
 */
public final class Allowance {
    private static final Duration WHOLE_AGAIN = Duration.ofMinutes(1);
    private static final int MOST_VISITORS = 100_000;

    private final int perMinute;
    private final Buckets<Neighbourhood> visitors;
    private final AtomicLong refused = new AtomicLong();

    public Allowance(int perMinute) {
        this(perMinute, TimeMeter.SYSTEM_NANOTIME, MOST_VISITORS);
    }

    Allowance(int perMinute, TimeMeter clock, int most) {
        this.perMinute = perMinute;
        this.visitors = new Buckets<>(perMinute, WHOLE_AGAIN, clock, most);
    }

    /** Takes one of what the visitor may ask; or says how long it is until there is one. */
    Optional<Duration> take(Neighbourhood visitor) {
        ConsumptionProbe probe = visitors.of(visitor).tryConsumeAndReturnRemaining(1);
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
        return visitors.remembered();
    }
}
