package uz.muhr.client.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import uz.muhr.client.verification.HoldsView;
import uz.muhr.protocol.identifier.DocumentId;

/** {@code muhr hold}. */
@Command(
        name = "hold",
        description = "Holds a document as customs: its verdict is SUSPENDED until the same organisation releases it.")
final class HoldCommand implements Callable<Integer> {
    @Mixin
    private final Writing writing = new Writing();

    @Mixin
    private final Speech speech = new Speech();

    @Mixin
    private final DocumentReference reference = new DocumentReference();

    @Override
    public Integer call() {
        DocumentId document = reference.documentId();
        try (Desk desk = writing.desk()) {
            HoldsView view = desk.hold(document, desk.versionOfHolds(document));
            speech.say(view, CustomsLines.of("HELD", view));
            return Exit.VALID;
        }
    }
}
