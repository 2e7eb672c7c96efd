package uz.muhr.client.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.client.proof.ProofFile;
import uz.muhr.client.witness.CheckpointView;
import uz.muhr.proof.bundle.CheckpointFile;

/** {@code muhr checkpoint cosign}: adds the organisation's signature, if its own peer has the same. */
@Command(
        name = "cosign",
        description = "Adds a signature to another's checkpoint, if the organisation's own peer has the same block.",
        footer = {"", "If it has another one, that is said with both hashes, nothing is signed, and the exit code is 1."
        })
final class CheckpointCosignCommand implements Callable<Integer> {
    @Mixin
    private final Witness witness = new Witness();

    @Mixin
    private final Speech speech = new Speech();

    @Parameters(paramLabel = "F", description = "the checkpoint; it is written anew in its place")
    private Path checkpoint = Path.of("");

    @Override
    public Integer call() {
        ProofFile file = new ProofFile(checkpoint);
        byte[] theirs = file.read(CheckpointFile.MAX_BYTES);
        try (Ledger ledger = witness.ledger()) {
            CheckpointView view = CheckpointView.of(witness.witnessing(ledger).cosign(theirs, file::write));
            List<String> lines = new ArrayList<>(List.of("COSIGNED  " + file.path()));
            lines.addAll(CheckpointLines.of(view));
            speech.say(view, lines);
            return Exit.VALID;
        }
    }
}
