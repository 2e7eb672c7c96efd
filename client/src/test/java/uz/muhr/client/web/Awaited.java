package uz.muhr.client.web;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Asks until it is so; each question takes its own time, so nothing sleeps. */
final class Awaited {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Awaited() {}

    static void until(BooleanSupplier condition) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                throw new AssertionError("It did not come about within " + PATIENCE + ".");
            }
        }
    }
}
