package uz.muhr.client.web.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import uz.muhr.client.web.problem.ProblemCode;
import uz.muhr.client.web.problem.RefusedRequest;

class ProofTurnsTest {
    private final ProofTurns turns = new ProofTurns(1);

    @Test
    void sixteenProofsAreHeldAndTheNextIsTurnedAwayAtOnce() {
        RefusedRequest refused = assertThrows(RefusedRequest.class, () -> hold(17));
        assertEquals(ProblemCode.TOO_MANY_PROOFS, refused.problem().code());
        assertEquals(
                "As many proofs are being checked as may be at a time. Try again.",
                refused.problem().detail());
        assertEquals("held", hold(16));
    }

    private String hold(int more) {
        return more == 0 ? "held" : turns.hold(() -> hold(more - 1));
    }
}
