package uz.muhr.client.turn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private final Turns turns = new Turns(1, Duration.ZERO, TurnsTest::full);

    private static RuntimeException full() {
        return new IllegalArgumentException("It is full.");
    }

    private void assertTurnedAway() {
        IllegalArgumentException full = assertThrows(IllegalArgumentException.class, () -> turns.take(() -> "never"));
        assertEquals("It is full.", full.getMessage());
    }

    @Test
    void whoFindsNoPlaceIsTurnedAway() {
        turns.take(() -> {
            assertTurnedAway();
            return true;
        });
    }

    @Test
    void whoHasPatienceGetsThePlaceOnceItIsFree() throws Exception {
        Turns patient = new Turns(1, Duration.ofSeconds(30), TurnsTest::full);
        CountDownLatch taken = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        CompletableFuture<String> first = CompletableFuture.supplyAsync(() -> patient.take(() -> {
            taken.countDown();
            return awaited(end);
        }));
        assertTrue(taken.await(10, TimeUnit.SECONDS));
        CompletableFuture<String> second = CompletableFuture.supplyAsync(() -> patient.take(() -> "second"));
        end.countDown();
        assertEquals("first", first.get(10, TimeUnit.SECONDS));
        assertEquals("second", second.get(10, TimeUnit.SECONDS));
    }

    private static String awaited(CountDownLatch end) {
        try {
            assertTrue(end.await(10, TimeUnit.SECONDS));
            return "first";
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aPlaceIsFreeAgainWhateverCameOfTheWork() {
        assertThrows(
                IllegalStateException.class,
                () -> turns.take(() -> {
                    throw new IllegalStateException();
                }));
        assertEquals("done", turns.take(() -> "done"));
    }

    @Test
    void whoIsInterruptedIsTurnedAwayStaysInterruptedAndTakesNoPlace() {
        Thread.currentThread().interrupt();
        assertTurnedAway();
        assertTrue(Thread.interrupted());
        assertEquals("done", turns.take(() -> "done"));
    }
}
