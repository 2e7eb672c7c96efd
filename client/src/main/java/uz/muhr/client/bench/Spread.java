package uz.muhr.client.bench;

import java.util.stream.DoubleStream;

/** A figure of several rounds: its median, the least and the most. */
record Spread(double median, double least, double most) {
    static Spread of(DoubleStream rounds) {
        double[] sorted = rounds.sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalArgumentException("No round was run.");
        }
        int half = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
        return new Spread(median, sorted[0], sorted[sorted.length - 1]);
    }
}
