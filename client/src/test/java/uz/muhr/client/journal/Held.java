package uz.muhr.client.journal;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.grpc.Status;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import uz.muhr.client.StandInPeer;

/** Calls of one of a gateway's methods that are not passed on before they are let go. */
final class Held {
    private static final long PATIENCE_SECONDS = 90;

    private final CountDownLatch released = new CountDownLatch(1);
    private final Semaphore arrived = new Semaphore(0);
    private final Semaphore places;

    private Held(int most) {
        this.places = new Semaphore(most);
    }

    /** Holds the next so many; those after them are passed on. */
    static Held next(int calls, StandInPeer peer, String method) {
        Held held = new Held(calls);
        peer.decide(method, (request, passedOn) -> {
            if (held.places.tryAcquire()) {
                held.hold();
            }
            return passedOn.apply(request);
        });
        return held;
    }

    private void hold() {
        arrived.release();
        try {
            if (!released.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw Status.DEADLINE_EXCEEDED.asRuntimeException();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until one more has arrived. */
    void awaitOne() throws InterruptedException {
        assertTrue(arrived.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS), "nobody calls");
    }

    /** Lets those that are held go, and holds none any more. */
    void release() {
        places.drainPermits();
        released.countDown();
    }
}
