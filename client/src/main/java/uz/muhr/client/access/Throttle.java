package uz.muhr.client.access;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.io.Serial;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Lets nobody try passwords for long: so many attempts at a name, and from an address, then one a while. Attempts that
 * succeed do not count. What is remembered is bounded; who is forgotten for want of room begins anew, but each that pushes
 * others out counts for its address.
 */
final class Throttle {
    private static final long OF_A_NAME = 10;
    private static final Duration NAMES_PAUSE = Duration.ofMinutes(1);
    private static final long OF_AN_ADDRESS = 50;
    private static final Duration ADDRESSES_PAUSE = Duration.ofSeconds(10);
    private static final int MOST_REMEMBERED = 10_000;

    private final Buckets names;
    private final Buckets addresses;

    Throttle(TimeMeter clock) {
        names = new Buckets(OF_A_NAME, NAMES_PAUSE, clock);
        addresses = new Buckets(OF_AN_ADDRESS, ADDRESSES_PAUSE, clock);
    }

    /**
     * Counts an attempt, before it is known how it ends: so that of many at once none comes free.
     *
     * @throws TooManyAttemptsException when there were too many
     */
    void count(String name, String address) {
        take(addresses.of(address));
        take(names.of(name));
    }

    /** The attempt succeeded. */
    void forgive(String name, String address) {
        names.of(name).reset();
        addresses.of(address).addTokens(1);
    }

    private static void take(Bucket bucket) {
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw new TooManyAttemptsException(Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }

    /** A bucket for each, the one that was not asked for longest forgotten first. */
    private static final class Buckets {
        private final long capacity;
        private final Duration pause;
        private final TimeMeter clock;
        private final Map<String, Bucket> known = new Remembered();

        Buckets(long capacity, Duration pause, TimeMeter clock) {
            this.capacity = capacity;
            this.pause = pause;
            this.clock = clock;
        }

        synchronized Bucket of(String whose) {
            return known.computeIfAbsent(whose, absent -> Bucket.builder()
                    .addLimit(limit -> limit.capacity(capacity).refillGreedy(1, pause))
                    .withCustomTimePrecision(clock)
                    .build());
        }
    }

    private static final class Remembered extends LinkedHashMap<String, Bucket> {
        @Serial
        private static final long serialVersionUID = 1L;

        Remembered() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_REMEMBERED;
        }
    }
}
