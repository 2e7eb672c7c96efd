package uz.muhr.client.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.client.proof.ProofFile;
import uz.muhr.client.witness.CheckpointView;
import uz.muhr.protocol.refusal.Refusal;

/** {@code muhr checkpoint}: signs how far the chain has come, for others to hold against what they see. */
@Command(
        name = "checkpoint",
        description = "Writes down how far the chain has come by the organisation's own peer, and signs it.",
        footer = {
            "",
            "Others add their signatures with muhr checkpoint cosign. Whoever is shown another chain can tell by it."
        },
        subcommands = {CheckpointCosignCommand.class, CheckpointVerifyCommand.class, CheckpointCompareCommand.class})
final class CheckpointCommand implements Callable<Integer> {
    @Mixin
    private final Witness witness = new Witness();

    @Mixin
    private final Speech speech = new Speech();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "F",
            description = "where to write the checkpoint")
    private @Nullable Path output;

    @Option(names = "--height", paramLabel = "N", description = "of the first N blocks (otherwise all)")
    private @Nullable Long height;

    @Override
    public Integer call() {
        if (output == null) {
            throw Refusal.malformed("Say where to write the checkpoint: -o F.");
        }
        if (height != null && height < 1) {
            throw Refusal.malformed("--height has to be 1 or more; it is " + height + ".");
        }
        ProofFile file = new ProofFile(output);
        try (Ledger ledger = witness.ledger()) {
            CheckpointView view =
                    CheckpointView.of(witness.witnessing(ledger).make(Optional.ofNullable(height), file::write));
            List<String> lines = new ArrayList<>(List.of("WRITTEN  " + file.path()));
            lines.addAll(CheckpointLines.of(view));
            speech.say(view, lines);
            return Exit.VALID;
        }
    }
}
