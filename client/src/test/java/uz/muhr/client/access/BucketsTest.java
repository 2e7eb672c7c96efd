package uz.muhr.client.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BucketsTest {
    private static final int MOST = 100;

    private final Watch watch = new Watch();
    private final Buckets<String> buckets = new Buckets<>(10, Duration.ofMinutes(10), watch, MOST);

    @Test
    void eachHasItsOwnAndItFillsEvenly() {
        empty("dilnoza");
        assertTrue(buckets.of("botir").tryConsume(10));
        watch.pass(Duration.ofSeconds(59));
        assertFalse(buckets.of("dilnoza").tryConsume(1));
        watch.pass(Duration.ofSeconds(1));
        assertTrue(buckets.of("dilnoza").tryConsume(1));
        assertFalse(buckets.of("dilnoza").tryConsume(1));
    }

    /** Else waiting would give back more than its share. */
    @Test
    void itIsForgottenOnlyWhenItIsFullAgain() {
        empty("dilnoza");
        watch.pass(Duration.ofMinutes(10).minusNanos(1));
        assertEquals(1, buckets.remembered());
        assertEquals(9, buckets.of("dilnoza").getAvailableTokens());
        watch.pass(Duration.ofMinutes(10));
        assertEquals(0, buckets.remembered());
        assertEquals(10, buckets.of("dilnoza").getAvailableTokens());
    }

    @Test
    void amongAMillionTheMemoryIsThatOfTheMost() {
        for (int i = 0; i < 1_000_000; i++) {
            buckets.of("name" + i);
        }
        assertTrue(buckets.remembered() <= MOST, () -> buckets.remembered() + " are remembered");
    }

    private void empty(String whose) {
        for (int i = 0; i < 10; i++) {
            assertTrue(buckets.of(whose).tryConsume(1));
        }
        assertFalse(buckets.of(whose).tryConsume(1));
    }

    /** Time that passes when a test says so. */
    private static final class Watch implements TimeMeter {
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
