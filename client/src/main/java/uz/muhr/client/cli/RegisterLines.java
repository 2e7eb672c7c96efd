package uz.muhr.client.cli;

import java.util.ArrayList;
import java.util.List;
import uz.muhr.client.register.RegisterView.AsOf;
import uz.muhr.client.register.RegisterView.Count;
import uz.muhr.client.register.RegisterView.Counts;
import uz.muhr.client.register.RegisterView.Found;
import uz.muhr.client.register.RegisterView.Page;

/** What the register answers, for a person. */
final class RegisterLines {
    private RegisterLines() {}

    static List<String> of(Page page) {
        List<String> lines = new ArrayList<>();
        lines.add(counted(page.documents().size(), "document") + (page.next() == null ? "." : "; there are more."));
        for (Found found : page.documents()) {
            lines.add("");
            lines.add(found.record().status() + "  block " + found.block());
            lines.addAll(RecordLines.of(found.record()));
            if (found.drawn() != null) {
                lines.add("  drawn      " + found.drawn() + " " + found.record().unit());
            }
            if (Boolean.TRUE.equals(found.held())) {
                lines.add("  held       by customs");
            }
        }
        lines.add("");
        if (page.next() != null) {
            lines.add("  The next page: --after " + page.next());
        }
        lines.add("  The register finds documents; whether one stands, the ledger says: scripts/muhr verify.");
        lines.addAll(of(page.asOf()));
        return lines;
    }

    static List<String> of(Counts counts) {
        List<String> lines = new ArrayList<>();
        lines.add(counted(counts.counts().stream().mapToLong(Count::documents).sum(), "document") + " anchored.");
        counts.counts()
                .forEach(count -> lines.add("  " + count.day() + "  " + count.issuer() + "  " + count.documents()));
        lines.addAll(of(counts.asOf()));
        return lines;
    }

    static List<String> of(AsOf asOf) {
        List<String> lines = new ArrayList<>();
        lines.add("  As of block " + asOf.block() + " (" + asOf.time() + "), "
                + (asOf.lagBlocks() == 0
                        ? "0 blocks"
                        : counted(asOf.lagBlocks(), "block") + " and " + counted(asOf.lagSeconds(), "second"))
                + " behind the peer.");
        if (asOf.fault() != null) {
            lines.add("  Newer blocks may be missing: " + asOf.fault());
        }
        return lines;
    }

    private static String counted(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }
}
