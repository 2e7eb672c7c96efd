package uz.muhr.client.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.client.proof.ProofFile;
import uz.muhr.client.witness.CheckpointView;
import uz.muhr.client.witness.Comparison;
import uz.muhr.proof.bundle.CheckpointFile;
import uz.muhr.proof.bundle.NetworkTrust;

/** {@code muhr checkpoint compare}: whether two checkpoints are of one chain. */
@Command(
        name = "compare",
        description = "Says whether two checkpoints are of one chain: the organisation's own peer has to have both.",
        footer = {
            "",
            "Without a network only those of one height can be told apart; a checkpoint does not hold what is between."
        })
final class CheckpointCompareCommand implements Callable<Integer> {
    @Mixin
    private final Witness witness = new Witness();

    @Mixin
    private final Speech speech = new Speech();

    @Parameters(index = "0", paramLabel = "A", description = "a checkpoint")
    private Path one = Path.of("");

    @Parameters(index = "1", paramLabel = "B", description = "another")
    private Path other = Path.of("");

    @ArgGroup(exclusive = false, heading = "%nWithout a network:%n")
    private @Nullable Alone alone;

    /** Nobody is asked. */
    static final class Alone {
        @Option(names = "--offline", required = true, description = "ask no peer")
        @SuppressWarnings("UnusedVariable") // picocli demands it with the other one
        private boolean offline;

        @Option(names = "--trust", required = true, paramLabel = "T", description = "the trust file")
        private @Nullable Path trust;

        NetworkTrust trust() {
            return new ProofFile(Objects.requireNonNull(trust)).trust();
        }
    }

    /** Both, the older one first. */
    record View(String outcome, CheckpointView older, CheckpointView newer) {}

    @Override
    public Integer call() {
        if (alone != null) {
            Comparison comparison = Comparison.of(bytes(one), bytes(other), alone.trust());
            return say(comparison, comparison.outcome(Optional.empty()));
        }
        try (Ledger ledger = witness.ledger()) {
            Comparison comparison =
                    Comparison.of(bytes(one), bytes(other), ledger.checkpoints().trust());
            return say(comparison, comparison.outcome(Optional.of(witness.witnessing(ledger))));
        }
    }

    private static byte[] bytes(Path path) {
        return new ProofFile(path).read(CheckpointFile.MAX_BYTES);
    }

    private int say(Comparison comparison, Comparison.Outcome outcome) {
        View view =
                new View(outcome.name(), CheckpointView.of(comparison.older()), CheckpointView.of(comparison.newer()));
        List<String> lines = new ArrayList<>();
        lines.add(outcome + "  " + sentence(outcome));
        lines.addAll(CheckpointLines.of(view.older));
        lines.add("");
        lines.addAll(CheckpointLines.of(view.newer));
        speech.say(view, lines);
        return outcome == Comparison.Outcome.UNDETERMINED ? Exit.UNDETERMINED : Exit.VALID;
    }

    private static String sentence(Comparison.Outcome outcome) {
        return switch (outcome) {
            case SAME -> "Both are of the same block.";
            case CONTINUED -> "The own peer has both: the older one's chain is the beginning of the newer one's.";
            case UNDETERMINED -> "They are of different heights; only a peer, which has the chain, can say.";
        };
    }
}
