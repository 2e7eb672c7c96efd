package uz.muhr.client.journal;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.core.IntervalFunction;
import java.time.Duration;

/** How long to leave a ledger alone that does not answer, or that others are ahead at. */
final class Backoff {
    private static final Duration FIRST = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofSeconds(8);
    private static final Duration CLOSED_FOR = Duration.ofSeconds(2);

    /** Doubled each time, and at random by half, so that those who failed together do not come back together. */
    private static final IntervalFunction INTERVAL =
            IntervalFunction.ofExponentialRandomBackoff(FIRST, 2, 0.5, LONGEST);

    private Backoff() {}

    /** @param attempts made so far, from 1 */
    static Duration after(int attempts) {
        return Duration.ofMillis(INTERVAL.apply(attempts));
    }

    /** Open while most attempts fail: then one attempt every two seconds finds out whether the ledger is back. */
    static CircuitBreaker breaker() {
        return CircuitBreaker.of(
                "ledger",
                CircuitBreakerConfig.custom()
                        .slidingWindowType(SlidingWindowType.COUNT_BASED)
                        .slidingWindowSize(8)
                        .minimumNumberOfCalls(4)
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .waitDurationInOpenState(CLOSED_FOR)
                        .build());
    }
}
