package uz.muhr.client.journal;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Those who wait for the ends of submissions. */
final class Outcomes {
    /** The end may be written by another process, which tells nobody here. */
    private static final long LOOK_AGAIN_NANOS = Duration.ofSeconds(1).toNanos();

    /** One promise for each submission, and how many wait for it. */
    private record Awaited(CompletableFuture<Submitted> end, int by) {}

    private final Map<SubmissionId, Awaited> awaited = new ConcurrentHashMap<>();

    /**
     * Waits until a submission is settled.
     *
     * @param written reads how far it came
     * @return how far it came, settled or not
     */
    Submitted await(SubmissionId id, Duration patience, Supplier<Submitted> written) {
        CompletableFuture<Submitted> end = join(id);
        try {
            long last = System.nanoTime() + patience.toNanos();
            // Read only now that its end would be told.
            Submitted now = written.get();
            for (long left = patience.toNanos(); !now.settled() && left > 0; left = last - System.nanoTime()) {
                try {
                    now = end.get(Math.min(left, LOOK_AGAIN_NANOS), TimeUnit.NANOSECONDS);
                } catch (TimeoutException e) {
                    now = written.get();
                }
            }
            return now;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return written.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            leave(id);
        }
    }

    void tell(Submitted submitted) {
        Awaited who = awaited.get(submitted.id());
        if (who != null) {
            who.end.complete(submitted);
        }
    }

    private CompletableFuture<Submitted> join(SubmissionId id) {
        return awaited.merge(
                        id,
                        new Awaited(new CompletableFuture<>(), 1),
                        (known, one) -> new Awaited(known.end, known.by + 1))
                .end;
    }

    private void leave(SubmissionId id) {
        awaited.computeIfPresent(id, (same, known) -> known.by == 1 ? null : new Awaited(known.end, known.by - 1));
    }
}
