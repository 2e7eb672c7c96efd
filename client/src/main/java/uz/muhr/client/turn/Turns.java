package uz.muhr.client.turn;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** How many may do at once what takes much; the others wait a little, first come first served, and are then turned away. */
public final class Turns {
    private final Semaphore places;
    private final Duration patience;
    private final Supplier<? extends RuntimeException> turnedAway;

    /**
     * Nobody has come yet.
     *
     * @param patience how long one waits for a place
     * @param turnedAway what is thrown at whoever waited as long in vain, or is interrupted
     */
    public Turns(int places, Duration patience, Supplier<? extends RuntimeException> turnedAway) {
        this.places = new Semaphore(places, true);
        this.patience = patience;
        this.turnedAway = turnedAway;
    }

    /** Does something once there is a place for it. */
    public <T> T take(Supplier<T> work) {
        try {
            if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw turnedAway.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw turnedAway.get();
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}
