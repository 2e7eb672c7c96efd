package uz.muhr.client.witness;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uz.muhr.proof.bundle.ProofBundle;
import uz.muhr.proof.checkpoint.CheckpointReport;
import uz.muhr.proof.checkpoint.Cover;
import uz.muhr.proof.checkpoint.CoverReport;
import uz.muhr.proof.witness.WitnessMade;

/**
 * What a checkpoint shows about a bundle, for a person or another program.
 *
 * @param outcome COVERED when all its blocks stand in the checkpoint's chain, PARTLY, NOTHING_SHOWN, or NOT_COVERED when
 *     something speaks against it
 * @param checkpoint who signed it, and of which block
 * @param shown the blocks, by number, that stand in its chain
 * @param open those of which it shows nothing
 * @param headers how many the bundle carries
 * @param failed the check that did not hold
 * @param fault what it expected and found
 * @param checks those that held, with whoever vouches for each, besides those of the checkpoint itself
 */
public record CoverView(
        String outcome,
        CheckpointView checkpoint,
        List<Long> shown,
        List<Long> open,
        int headers,
        @Nullable String failed,
        @Nullable String fault,
        List<WitnessMade> checks) {
    static CoverView of(CheckpointReport checkpoint, ProofBundle bundle) {
        CheckpointView view = CheckpointView.of(checkpoint);
        if (!(checkpoint instanceof CheckpointReport.Witnessed witnessed)) {
            return new CoverView("NOT_COVERED", view, List.of(), List.of(), 0, view.failed(), view.fault(), List.of());
        }
        CoverReport report = Cover.of(bundle, witnessed.checkpoint());
        if (report instanceof CoverReport.NotCovered failed) {
            return new CoverView(
                    "NOT_COVERED", view, List.of(), List.of(), 0, failed.failed(), failed.fault(), failed.made());
        }
        CoverReport.Covered covered = (CoverReport.Covered) report;
        return new CoverView(
                outcome(covered),
                view,
                List.copyOf(covered.shown()),
                List.copyOf(covered.open()),
                covered.headers(),
                null,
                null,
                covered.made());
    }

    private static String outcome(CoverReport.Covered covered) {
        if (covered.open().isEmpty()) {
            return "COVERED";
        }
        return covered.shown().isEmpty() ? "NOTHING_SHOWN" : "PARTLY";
    }
}
