package uz.muhr.client.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import uz.muhr.client.witness.CheckpointView.CosignerView;
import uz.muhr.client.witness.CoverView;

/** What a checkpoint shows about a bundle, for a person. */
final class CoverLines {
    private CoverLines() {}

    static List<String> of(CoverView view) {
        List<String> lines = new ArrayList<>();
        if (view.failed() != null) {
            lines.add("  The checkpoint does not cover the bundle: " + view.failed() + ". " + view.fault());
            return lines;
        }
        lines.add("  " + view.outcome() + ": the checkpoint of block "
                + view.checkpoint().block() + ", signed by "
                + view.checkpoint().cosigners().stream()
                        .map(CosignerView::organisation)
                        .collect(Collectors.joining(", ")));
        if (!view.shown().isEmpty()) {
            lines.add("  blocks " + numbers(view.shown()) + " of the bundle stand in its chain, by " + view.headers()
                    + " headers");
        }
        if (!view.open().isEmpty()) {
            lines.add("  It shows nothing of blocks " + numbers(view.open())
                    + ": the headers between are not in the bundle (muhr proof --checkpoint).");
        }
        return lines;
    }

    static List<String> withChecks(CoverView view) {
        List<String> lines = new ArrayList<>(of(view));
        lines.addAll(CheckpointLines.checks(view.checkpoint().checks()));
        lines.addAll(CheckpointLines.checks(view.checks()));
        return lines;
    }

    private static String numbers(List<Long> blocks) {
        return blocks.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
