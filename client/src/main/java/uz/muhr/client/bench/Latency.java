package uz.muhr.client.bench;

import java.time.Duration;
import java.util.List;

/** How long something took, in milliseconds: half of all, 95 and 99 of a hundred took no longer. Not a number when nothing was done. */
record Latency(double p50, double p95, double p99) {
    static Latency of(List<Duration> all) {
        List<Duration> sorted = all.stream().sorted().toList();
        return new Latency(at(sorted, 50), at(sorted, 95), at(sorted, 99));
    }

    private static double at(List<Duration> sorted, int percent) {
        if (sorted.isEmpty()) {
            return Double.NaN;
        }
        int index = Math.max(0, (int) Math.ceil(sorted.size() * percent / 100.0) - 1);
        return sorted.get(index).toNanos() / 1e6;
    }
}
