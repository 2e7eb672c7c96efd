package uz.muhr.client.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import uz.muhr.client.fabric.ConflictException;
import uz.muhr.client.fabric.LedgerUnavailableException;
import uz.muhr.client.fabric.OutcomeUnknownException;
import uz.muhr.protocol.refusal.Refusal;

/**
 * What doing something many times took.
 *
 * @param elapsed from the first begun to the last ended
 * @param each how long each one took that came to its end
 * @param failed how many did not
 */
record Measured(Duration elapsed, List<Duration> each, int failed) {

    /** Does all, so many at a time. */
    static Measured of(int atATime, List<Runnable> all) throws InterruptedException {
        ExecutorService workers = Executors.newFixedThreadPool(atATime);
        try {
            long began = System.nanoTime();
            List<Future<Duration>> ends = workers.invokeAll(
                    all.stream().<Callable<Duration>>map(Measured::timed).toList());
            Duration elapsed = Duration.ofNanos(System.nanoTime() - began);
            List<Duration> each = new ArrayList<>();
            for (Future<Duration> end : ends) {
                each.add(end.get());
            }
            each.removeIf(Duration::isNegative);
            return new Measured(elapsed, List.copyOf(each), all.size() - each.size());
        } catch (ExecutionException e) {
            throw new IllegalStateException("A measured call ended in a way that no client knows.", e.getCause());
        } finally {
            workers.shutdownNow();
        }
    }

    /** What was done one after the other. */
    static Measured joined(List<Measured> all) {
        return new Measured(
                all.stream().map(Measured::elapsed).reduce(Duration.ZERO, Duration::plus),
                all.stream().flatMap(one -> one.each().stream()).toList(),
                all.stream().mapToInt(Measured::failed).sum());
    }

    /** Negative for a call that the ledger did not take; under load that happens. */
    private static Callable<Duration> timed(Runnable call) {
        return () -> {
            long began = System.nanoTime();
            try {
                call.run();
                return Duration.ofNanos(System.nanoTime() - began);
            } catch (Refusal | ConflictException | LedgerUnavailableException | OutcomeUnknownException e) {
                return Duration.ofNanos(-1);
            }
        };
    }

    /** How many a second, when so many count. */
    double perSecond(int counted) {
        return counted / (elapsed.toNanos() / 1e9);
    }

    double perSecond() {
        return perSecond(each.size());
    }
}
