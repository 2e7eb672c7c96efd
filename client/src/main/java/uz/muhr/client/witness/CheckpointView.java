package uz.muhr.client.witness;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uz.muhr.proof.checkpoint.Checkpoint;
import uz.muhr.proof.checkpoint.CheckpointReport;
import uz.muhr.proof.witness.WitnessMade;
import uz.muhr.protocol.identifier.MspId;

/**
 * What a checkpoint witnesses, for a person or another program.
 *
 * @param outcome WITNESSED or NOT_WITNESSED
 * @param height how many blocks the chain had
 * @param block the number of the last one
 * @param hash of its header
 * @param cosigners the organisations, and when each says it signed
 * @param ignored how many signatures nothing is known of
 * @param failed the check that did not hold
 * @param fault what it expected and found
 * @param checks those that held, with whoever vouches for each
 */
public record CheckpointView(
        String outcome,
        @Nullable String origin,
        @Nullable Long height,
        @Nullable Long block,
        @Nullable String hash,
        List<CosignerView> cosigners,
        int ignored,
        @Nullable String failed,
        @Nullable String fault,
        List<WitnessMade> checks) {
    /** A signature that counts. */
    public record CosignerView(String organisation, String time) {
        private static CosignerView of(Map.Entry<MspId, Instant> signed) {
            return new CosignerView(signed.getKey().value(), signed.getValue().toString());
        }
    }

    public static CheckpointView of(CheckpointReport report) {
        if (report instanceof CheckpointReport.NotWitnessed failed) {
            return new CheckpointView(
                    "NOT_WITNESSED",
                    null,
                    null,
                    null,
                    null,
                    List.of(),
                    0,
                    failed.failed(),
                    failed.fault(),
                    failed.made());
        }
        CheckpointReport.Witnessed witnessed = (CheckpointReport.Witnessed) report;
        Checkpoint checkpoint = witnessed.checkpoint();
        return new CheckpointView(
                "WITNESSED",
                checkpoint.origin(),
                checkpoint.height(),
                checkpoint.block(),
                checkpoint.hash(),
                witnessed.cosigners().entrySet().stream().map(CosignerView::of).toList(),
                witnessed.ignored(),
                null,
                null,
                witnessed.made());
    }
}
