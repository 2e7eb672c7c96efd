package uz.muhr.client.journal;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** So many threads and no more; nothing waits for one of them to be free. */
final class Crew {
    private final int size;
    private final Semaphore free;
    private final ExecutorService threads;

    Crew(int size, String name) {
        this.size = size;
        this.free = new Semaphore(size);
        this.threads = Executors.newFixedThreadPool(size, work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Whether a thread is free; it stays so for the one thread that starts work. */
    boolean isFree() {
        return free.availablePermits() > 0;
    }

    /** Whether nothing is under way. */
    boolean isIdle() {
        return free.availablePermits() == size;
    }

    /** Does it on a free thread; afterwards, that one free again, the other. */
    void start(Runnable work, Runnable afterwards) {
        free.acquireUninterruptibly();
        threads.execute(() -> {
            try {
                work.run();
            } finally {
                free.release();
                afterwards.run();
            }
        });
    }

    /** Lets what is under way end, until then by {@link System#nanoTime}. */
    void drain(long end) {
        threads.shutdown();
        try {
            threads.awaitTermination(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
