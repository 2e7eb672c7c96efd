package uz.muhr.client.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import uz.muhr.client.commitment.Receipt;
import uz.muhr.client.database.Database;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.client.journal.JournalDatabase;
import uz.muhr.client.journal.JournalListener;
import uz.muhr.client.journal.JournalSettings;
import uz.muhr.client.journal.LiveJournal;
import uz.muhr.client.journal.Submitted;
import uz.muhr.client.submission.Wish;

/** Documents through a journal of the bench's own, kept and worked off as that of a server. */
final class JournalRun implements JournalListener, AutoCloseable {
    /** How many may wait; as many as a server accepts unless it is set otherwise. */
    private static final int MOST = 20_000;

    private static final int OTHERS = 1;
    private static final Duration DRAIN = Duration.ofSeconds(20);
    private static final Duration KEEP = Duration.ofDays(1);

    /** Longer than the slowest ledger measured takes for all that may wait. */
    private static final long PATIENCE_SECONDS = 600;

    private final Semaphore room = new Semaphore(MOST);
    private final Queue<Duration> taken = new ConcurrentLinkedQueue<>();
    private final Consumer<String> complaints;
    private final LiveJournal journal;

    /**
     * Opens a new journal.
     *
     * @param file where none is yet
     * @param lists how many are under way at a time
     * @param complaints told what the journal fails at; it goes on
     */
    JournalRun(Ledger ledger, Path file, int lists, Consumer<String> complaints) {
        this.complaints = complaints;
        journal = new LiveJournal(
                new JournalDatabase(new JournalSettings(
                        Database.of(file, null, null, null), MOST, lists, OTHERS, Duration.ZERO, DRAIN, KEEP)),
                ledger,
                List.of(this));
        journal.start();
    }

    /**
     * Submits documents and waits for the end of each, which is what each is measured by: from when it was accepted.
     *
     * @param clients how many submit at a time; none waits for its outcome
     */
    Measured anchor(int clients, List<Receipt> papers) throws InterruptedException {
        taken.clear();
        long began = System.nanoTime();
        Measured.of(
                clients,
                papers.stream().<Runnable>map(paper -> () -> submit(paper)).toList());
        if (!room.tryAcquire(MOST, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("After " + PATIENCE_SECONDS + " s some submissions have no end.");
        }
        Duration elapsed = Duration.ofNanos(System.nanoTime() - began);
        room.release(MOST);
        List<Duration> each = List.copyOf(taken);
        return new Measured(elapsed, each, papers.size() - each.size());
    }

    private void submit(Receipt paper) {
        room.acquireUninterruptibly();
        journal.accept(new Wish.Anchor(paper), Optional.empty());
    }

    @Override
    public void settled(Submitted submitted) {
        if (submitted.state() instanceof Submitted.Done) {
            taken.add(Duration.between(submitted.received(), Instant.now()));
        }
        room.release();
    }

    @Override
    public void putOff(Submitted submitted) {}

    @Override
    public void failed(Exception fault) {
        complaints.accept("The journal failed: " + fault.getMessage());
    }

    @Override
    public void took(Stage stage, Duration time) {}

    @Override
    public void group(int documents) {}

    @Override
    public void overtaken() {}

    @Override
    public void close() {
        journal.close();
    }
}
