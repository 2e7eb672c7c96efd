package uz.muhr.client.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import uz.muhr.client.verification.RecordView;
import uz.muhr.protocol.identifier.DocumentId;

/** {@code muhr suspend}. */
@Command(name = "suspend", description = "Suspends a document of the caller's organisation until it is reinstated.")
final class SuspendCommand implements Callable<Integer> {
    @Mixin
    private final Writing writing = new Writing();

    @Mixin
    private final Speech speech = new Speech();

    @Mixin
    private final DocumentReference reference = new DocumentReference();

    @Mixin
    private final Expected expected = new Expected();

    @Override
    public Integer call() {
        DocumentId document = reference.documentId();
        try (Desk desk = writing.desk()) {
            RecordView view = desk.suspend(document, expected.version(desk, document));
            speech.say(view, RecordLines.changed("SUSPENDED", view));
            return Exit.VALID;
        }
    }
}
