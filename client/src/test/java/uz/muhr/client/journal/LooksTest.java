package uz.muhr.client.journal;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LooksTest {
    private static final Duration A_MOMENT = Duration.ofMillis(1);

    private final TestClock clock = new TestClock();
    private final Looks looks = new Looks(clock);

    @Test
    void theFirstIsDueAtOnce() {
        assertTrue(looks.due());
    }

    @Test
    void theNextIsDueAfterAWhile() {
        looks.begin();
        clock.advance(Looks.NOW_AND_THEN.minus(A_MOMENT));
        assertFalse(looks.due());
        clock.advance(A_MOMENT);
        assertTrue(looks.due());
    }

    @Test
    void whatIsThereNowIsLookedForNow() {
        looks.begin();
        looks.at(clock.instant());
        assertTrue(looks.due());
        looks.begin();
        assertFalse(looks.due());
    }

    @Test
    void whatIsDueSoonIsLookedForThen() {
        looks.begin();
        looks.at(clock.instant().plusMillis(200));
        looks.at(clock.instant().plusMillis(100));
        looks.at(clock.instant().plusMillis(300));
        clock.advance(Duration.ofMillis(99));
        assertFalse(looks.due());
        clock.advance(A_MOMENT);
        assertTrue(looks.due());
    }

    @Test
    void whatIsDueLaterPutsNothingOff() {
        looks.begin();
        looks.at(clock.instant().plus(Looks.NOW_AND_THEN).plus(Looks.NOW_AND_THEN));
        clock.advance(Looks.NOW_AND_THEN);
        assertTrue(looks.due());
    }

    @Test
    void aClockThatWasSetBackPutsNothingOff() {
        looks.begin();
        clock.advance(Duration.ofHours(-1));
        assertTrue(looks.due());
        looks.begin();
        assertFalse(looks.due());
    }
}
