package uz.muhr.client.cli;

import java.util.ArrayList;
import java.util.List;
import uz.muhr.client.witness.StampView;
import uz.muhr.client.witness.StampView.OneStamp;

/** What the time stamps of a bundle are worth, for a person. */
final class StampLines {
    private StampLines() {}

    static List<String> of(StampView view) {
        List<String> lines = new ArrayList<>();
        if (view.outcome().equals("NOT_LOOKED_AT")) {
            lines.add("  The bundle has a time stamp; it was not looked at, for the trust file pins no authority.");
        }
        for (OneStamp stamp : view.stamps()) {
            lines.add("  stamped by " + stamp.authority() + " at " + stamp.time()
                    + ": all blocks of the bundle were there by " + stamp.by() + " (policy " + stamp.policy()
                    + ", serial " + stamp.serial() + ")");
        }
        if (view.failed() != null) {
            lines.add("  The time stamp does not hold: " + view.failed() + ". " + view.fault());
        }
        return lines;
    }

    static List<String> withChecks(StampView view) {
        List<String> lines = new ArrayList<>(of(view));
        lines.addAll(CheckpointLines.checks(view.checks()));
        return lines;
    }
}
