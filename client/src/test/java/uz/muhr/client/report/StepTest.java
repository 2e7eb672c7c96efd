package uz.muhr.client.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import uz.muhr.client.register.SampleDocument;

/** What is said to have happened between two versions. */
class StepTest {
    private static final Instant LATER = SampleHearing.MONDAY.plusSeconds(60);

    private final SampleDocument anchored = SampleHearing.anchored();

    private static Step between(SampleDocument earlier, SampleDocument later) {
        return Step.between(earlier.record(), later.record());
    }

    @Test
    void aChangeOfStatusIsNamedAfterTheNewOne() {
        assertEquals(Step.SUSPENDED, between(anchored, anchored.suspended(LATER)));
        assertEquals(Step.REVOKED, between(anchored, anchored.revoked(LATER)));
        assertEquals(
                Step.REINSTATED,
                between(anchored.suspended(LATER), anchored.suspended(LATER).reinstated(LATER)));
        assertEquals(
                Step.SUPERSEDED, between(anchored, anchored.replacedBy(anchored.successor("UZ-CO-2026-18", LATER))));
    }

    @Test
    void anotherContentIsAReissue() {
        assertEquals(Step.REISSUED, between(anchored, anchored.reissued(SampleDocument.commitment("other"), LATER)));
    }

    @Test
    void whatLeavesBothAsTheyWereIsARenewal() {
        assertEquals(Step.RENEWED, between(anchored, anchored));
    }
}
