package uz.muhr.client.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.client.verification.RecordView;
import uz.muhr.protocol.identifier.DocumentId;

/** {@code muhr show}: the current record of a document, without a verdict. */
@Command(
        name = "show",
        description = "Shows the current record of a document. It compares no content and gives no verdict.")
final class ShowCommand implements Callable<Integer> {
    @Mixin
    private final Participant participant = new Participant();

    @Mixin
    private final Speech speech = new Speech();

    @Mixin
    private final DocumentReference reference = new DocumentReference();

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "a document with its receipt beside it")
    private @Nullable Path file;

    @Override
    public Integer call() {
        DocumentId document = reference.documentId(file);
        try (Ledger ledger = participant.ledger()) {
            RecordView view = RecordView.of(document, ledger.read(document));
            speech.say(view, RecordLines.of(view));
            return Exit.VALID;
        }
    }
}
