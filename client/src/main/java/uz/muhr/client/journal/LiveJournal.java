package uz.muhr.client.journal;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.client.submission.Wish;

/**
 * The journal of a process that stays: opened as soon as its database lets us in, and worked off on threads of its own. What
 * it accepted reaches its end in this process, in the next one, or in another that shares the database.
 */
public final class LiveJournal implements AutoCloseable {
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(5);
    private static final Duration OPENING = Duration.ofSeconds(10);

    private final JournalDatabase database;
    private final JournalSettings settings;
    private final Ledger ledger;
    private final JournalListener listener;
    private final Outcomes outcomes = new Outcomes();
    private final CountDownLatch tried = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "journal");
    private volatile String fault = "The journal is being opened.";
    private volatile @Nullable Open open;
    private volatile boolean taking = true;

    private record Open(Journal journal, Dispatcher dispatcher) {}

    /**
     * The journal of what one user signs.
     *
     * @param database shared by all signers of this process
     * @param listeners told of all that happens, on the journal's threads
     */
    public LiveJournal(JournalDatabase database, Ledger ledger, List<JournalListener> listeners) {
        this.database = database;
        this.settings = database.settings();
        this.ledger = ledger;
        this.listener = new Listeners(listeners);
        thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    /**
     * Keeps a wish, which will reach its end from then on whatever happens; it is safe when this returns.
     *
     * @throws QueueFullException when as many wait as may
     * @throws KeyReusedException when the key stands for another wish
     * @throws JournalUnavailableException when it is not open, or being closed
     */
    public Accepted accept(Wish wish, Optional<IdempotencyKey> key) {
        if (!taking) {
            throw new JournalUnavailableException("This client is being stopped and takes nothing more.", null);
        }
        Open now = open();
        Accepted accepted = now.journal.accept(wish, key);
        now.dispatcher.wake();
        return accepted;
    }

    /**
     * Waits until a submission is settled, or no longer.
     *
     * @throws JournalUnavailableException when the journal does not answer
     */
    public Submitted await(Submitted submitted, Duration patience) {
        if (submitted.settled()) {
            return submitted;
        }
        Journal journal = open().journal;
        return outcomes.await(
                submitted.id(), patience, () -> journal.find(submitted.id()).orElse(submitted));
    }

    /**
     * How far a submission came; empty when there is none of this id.
     *
     * @throws JournalUnavailableException when the journal does not answer
     */
    public Optional<Submitted> find(SubmissionId id) {
        return open().journal.find(id);
    }

    /** What waited a moment ago; empty while the journal is not open. */
    public Optional<Waiting> waiting() {
        return Optional.ofNullable(open).map(now -> now.dispatcher.waiting());
    }

    /** Nothing more is accepted; what was is worked off until {@link #close}. */
    public void takeNoMore() {
        taking = false;
    }

    private Open open() {
        try {
            tried.await(OPENING.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Open now = open;
        if (now == null) {
            throw new JournalUnavailableException(fault, null);
        }
        return now;
    }

    private void run() {
        while (stopped.getCount() > 0) {
            try (Journal journal = Journal.open(database, ledger.organisation() + "/" + ledger.user(), clock());
                    Forgetting forgetting = new Forgetting(journal.retention(), listener)) {
                forgetting.start();
                Work work = new Work(ledger, journal, outcomes, listener, clock());
                Dispatcher dispatcher = new Dispatcher(settings, journal, work, listener);
                open = new Open(journal, dispatcher);
                tried.countDown();
                if (stopped.getCount() == 0) {
                    dispatcher.stop();
                }
                dispatcher.run();
                fault = "The journal is closed.";
            } catch (RuntimeException e) {
                fault = e instanceof JournalUnavailableException unavailable
                        ? unavailable.sentence()
                        : "The journal's database did not answer.";
                listener.failed(e);
            }
            open = null;
            tried.countDown();
            pause();
        }
    }

    private static Clock clock() {
        return Clock.systemUTC();
    }

    private void pause() {
        try {
            stopped.await(BETWEEN_ATTEMPTS.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            stopped.countDown();
        }
    }

    /** Takes nothing more and begins nothing more; what is under way is waited for by {@link #close}. */
    public void stop() {
        takeNoMore();
        stopped.countDown();
        Open now = open;
        if (now != null) {
            now.dispatcher.stop();
        }
    }

    /** Lets what is under way settle, as long as the settings allow; the rest stays in the journal. */
    @Override
    public void close() {
        stop();
        try {
            thread.join(settings.drain().plus(OPENING).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
