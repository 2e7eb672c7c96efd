package uz.muhr.client.journal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/**
 * When the database is to be looked into for what waits: as soon as something there that nobody has claimed is due, and
 * otherwise now and then, for what came by other ways. Looking takes the longer, the more wait.
 */
final class Looks {
    static final Duration NOW_AND_THEN = Duration.ofSeconds(1);

    private final Clock clock;
    private final AtomicReference<Instant> next;

    /** The first is due at once. */
    Looks(Clock clock) {
        this.clock = clock;
        this.next = new AtomicReference<>(clock.instant());
    }

    /** Something is there that nobody has claimed, and is due then; any thread may say so. */
    void at(Instant due) {
        next.accumulateAndGet(due, (one, other) -> one.isBefore(other) ? one : other);
    }

    /** A clock that was set back does not put it off. */
    boolean due() {
        Duration left = Duration.between(clock.instant(), next.get());
        return left.compareTo(Duration.ZERO) <= 0 || left.compareTo(NOW_AND_THEN) > 0;
    }

    /** A look begins now; what is said from now on is for the next one. */
    void begin() {
        next.set(clock.instant().plus(NOW_AND_THEN));
    }
}
