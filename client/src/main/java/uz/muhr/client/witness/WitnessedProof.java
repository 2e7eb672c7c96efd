package uz.muhr.client.witness;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uz.muhr.client.proof.ProofView;
import uz.muhr.proof.bundle.NetworkTrust;
import uz.muhr.proof.bundle.ProofBundle;
import uz.muhr.proof.checkpoint.CheckpointReport;
import uz.muhr.proof.verification.ProofReport;

/**
 * What a bundle proves, and who witnesses it. A witness that does not hold takes the proof along: the verdict is
 * UNDETERMINED then.
 *
 * @param answer what the bundle proves
 * @param timestamps absent when it carries none
 * @param checkpoint absent when none was asked for
 */
public record WitnessedProof(
        ProofView answer,
        @Nullable StampView timestamps,
        @Nullable CoverView checkpoint) {
    /**
     * Looks at the witnesses of a bundle that has been verified.
     *
     * @param bundle its bytes
     * @param checkpoint against which it is held
     */
    public static WitnessedProof of(
            ProofReport report, byte[] bundle, NetworkTrust trust, Optional<CheckpointReport> checkpoint) {
        if (!(report instanceof ProofReport.Proven proven)) {
            return new WitnessedProof(ProofView.of(report), null, null);
        }
        ProofBundle read = ProofBundle.parse(bundle);
        StampView stamps = read.witnesses().timestamps().isEmpty() ? null : stamps(trust, read, proven);
        CoverView cover = checkpoint.map(each -> CoverView.of(each, read)).orElse(null);
        ProofView view = ProofView.of(report);
        if (stamps != null) {
            view = held(view, stamps.failed(), stamps.fault());
        }
        if (cover != null) {
            view = held(view, cover.failed(), cover.fault());
        }
        return new WitnessedProof(view, stamps, cover);
    }

    private static StampView stamps(NetworkTrust trust, ProofBundle bundle, ProofReport.Proven proven) {
        return Stamps.trusting(trust)
                .map(pinned -> StampView.of(pinned.verify(bundle, List.of(proven))))
                .orElseGet(StampView::notLookedAt);
    }

    private static ProofView held(ProofView view, @Nullable String failed, @Nullable String fault) {
        return failed == null || fault == null || view.failed() != null ? view : view.without(failed, fault);
    }

    /** Whether there is any witness to be spoken of. */
    public boolean witnessed() {
        return timestamps != null || checkpoint != null;
    }
}
