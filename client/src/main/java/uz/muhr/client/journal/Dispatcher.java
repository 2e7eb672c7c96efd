package uz.muhr.client.journal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Hands out what waits: documents that wait together share a list, a few lists are under way at once, and other writes go
 * one by one beside them. An idle ledger is given a document at once; a busy one, all that came meanwhile.
 */
final class Dispatcher {
    private static final long LOOK_MILLIS = 250;

    private static final Duration BETWEEN_SIGNS_OF_LIFE = Duration.ofSeconds(5);
    private static final Duration BETWEEN_COUNTS = Duration.ofSeconds(1);

    private final JournalSettings settings;
    private final Journal journal;
    private final Work work;
    private final JournalListener listener;
    private final Crew lists;
    private final Crew others;
    private final Semaphore wake = new Semaphore(0);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final LinkedBlockingQueue<List<Claimed>> stranded = new LinkedBlockingQueue<>();
    private volatile Waiting waiting;
    private long nextSign = System.nanoTime();
    private long nextCount = System.nanoTime();

    Dispatcher(JournalSettings settings, Journal journal, Work work, JournalListener listener) {
        this.settings = settings;
        this.journal = journal;
        this.work = work;
        this.listener = listener;
        this.lists = new Crew(settings.lists(), "journal-list");
        this.others = new Crew(settings.others(), "journal-single");
        this.waiting = journal.count();
        journal.queue().handOn(Map.of(Lane.LIST, settings.most(), Lane.SINGLE, settings.others()));
    }

    /** There may be something to do. */
    void wake() {
        wake.release();
    }

    /** What waited a moment ago. */
    Waiting waiting() {
        return waiting;
    }

    /** Works until it is told to stop, then lets what is under way settle; the rest stays in the journal. */
    void run() {
        while (stopped.getCount() > 0) {
            try {
                tend();
                handOut(others, Lane.SINGLE);
                linger();
                handOut(lists, Lane.LIST);
                wake.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                wake.drainPermits();
            } catch (InterruptedException e) {
                stop();
            } catch (RuntimeException e) {
                listener.failed(e);
            }
        }
        long end = System.nanoTime() + settings.drain().toNanos();
        lists.drain(end);
        others.drain(end);
        journal.queue().leave();
    }

    void stop() {
        stopped.countDown();
        wake();
    }

    private void tend() {
        long now = System.nanoTime();
        if (now - nextSign >= 0) {
            journal.queue().alive();
            nextSign = now + BETWEEN_SIGNS_OF_LIFE.toNanos();
        }
        if (now - nextCount >= 0) {
            waiting = journal.count();
            nextCount = now + BETWEEN_COUNTS.toNanos();
        }
        for (List<Claimed> left = stranded.peek(); left != null; left = stranded.peek()) {
            work.giveBack(left);
            stranded.remove();
        }
    }

    /** Gives documents time to come together while lists are under way; an idle ledger is given one at once. */
    private void linger() throws InterruptedException {
        long end = System.nanoTime() + settings.linger().toNanos();
        for (long left = end - System.nanoTime();
                left > 0 && stopped.getCount() > 0 && !lists.isIdle();
                left = end - System.nanoTime()) {
            wake.tryAcquire(Math.min(left, TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS)), TimeUnit.NANOSECONDS);
            tend();
            handOut(others, Lane.SINGLE);
        }
    }

    private void handOut(Crew crew, Lane lane) {
        while (stopped.getCount() > 0 && crew.isFree()) {
            List<Claimed> claimed = work.claim(lane);
            if (claimed.isEmpty()) {
                return;
            }
            crew.start(() -> attempt(lane, claimed), this::wake);
        }
    }

    private void attempt(Lane lane, List<Claimed> claimed) {
        try {
            work.attempt(lane, claimed);
        } catch (RuntimeException e) {
            // Such as a database that is away: what was claimed is given back once it is there again.
            listener.failed(e);
            stranded.add(claimed);
        }
    }
}
