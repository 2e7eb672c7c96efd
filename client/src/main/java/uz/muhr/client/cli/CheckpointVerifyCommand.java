package uz.muhr.client.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import uz.muhr.client.proof.ProofFile;
import uz.muhr.client.witness.CheckpointView;
import uz.muhr.proof.bundle.CheckpointFile;
import uz.muhr.proof.checkpoint.CheckpointVerifier;

/** {@code muhr checkpoint verify}: who signed a checkpoint, without a network. */
@Command(name = "verify", description = "Says who signed a checkpoint, and of which block. No network is needed.")
final class CheckpointVerifyCommand implements Callable<Integer> {
    @Mixin
    private final Speech speech = new Speech();

    @Parameters(paramLabel = "F", description = "the checkpoint")
    private Path checkpoint = Path.of("");

    @Option(
            names = "--trust",
            required = true,
            paramLabel = "T",
            description = "the trust file, which has to come from somebody you trust")
    private @Nullable Path trust;

    @Option(
            names = "--quorum",
            paramLabel = "K",
            description = "how many organisations have to have signed (otherwise more than half)")
    private @Nullable Integer quorum;

    @Override
    public Integer call() {
        CheckpointVerifier verifier = CheckpointVerifier.of(
                new ProofFile(Objects.requireNonNull(trust)).trust(), Optional.ofNullable(quorum));
        CheckpointView view =
                CheckpointView.of(verifier.verify(new ProofFile(checkpoint).read(CheckpointFile.MAX_BYTES)));
        List<String> lines = new ArrayList<>(List.of(view.failed() == null ? "WITNESSED" : "NOT WITNESSED"));
        lines.addAll(CheckpointLines.withChecks(view));
        speech.say(view, lines);
        return view.failed() == null ? Exit.VALID : Exit.UNDETERMINED;
    }
}
