package uz.muhr.client.bench;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** What a run gave. */
record Results(Plan plan, List<Round> rounds, Memory memory) {
    Results {
        rounds = List.copyOf(rounds);
    }

    /** A figure of each round. */
    Spread spread(ToDoubleFunction<Round> figure) {
        return Spread.of(rounds.stream().mapToDouble(figure));
    }

    /** Of all rounds together. */
    Latency latency(Function<Round, Measured> part) {
        List<Duration> all = rounds.stream()
                .flatMap(round -> part.apply(round).each().stream())
                .toList();
        return Latency.of(all);
    }

    /** How a single submission compares with a transaction that writes nothing, by their medians, with nothing else going on. */
    double idleRatio() {
        return latency(round -> round.idle().documents()).p50()
                / latency(round -> round.idle().nothing()).p50();
    }

    /** Documents sent, one at a time and in lists, in all rounds. */
    int sent() {
        return rounds.stream()
                .mapToInt(round -> round.alone().sent() + round.together().sent())
                .sum();
    }

    /** Those of them that verify as VALID. */
    int valid() {
        return rounds.stream()
                .mapToInt(round -> round.alone().valid() + round.together().valid())
                .sum();
    }
}
