package uz.muhr.client.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import uz.muhr.client.consignment.ConsignmentFile;
import uz.muhr.client.consignment.ConsignmentReceipt;

/** {@code muhr consignment merge}: what another party's copy of the receipt knows, this one knows too. */
@Command(
        name = "merge",
        description = "Takes up what another party's copy of the receipt knows. Nothing is asked of the ledger.")
final class ConsignmentMergeCommand implements Callable<Integer> {
    @Mixin
    private final Speech speech = new Speech();

    @Mixin
    private final ConsignmentName consignment = new ConsignmentName();

    @Parameters(index = "1", paramLabel = "OTHER", description = "the other party's copy")
    private @Nullable Path other;

    @Override
    public Integer call() {
        if (other == null) {
            throw new IllegalStateException("A command is run once its parameters are parsed.");
        }
        ConsignmentFile file = consignment.file();
        ConsignmentReceipt theirs = ConsignmentFile.named(other).read();
        ConsignmentReceipt before = file.read();
        ConsignmentReceipt both = before.with(theirs);
        file.replace(before, both);
        speech.say(
                Map.of("outcome", "MERGED", "receipt", file.path().toString()),
                List.of(
                        "MERGED  " + file.name(),
                        "  it knows " + both.containers().size() + " containers, "
                                + both.seals().size() + " seals, "
                                + both.places().size() + " places, "
                                + both.documents().size() + " documents"));
        return Exit.VALID;
    }
}
