package uz.muhr.client.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class FiguresTest {
    @Test
    void aMedianOfAnEvenNumberOfRoundsLiesBetweenTheMiddleTwo() {
        assertEquals(new Spread(2.5, 1, 10), Spread.of(DoubleStream.of(10, 2, 1, 3)));
        assertEquals(new Spread(3, 1, 10), Spread.of(DoubleStream.of(10, 3, 1)));
        assertThrows(IllegalArgumentException.class, () -> Spread.of(DoubleStream.empty()));
    }

    @Test
    void percentilesAreTimesThatWereMeasured() {
        List<Duration> hundred = new ArrayList<>(
                IntStream.rangeClosed(1, 100).mapToObj(Duration::ofMillis).toList());
        Collections.shuffle(hundred);
        assertEquals(new Latency(50, 95, 99), Latency.of(hundred));
        assertEquals(new Latency(7, 7, 7), Latency.of(List.of(Duration.ofMillis(7))));
        assertEquals(new Latency(1, 2, 2), Latency.of(List.of(Duration.ofMillis(2), Duration.ofMillis(1))));
    }

    @Test
    void nothingMeasuredIsNotZero() {
        assertTrue(Double.isNaN(Latency.of(List.of()).p50()));
    }

    @Test
    void aDocumentThatIsNotValidDoesNotCount() {
        Round lost = SampleRound.withOneLost();
        assertEquals(9, lost.alone().perSecond());
        assertEquals(200.0 / 9, lost.gain());
        Results results = SampleRound.results(lost, SampleRound.withGain(20));
        assertEquals(420, results.sent());
        assertEquals(419, results.valid());
    }

    @Test
    void theGainIsThatOfEachRoundAndNotOfTheirSums() {
        Results results =
                SampleRound.results(SampleRound.withGain(10), SampleRound.withGain(40), SampleRound.withGain(20));
        assertEquals(new Spread(20, 10, 40), results.spread(Round::gain));
        assertEquals(1.1, results.idleRatio(), 1e-9);
    }
}
