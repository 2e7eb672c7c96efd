package uz.muhr.client.cli;

import java.util.ArrayList;
import java.util.List;
import uz.muhr.client.witness.CheckpointView;
import uz.muhr.client.witness.CheckpointView.CosignerView;
import uz.muhr.proof.witness.WitnessMade;

/** What a checkpoint witnesses, for a person. */
final class CheckpointLines {
    private static final String COLUMNS = "  %-22s %s (%s)";

    private CheckpointLines() {}

    /** Which block, and who signed. */
    static List<String> of(CheckpointView view) {
        List<String> lines = new ArrayList<>();
        if (view.failed() != null) {
            lines.add("  Nobody witnesses anything: the check " + view.failed() + " does not hold.");
            lines.add("  " + view.fault());
            return lines;
        }
        lines.add("  origin  " + view.origin());
        lines.add("  height  " + view.height() + ", the last block is " + view.block());
        lines.add("  hash    " + view.hash());
        for (CosignerView cosigner : view.cosigners()) {
            lines.add("  " + cosigner.organisation() + " signed at " + cosigner.time() + " by its own clock");
        }
        if (view.ignored() > 0) {
            lines.add("  " + view.ignored()
                    + " more signatures are of keys that the file has no certificate of; they do" + " not count.");
        }
        return lines;
    }

    /** The same, and every check. */
    static List<String> withChecks(CheckpointView view) {
        List<String> lines = new ArrayList<>(of(view));
        lines.add("");
        lines.add(
                view.failed() == null
                        ? "  Every check held; vouched for by:"
                        : "  Checks that held before; vouched for by:");
        lines.addAll(checks(view.checks()));
        return lines;
    }

    static List<String> checks(List<WitnessMade> made) {
        return made.stream()
                .map(check -> COLUMNS.formatted(check.name(), check.sentence(), String.join("; ", check.vouchedBy())))
                .toList();
    }
}
