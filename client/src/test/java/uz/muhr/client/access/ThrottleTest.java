package uz.muhr.client.access;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ThrottleTest {
    private static final int OF_A_NAME = 10;
    private static final int OF_AN_ADDRESS = 50;

    private final Clock clock = new Clock();
    private final Throttle throttle = new Throttle(clock);

    @Test
    void afterTenAttemptsANameHasToWaitWhoeverTries() {
        for (int i = 0; i < OF_A_NAME; i++) {
            throttle.count("dilnoza", "192.0.2." + i);
        }
        TooManyAttemptsException refused =
                assertThrows(TooManyAttemptsException.class, () -> throttle.count("dilnoza", "192.0.2.99"));
        assertEquals(Duration.ofMinutes(1), refused.pause());
        assertDoesNotThrow(() -> throttle.count("botir", "192.0.2.99"));
    }

    @Test
    void afterFiftyAttemptsAnAddressHasToWaitWhateverItTries() {
        for (int i = 0; i < OF_AN_ADDRESS; i++) {
            throttle.count("name" + i, "192.0.2.1");
        }
        TooManyAttemptsException refused =
                assertThrows(TooManyAttemptsException.class, () -> throttle.count("another", "192.0.2.1"));
        assertTrue(refused.pause().compareTo(Duration.ofSeconds(10)) <= 0, refused.pause()::toString);
        assertDoesNotThrow(() -> throttle.count("another", "192.0.2.2"));
    }

    @Test
    void whoWaitsMayTryOnceMoreAndThenWaitsAgain() {
        exhaust("dilnoza");
        clock.pass(Duration.ofSeconds(59));
        assertThrows(TooManyAttemptsException.class, () -> throttle.count("dilnoza", "192.0.2.1"));
        clock.pass(Duration.ofSeconds(1));
        assertDoesNotThrow(() -> throttle.count("dilnoza", "192.0.2.1"));
        assertThrows(TooManyAttemptsException.class, () -> throttle.count("dilnoza", "192.0.2.1"));
    }

    @Test
    void whoSignsInBeginsAnew() {
        for (int round = 0; round < 20; round++) {
            for (int i = 0; i < OF_A_NAME - 1; i++) {
                throttle.count("dilnoza", "192.0.2." + round);
            }
            throttle.count("dilnoza", "192.0.2." + round);
            throttle.forgive("dilnoza", "192.0.2." + round);
        }
    }

    @Test
    void whoSignsInDoesNotPayForItsAddress() {
        for (int i = 0; i < 3 * OF_AN_ADDRESS; i++) {
            throttle.count("dilnoza", "192.0.2.1");
            throttle.forgive("dilnoza", "192.0.2.1");
        }
    }

    /** One who signs in again and again by an own name does not free the address for trying others'. */
    @Test
    void signingInGivesBackNoMoreThanItTook() {
        for (int i = 0; i < OF_AN_ADDRESS; i++) {
            throttle.count("victim" + i, "192.0.2.1");
            if (i % 2 == 0 && i < OF_AN_ADDRESS - 2) {
                throttle.count("attacker", "192.0.2.1");
                throttle.forgive("attacker", "192.0.2.1");
            }
        }
        assertThrows(TooManyAttemptsException.class, () -> throttle.count("victim", "192.0.2.1"));
    }

    @Test
    void manyNamesPushNobodyOutForFree() {
        exhaust("dilnoza");
        int tried = 0;
        for (int i = 0; i < 1_000; i++) {
            try {
                throttle.count("name" + i, "192.0.2.1");
                tried++;
            } catch (TooManyAttemptsException e) {
                // As it has to be.
            }
        }
        assertEquals(OF_AN_ADDRESS, tried);
        assertThrows(TooManyAttemptsException.class, () -> throttle.count("dilnoza", "192.0.2.2"));
    }

    private void exhaust(String name) {
        for (int i = 0; i < OF_A_NAME; i++) {
            throttle.count(name, "198.51.100." + i);
        }
    }

    /** Time that passes when a test says so. */
    private static final class Clock implements TimeMeter {
        private long nanos;

        void pass(Duration time) {
            nanos += time.toNanos();
        }

        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
