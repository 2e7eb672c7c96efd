package uz.muhr.client.journal;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Has an open journal forget what it keeps no longer, on a thread of its own. */
final class Forgetting implements AutoCloseable {
    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(10);
    private static final Duration WHILE_THERE_IS_MORE = Duration.ofMillis(500);

    private final Retention retention;
    private final JournalListener listener;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "journal-forgetting");

    Forgetting(Retention retention, JournalListener listener) {
        this.retention = retention;
        this.listener = listener;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            Duration pause;
            do {
                pause = forgetSome() ? WHILE_THERE_IS_MORE : BETWEEN_LOOKS;
            } while (!stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean forgetSome() {
        try {
            return retention.forgetSome();
        } catch (DataAccessException | TransactionException e) {
            listener.failed(e);
            return false;
        }
    }

    /** Waits for what is being forgotten. */
    @Override
    public void close() {
        stopped.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
