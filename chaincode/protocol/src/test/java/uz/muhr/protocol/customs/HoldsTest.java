package uz.muhr.protocol.customs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static uz.muhr.protocol.Refusals.assertRefused;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import uz.muhr.protocol.SampleRecord;
import uz.muhr.protocol.Samples;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.record.Change;
import uz.muhr.protocol.record.DocumentRecord;
import uz.muhr.protocol.refusal.ErrorCode;

final class HoldsTest {
    private static final DocumentRecord RECORD = SampleRecord.first().build();

    @Test
    void aHoldLastsFromItsMomentUntilItsRelease() {
        Holds held = Holds.none().hold(RECORD, 0, at(10));
        assertTrue(held.isHeld());
        Holds released = held.release(RECORD, 1, at(20));
        assertFalse(released.isHeld());
        assertFalse(released.heldAt(time(9)));
        assertTrue(released.heldAt(time(10)));
        assertTrue(released.heldAt(time(19)));
        assertFalse(released.heldAt(time(20)));
    }

    @Test
    void earlierHoldsAreRememberedWhenItIsHeldAgain() {
        Holds again =
                Holds.none().hold(RECORD, 0, at(10)).release(RECORD, 1, at(20)).hold(RECORD, 2, at(20));
        assertEquals(3, again.sequence());
        assertTrue(again.heldAt(time(15)));
        assertTrue(again.heldAt(Instant.MAX));
    }

    @Test
    void aRepeatedHoldOrReleaseIsRefused() {
        Holds held = Holds.none().hold(RECORD, 0, at(10));
        assertRefused(ErrorCode.STALE_SEQUENCE, () -> held.hold(RECORD, 0, at(11)));
        assertRefused(ErrorCode.ILLEGAL_TRANSITION, "holds the document already", () -> held.hold(RECORD, 1, at(11)));
        Holds released = held.release(RECORD, 1, at(20));
        assertRefused(ErrorCode.ILLEGAL_TRANSITION, "does not hold", () -> released.release(RECORD, 2, at(21)));
        assertRefused(ErrorCode.ILLEGAL_TRANSITION, "does not hold", () -> Holds.none()
                .release(RECORD, 1, at(21)));
        assertRefused(ErrorCode.STALE_SEQUENCE, () -> held.release(RECORD, 2, at(20)));
    }

    @Test
    void onlyWhoHoldsReleases() {
        Holds held = Holds.none().hold(RECORD, 0, at(10));
        Change other = Samples.change(new MspId("OtherCustomsMSP"), "release", time(20));
        assertRefused(ErrorCode.NOT_AUTHORISED, "Only CustomsMSP", () -> held.release(RECORD, 1, other));
    }

    @Test
    void timeDoesNotRunBackwards() {
        Holds held = Holds.none().hold(RECORD, 0, at(10));
        assertRefused(ErrorCode.CLOCK_SKEW, () -> held.release(RECORD, 1, at(9)));
        Holds released = held.release(RECORD, 1, at(20));
        assertRefused(ErrorCode.CLOCK_SKEW, () -> released.hold(RECORD, 2, at(19)));
        assertRefused(ErrorCode.CLOCK_SKEW, () -> Holds.none().hold(RECORD, 0, at(-1)));
    }

    @Test
    void aDocumentIsHeldAtMostAHundredTimes() {
        Holds holds = Holds.none();
        for (int i = 0; i < Holds.MOST; i++) {
            holds = holds.hold(RECORD, 2L * i, at(i)).release(RECORD, 2L * i + 1, at(i));
        }
        Holds full = holds;
        assertRefused(ErrorCode.ILLEGAL_TRANSITION, "held 100 times", () -> full.hold(RECORD, 200, at(200)));
    }

    private static Instant time(int second) {
        return Samples.ANCHORED_AT.plusSeconds(second);
    }

    private static Change at(int second) {
        return Samples.change(Samples.CUSTOMS, "hold " + second, time(second));
    }
}
