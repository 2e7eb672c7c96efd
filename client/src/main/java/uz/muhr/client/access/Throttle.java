package uz.muhr.client.access;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

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

    private final Buckets<String> names;
    private final Buckets<String> addresses;

    Throttle(TimeMeter clock) {
        names = new Buckets<>(OF_A_NAME, NAMES_PAUSE.multipliedBy(OF_A_NAME), clock, MOST_REMEMBERED);
        addresses = new Buckets<>(OF_AN_ADDRESS, ADDRESSES_PAUSE.multipliedBy(OF_AN_ADDRESS), clock, MOST_REMEMBERED);
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
}
