package uz.muhr.client.cli;

import java.util.ArrayList;
import java.util.List;
import uz.muhr.client.proof.ProofView;
import uz.muhr.client.proof.ProofView.CheckView;
import uz.muhr.client.proof.ProofView.VersionView;

/** What a bundle proves, for a person: the verdict, the record, where it stands, every check and who vouches for it. */
final class ProofLines {
    private static final String COLUMNS = "  %-22s %s (%s)";

    private ProofLines() {}

    static List<String> of(ProofView view) {
        List<String> lines = new ArrayList<>();
        lines.add(view.verdict() + "  " + view.sentence());
        view.reasons().forEach(reason -> lines.add("  " + reason.sentence()));
        if (!view.proven()) {
            lines.add("  Nothing is proved: the check " + view.failed() + " does not hold.");
            lines.add("  " + view.fault());
        }
        if (view.record() != null) {
            lines.add("");
            lines.addAll(RecordLines.of(view.record()));
        }
        for (VersionView version : view.versions()) {
            lines.add("  version " + version.sequence() + "  made at " + version.time() + " by transaction "
                    + version.index() + " of block " + version.block() + "; endorsed by "
                    + String.join(", ", version.endorsers()));
        }
        if (view.answeredAt() != null) {
            lines.add("");
            lines.add("  " + String.join(", ", view.vouchers()) + " said so at " + view.answeredAt() + ", for "
                    + view.askedAt() + "; of any later time this proves nothing.");
        }
        lines.add("");
        lines.add(view.proven() ? "  Every check held; vouched for by:" : "  Checks that held before; vouched for by:");
        for (CheckView check : view.checks()) {
            lines.add(COLUMNS.formatted(check.name(), check.sentence(), String.join("; ", check.vouchedBy())));
        }
        return lines;
    }
}
