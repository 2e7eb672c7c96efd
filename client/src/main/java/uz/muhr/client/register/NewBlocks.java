package uz.muhr.client.register;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import uz.muhr.client.following.FollowingState;

/** Wakes whoever waits for the register to grow. It says nothing of a block before the block's rows are in the database. */
public final class NewBlocks implements AutoCloseable {
    private static final long NONE = -1;

    private long last = NONE;
    private boolean closed;

    synchronized void see(FollowingState state) {
        state.last().ifPresent(mark -> last = mark.number());
        notifyAll();
    }

    /** The number of the last block known to be in the register; -1 before the first. */
    public synchronized long last() {
        return last;
    }

    /** Whether the end has come, and nobody is told any more. */
    public synchronized boolean isClosed() {
        return closed;
    }

    /**
     * Waits for a block later than the one of this number.
     *
     * @return whether there is one; without one the time is over or the end has come
     */
    public synchronized boolean await(long known, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        for (long left = atMost.toNanos(); last <= known && !closed && left > 0; left = end - System.nanoTime()) {
            try {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return last > known && !closed;
    }

    /** Sends everybody home. */
    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }
}
