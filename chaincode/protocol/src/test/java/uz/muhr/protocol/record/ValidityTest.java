package uz.muhr.protocol.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static uz.muhr.protocol.Refusals.assertMalformed;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uz.muhr.protocol.record.Validity.Phase;

final class ValidityTest {
    private static final Instant BEGIN = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant END = Instant.parse("2026-08-31T23:59:59Z");

    @Test
    void bothEndsBelongToIt() {
        Validity validity = new Validity(Optional.of(BEGIN), Optional.of(END));
        assertEquals(Phase.BEFORE, validity.at(BEGIN.minusSeconds(1)));
        assertEquals(Phase.BEFORE, validity.at(BEGIN.minusNanos(1)));
        assertEquals(Phase.WITHIN, validity.at(BEGIN));
        assertEquals(Phase.WITHIN, validity.at(END));
        assertEquals(Phase.AFTER, validity.at(END.plusSeconds(1)));
    }

    /** A day ends with its last second, and that second ends with its last nanosecond. */
    @Test
    void theLastSecondCountsToItsEnd() {
        Validity validity = new Validity(Optional.empty(), Optional.of(END));
        assertEquals(Phase.WITHIN, validity.at(END.plusNanos(999_999_999)));
        assertEquals(Phase.AFTER, validity.at(END.plusNanos(1_000_000_000)));
    }

    @Test
    void anOpenEndIsNeverReached() {
        assertEquals(Phase.WITHIN, Validity.unlimited().at(Instant.MIN));
        assertEquals(Phase.WITHIN, Validity.unlimited().at(Instant.MAX));
        assertEquals(Phase.WITHIN, new Validity(Optional.of(BEGIN), Optional.empty()).at(Instant.MAX));
        assertEquals(Phase.WITHIN, new Validity(Optional.empty(), Optional.of(END)).at(Instant.MIN));
    }

    @Test
    void itMayBeOneSecondLongButNotEndBeforeItBegins() {
        assertEquals(Phase.WITHIN, new Validity(Optional.of(BEGIN), Optional.of(BEGIN)).at(BEGIN));
        assertMalformed(() -> new Validity(Optional.of(BEGIN), Optional.of(BEGIN.minusSeconds(1))));
    }
}
