package uz.muhr.client.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

final class MeasuredTest {
    @Test
    void everyCallIsMadeAndMeasured() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        Measured measured = Measured.of(3, Collections.nCopies(20, calls::incrementAndGet));
        assertEquals(20, calls.get());
        assertEquals(20, measured.each().size());
        assertEquals(0, measured.failed());
        assertTrue(measured.each().stream().noneMatch(each -> each.compareTo(measured.elapsed()) > 0));
    }

    @Test
    void asManyAreUnderWayAsWasAskedFor() throws Exception {
        CyclicBarrier four = new CyclicBarrier(4);
        Measured measured = Measured.of(4, Collections.nCopies(8, () -> {
            try {
                four.await(10, TimeUnit.SECONDS);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }));
        assertEquals(8, measured.each().size());
    }

    @Test
    void aCallThatTheLedgerDidNotTakeIsCountedAsFailedAndNotMeasured() throws Exception {
        Measured measured = Measured.of(1, List.of(() -> {}, () -> {
            throw new Refusal(ErrorCode.DOCUMENT_EXISTS, "It is there.");
        }));
        assertEquals(1, measured.each().size());
        assertEquals(1, measured.failed());
    }

    @Test
    void aFaultOfOurOwnEndsTheMeasuring() {
        assertThrows(
                IllegalStateException.class,
                () -> Measured.of(1, List.of(() -> {
                    throw new NullPointerException();
                })));
    }

    @Test
    void whatWasDoneOneAfterTheOtherAddsUp() {
        Measured both = Measured.joined(
                List.of(SampleRound.took(Duration.ofSeconds(1), 2), SampleRound.took(Duration.ofSeconds(3), 6)));
        assertEquals(2, both.perSecond());
        assertEquals(8, both.each().size());
    }
}
