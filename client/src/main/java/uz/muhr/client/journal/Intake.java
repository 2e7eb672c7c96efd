package uz.muhr.client.journal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Lets those who ask at the same time share one transaction of the database and one write to the disk: what comes while some
 * are written is written together next. Whoever is alone does not wait for others.
 */
final class Intake implements AutoCloseable {
    private static final int MOST_TOGETHER = 500;

    /** Longer than the database may take to say that it is away. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final long LOOK_MILLIS = 100;

    private record Asked(Wished wished, CompletableFuture<Supplier<Accepted>> answer) {}

    private final Function<List<Wished>, List<Supplier<Accepted>>> keep;
    private final BlockingQueue<Asked> asked = new LinkedBlockingQueue<>();
    private final Thread thread = new Thread(this::run, "journal-intake");
    private volatile boolean closed;

    /**
     * Begins to work.
     *
     * @param keep writes wishes down and gives an answer to each, in their order; it fails as a whole or not at all
     */
    Intake(Function<List<Wished>, List<Supplier<Accepted>>> keep) {
        this.keep = keep;
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Has a wish kept, and waits for that.
     *
     * @throws JournalUnavailableException when nobody says in time that it was
     */
    Accepted accept(Wished wished) {
        Asked mine = new Asked(wished, new CompletableFuture<>());
        asked.add(mine);
        if (closed) {
            refuse();
        }
        try {
            return mine.answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).get();
        } catch (ExecutionException | TimeoutException e) {
            throw JournalUnavailableException.outcomeUnknown(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw JournalUnavailableException.outcomeUnknown(e);
        }
    }

    private void run() {
        List<Asked> together = new ArrayList<>();
        try {
            while (!closed) {
                Asked first = asked.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                if (first != null) {
                    together.add(first);
                    asked.drainTo(together, MOST_TOGETHER - 1);
                    answer(together);
                    together.clear();
                }
            }
        } catch (InterruptedException e) {
            closed = true;
        }
        refuse();
    }

    private void answer(List<Asked> together) {
        try {
            List<Supplier<Accepted>> answers =
                    keep.apply(together.stream().map(Asked::wished).toList());
            for (int i = 0; i < together.size(); i++) {
                together.get(i).answer.complete(answers.get(i));
            }
        } catch (RuntimeException e) {
            together.forEach(each -> each.answer.completeExceptionally(e));
        }
    }

    private void refuse() {
        for (Asked left = asked.poll(); left != null; left = asked.poll()) {
            left.answer.completeExceptionally(new IllegalStateException("The journal is closed."));
        }
    }

    /** Lets what is being written be written; nothing more is. */
    @Override
    public void close() {
        closed = true;
        try {
            thread.join(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
