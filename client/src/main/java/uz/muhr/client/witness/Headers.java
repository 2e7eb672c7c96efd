package uz.muhr.client.witness;

import java.util.Collection;
import uz.muhr.client.fabric.CheckpointLedger;
import uz.muhr.client.proof.Collected;
import uz.muhr.proof.bundle.NetworkTrust;
import uz.muhr.proof.bundle.ProofBundle;
import uz.muhr.proof.checkpoint.Checkpoint;
import uz.muhr.proof.checkpoint.CheckpointReport;
import uz.muhr.proof.checkpoint.CheckpointVerifier;
import uz.muhr.proof.checkpoint.HeaderChain;
import uz.muhr.protocol.refusal.Refusal;

/** The headers from a bundle's first block to a checkpoint, which the bundle is to carry. */
public final class Headers {
    private final CheckpointReport report;
    private final Checkpoint checkpoint;

    /**
     * Verifies the checkpoint.
     *
     * @param file its bytes
     * @throws Refusal MALFORMED_ARGUMENT when it does not hold, or fewer than half of the organisations signed it
     */
    public Headers(byte[] file, NetworkTrust trust) {
        CheckpointReport.Witnessed witnessed = Witnessing.required(new CheckpointVerifier(trust).verify(file));
        this.report = witnessed;
        this.checkpoint = witnessed.checkpoint();
    }

    /** A bundle with its headers, as they were verified. */
    public record Carried(ProofBundle bundle, CoverView view) {}

    /**
     * Has the bundle carry them. Each is asked for by itself: a peer gives no headers without their blocks.
     *
     * @throws Refusal MALFORMED_ARGUMENT when they are too many, or do not lead from the bundle to the checkpoint
     */
    public Carried carriedBy(Collected collected, ProofBundle bundle, CheckpointLedger ledger) {
        long first = collected.proven().stream()
                .map(proven -> proven.versions())
                .flatMap(Collection::stream)
                .mapToLong(version -> version.place().block())
                .min()
                .orElseThrow();
        long count = checkpoint.block() - first;
        if (count < 0 || count > HeaderChain.MOST_HEADERS) {
            throw Refusal.malformed("From block " + first + " to the checkpoint's, " + checkpoint.block()
                    + ", there have to be 0 to " + HeaderChain.MOST_HEADERS + " headers; there are " + count
                    + ". Have a checkpoint made nearer by (muhr checkpoint --height).");
        }
        ProofBundle whole = count == 0
                ? bundle
                : bundle.with(bundle.witnesses().withHeaders(ledger.dataHashes(first + 1, checkpoint.block())));
        CoverView view = CoverView.of(report, whole);
        if (view.failed() != null) {
            throw Refusal.malformed(
                    "The headers do not lead to the checkpoint. " + view.failed() + ": " + view.fault());
        }
        return new Carried(whole, view);
    }
}
