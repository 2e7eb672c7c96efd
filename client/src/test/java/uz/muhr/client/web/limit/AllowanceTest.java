package uz.muhr.client.web.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AllowanceTest {
    private static final int MOST = 100;

    private final Watch watch = new Watch();
    private final Allowance allowance = new Allowance(6, watch, MOST);
    private final Neighbourhood visitor = Neighbourhood.of("192.0.2.7");

    @Test
    void aMinutesWorthMayBeAskedAtOnceAndThenOneEachShareOfAMinute() {
        takeAll(visitor);
        assertEquals(Optional.of(Duration.ofSeconds(10)), allowance.take(visitor));
        watch.pass(Duration.ofMillis(9_999));
        assertEquals(Optional.of(Duration.ofMillis(1)), allowance.take(visitor));
        watch.pass(Duration.ofMillis(1));
        assertEquals(Optional.empty(), allowance.take(visitor));
        assertTrue(allowance.take(visitor).isPresent());
    }

    @Test
    void whatWasRefusedIsNotTakenAndIsCounted() {
        takeAll(visitor);
        for (int i = 0; i < 20; i++) {
            assertEquals(Optional.of(Duration.ofSeconds(10)), allowance.take(visitor));
        }
        assertEquals(20, allowance.refused());
    }

    @Test
    void oneVisitorTakesNothingFromAnother() {
        takeAll(visitor);
        takeAll(Neighbourhood.of("192.0.2.8"));
    }

    @Test
    void afterAMinuteTheWholeIsThereAgainAndTheVisitorIsForgotten() {
        takeAll(visitor);
        watch.pass(Duration.ofMinutes(1).plusMillis(1));
        assertEquals(0, allowance.remembered());
        takeAll(visitor);
        assertTrue(allowance.take(visitor).isPresent());
    }

    @Test
    void aMillionVisitorsTakeTheMemoryOfTheMostThatAreRemembered() {
        for (int i = 0; i < 1_000_000; i++) {
            allowance.take(new Neighbourhood(Integer.toHexString(i)));
        }
        assertTrue(allowance.remembered() <= MOST, () -> allowance.remembered() + " are remembered");
    }

    private void takeAll(Neighbourhood of) {
        for (int i = 0; i < 6; i++) {
            assertEquals(Optional.empty(), allowance.take(of), "turn " + i);
        }
    }

    /** Time that passes when the test says so. */
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
