package uz.muhr.client.web.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import uz.muhr.client.web.problem.ProblemCode;
import uz.muhr.client.web.problem.RefusedRequest;

class TurnsTest {
    private final Turns turns = new Turns(1, Duration.ZERO, "It is full.");

    @Test
    void whoFindsNoPlaceIsTurnedAwayWithTheSentence() {
        turns.take(() -> {
            RefusedRequest refused = assertThrows(RefusedRequest.class, () -> turns.take(() -> "never"));
            assertEquals(ProblemCode.TOO_MANY_PROOFS, refused.problem().code());
            assertEquals("It is full.", refused.problem().detail());
            return true;
        });
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
}
