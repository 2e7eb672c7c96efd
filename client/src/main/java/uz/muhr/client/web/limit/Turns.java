package uz.muhr.client.web.limit;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import uz.muhr.client.web.problem.ProblemCode;
import uz.muhr.client.web.problem.RefusedRequest;

/** How many may do at once what takes much; the others wait a little, and are then turned away. */
public final class Turns {
    private static final Duration AGAIN = Duration.ofSeconds(5);

    private final Semaphore places;
    private final Duration patience;
    private final String sentence;

    /**
     * Nobody has come yet.
     *
     * @param patience how long one waits for a place
     * @param sentence what whoever is turned away is told
     */
    public Turns(int places, Duration patience, String sentence) {
        this.places = new Semaphore(places, true);
        this.patience = patience;
        this.sentence = sentence;
    }

    /**
     * Does something once there is a place for it.
     *
     * @throws RefusedRequest TOO_MANY_PROOFS when there is none for too long
     */
    public <T> T take(Supplier<T> work) {
        try {
            if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw turnedAway();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw turnedAway();
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    private RefusedRequest turnedAway() {
        return new RefusedRequest(ProblemCode.TOO_MANY_PROOFS, sentence, AGAIN);
    }
}
