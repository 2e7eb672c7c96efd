package uz.muhr.client.bench;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A round with round figures. */
final class SampleRound {
    private SampleRound() {}

    /** Ten documents alone in a second, some times more through the journal, half of the no-ops' time spent on a document. */
    static Round withGain(int gain) {
        return new Round(
                new Round.Anchored(10, 10, took(Duration.ofSeconds(1), 10)),
                new Round.Anchored(10 * gain, 10 * gain, took(Duration.ofSeconds(1), gain)),
                took(Duration.ofSeconds(1), 20),
                new Round.Idle(
                        new Measured(Duration.ofSeconds(2), Collections.nCopies(20, Duration.ofMillis(110)), 0),
                        new Measured(Duration.ofSeconds(2), Collections.nCopies(20, Duration.ofMillis(100)), 0)),
                took(Duration.ofSeconds(1), 200),
                took(Duration.ofSeconds(1), 500));
    }

    /** So many, each of which took a thousandth of a second. */
    static Measured took(Duration elapsed, int count) {
        return new Measured(elapsed, Collections.nCopies(count, Duration.ofMillis(1)), 0);
    }

    /** Of which one that was anchored alone is not VALID. */
    static Round withOneLost() {
        Round whole = withGain(20);
        return new Round(
                new Round.Anchored(10, 9, whole.alone().transactions()),
                whole.together(),
                whole.nothing(),
                whole.idle(),
                whole.verdicts(),
                whole.reads());
    }

    static Results results(Round... rounds) {
        return new Results(
                new Plan(rounds.length, 200, 3, 50, 0),
                List.of(rounds),
                new Memory(new TreeMap<>(Map.of("peer", 400_000_000L, "bench", 100_000_000L))));
    }
}
