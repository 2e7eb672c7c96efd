package uz.muhr.protocol.authority;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static uz.muhr.protocol.Refusals.assertMalformed;
import static uz.muhr.protocol.Refusals.assertRefused;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uz.muhr.protocol.Golden;
import uz.muhr.protocol.Samples;
import uz.muhr.protocol.refusal.ErrorCode;

final class AuthorityRecordTest {
    private static final Instant JANUARY = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant FEBRUARY = Instant.parse("2026-02-01T00:00:00Z");
    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");

    @Test
    void aPeriodBeginsWithItsFirstMomentAndEndsBeforeItsLast() {
        AuthorityRecord record = Samples.authority(Samples.ORIGIN, period(JANUARY, FEBRUARY));
        assertFalse(record.inForce(JANUARY.minusNanos(1)));
        assertTrue(record.inForce(JANUARY));
        assertTrue(record.inForce(FEBRUARY.minusNanos(1)));
        assertFalse(record.inForce(FEBRUARY));
    }

    @Test
    void aPeriodWithoutEndLasts() {
        AuthorityRecord record = Samples.authority(Samples.ORIGIN, Samples.from(JANUARY));
        assertTrue(record.inForce(Instant.MAX));
        assertFalse(record.inForce(Instant.MIN));
    }

    @Test
    void betweenTwoPeriodsThereIsNoAuthority() {
        AuthorityRecord record = Samples.interruptedAuthority();
        assertTrue(record.inForce(Instant.parse("2026-01-31T23:59:59Z")));
        assertFalse(record.inForce(Samples.ANCHORED_AT));
        assertTrue(record.inForce(Instant.parse("2026-06-01T00:00:00Z")));
    }

    @Test
    void periodsThatMeetDoNotOverlap() {
        AuthorityRecord record = Samples.authority(Samples.ORIGIN, period(JANUARY, FEBRUARY), period(FEBRUARY, MARCH));
        assertTrue(record.inForce(FEBRUARY));
    }

    @Test
    void periodsThatOverlapOrStandOutOfOrderAreNotUsed() {
        corrupt(period(JANUARY, MARCH), period(FEBRUARY, MARCH));
        corrupt(period(FEBRUARY, MARCH), period(JANUARY, FEBRUARY));
        corrupt(Samples.from(JANUARY), period(FEBRUARY, MARCH));
        corrupt(period(JANUARY, FEBRUARY), period(JANUARY, FEBRUARY));
        corrupt();
    }

    @Test
    void aGrantAfterDistrustLeavesTheGapAndOneFromItsBeginningTakesItBack() {
        AuthorityRecord distrusted =
                Samples.authority(Samples.ORIGIN, Samples.from(JANUARY)).distrusted(FEBRUARY, Samples.PROPOSAL);
        AuthorityRecord again = distrusted.granted(Samples.from(MARCH), Samples.PROPOSAL);
        assertTrue(again.distrustedAt(FEBRUARY));
        assertFalse(again.distrustedAt(MARCH));
        assertTrue(again.inForce(MARCH));
        AuthorityRecord takenBack = distrusted.granted(Samples.from(FEBRUARY), Samples.PROPOSAL);
        assertEquals(Optional.empty(), takenBack.distrustedSince());
        assertTrue(takenBack.inForce(FEBRUARY));
    }

    @Test
    void theEarliestDistrustStays() {
        AuthorityRecord distrusted =
                Samples.authority(Samples.ORIGIN, Samples.from(JANUARY)).distrusted(FEBRUARY, Samples.PROPOSAL);
        assertRefused(
                ErrorCode.ILLEGAL_TRANSITION,
                "no authority over type 861 that could be taken",
                () -> distrusted.distrusted(MARCH, Samples.PROPOSAL));
        assertEquals(
                Optional.of(JANUARY),
                distrusted.distrusted(JANUARY, Samples.PROPOSAL).distrustedSince());
        assertEquals(List.of(), distrusted.distrusted(JANUARY, Samples.PROPOSAL).periods());
    }

    @Test
    void aWithdrawalCutsEveryLaterPeriod() {
        AuthorityRecord record = Samples.authority(Samples.ORIGIN, period(JANUARY, FEBRUARY), Samples.from(MARCH));
        assertEquals(
                List.of(period(JANUARY, FEBRUARY)),
                record.withdrawn(FEBRUARY, Samples.PROPOSAL).periods());
        assertEquals(
                List.of(period(JANUARY, FEBRUARY)),
                record.withdrawn(MARCH, Samples.PROPOSAL).periods());
        AuthorityRecord gone = record.withdrawn(JANUARY, Samples.PROPOSAL);
        assertEquals(List.of(), gone.periods());
        assertRefused(ErrorCode.ILLEGAL_TRANSITION, () -> gone.withdrawn(JANUARY, Samples.PROPOSAL));
    }

    @Test
    void whatChangedWithoutAProposalIsNotUsed() {
        String text = Golden.text("authority").replace("\"sequence\":1", "\"sequence\":2");
        assertRefused(ErrorCode.CORRUPT_RECORD, "no proposal made it", () -> AuthorityRecord.parse(text));
    }

    @Test
    void aPeriodOfNoLengthIsRefused() {
        assertMalformed(() -> period(JANUARY, JANUARY));
        assertMalformed(() -> period(FEBRUARY, JANUARY));
        assertMalformed(() -> period(JANUARY, JANUARY.plusNanos(1)));
    }

    @Test
    void aSequenceBeginsAtOne() {
        String text = Golden.text("authority").replace("\"sequence\":1", "\"sequence\":0");
        assertRefused(ErrorCode.CORRUPT_RECORD, () -> AuthorityRecord.parse(text));
    }

    @Test
    void anotherFormatIsNotUnderstood() {
        String text = Golden.text("authority").replace("\"format\":1", "\"format\":2");
        assertRefused(ErrorCode.MALFORMED_ARGUMENT, "format 2", () -> AuthorityRecord.parse(text));
    }

    @Test
    void fractionsOfASecondAreDropped() {
        assertEquals(Samples.from(JANUARY), Samples.from(JANUARY.plusNanos(5)));
    }

    private static void corrupt(AuthorityPeriod... periods) {
        assertRefused(ErrorCode.CORRUPT_RECORD, () -> Samples.authority(Samples.ORIGIN, periods));
    }

    private static AuthorityPeriod period(Instant from, Instant until) {
        return Samples.until(from, until);
    }
}
