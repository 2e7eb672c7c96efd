package uz.muhr.client.bench;

import java.util.Locale;
import java.util.StringJoiner;

/** The results for people. */
final class Table {
    private static final long MEGABYTE = 1_000_000;

    private Table() {}

    static String of(Results results) {
        StringJoiner lines = new StringJoiner("\n");
        lines.add(
                line("%-30s %10s %-19s %9s %9s %9s", "", "a second", "(least to most)", "p50 ms", "p95 ms", "p99 ms"));
        for (Part part : Part.ALL) {
            Spread rate = results.spread(part.perSecond());
            Latency latency = results.latency(part.measured());
            lines.add(line(
                    "%-30s %10.1f %-19s %9.1f %9.1f %9.1f",
                    part.title(), rate.median(), range(rate), latency.p50(), latency.p95(), latency.p99()));
        }
        Spread gain = results.spread(Round::gain);
        lines.add("");
        lines.add(line("the journal against a document a transaction: %.1f times %s", gain.median(), range(gain)));
        lines.add(line("idle, a document against a no-op: %.2f times (medians)", results.idleRatio()));
        lines.add(line("documents sent %d, VALID on the ledger %d", results.sent(), results.valid()));
        StringJoiner memory = new StringJoiner(", ", "memory in MB: ", "");
        results.memory().byKind().forEach((kind, bytes) -> memory.add(kind + " " + bytes / MEGABYTE));
        lines.add(memory + "; in all " + results.memory().total() / MEGABYTE);
        return lines.toString();
    }

    private static String range(Spread spread) {
        return line("(%.1f to %.1f)", spread.least(), spread.most());
    }

    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values).stripTrailing();
    }
}
