package uz.muhr.client.faults;

import java.time.Duration;
import uz.muhr.client.submission.Order;
import uz.muhr.client.submission.Outcome;

/**
 * One submission and how it ended.
 *
 * @param began in nanoseconds of this JVM's clock
 * @param ended likewise
 */
record Attempt(Order order, Outcome outcome, long began, long ended) {
    Duration took() {
        return Duration.ofNanos(ended - began);
    }

    boolean anchored() {
        return outcome instanceof Outcome.Anchored;
    }
}
