package uz.muhr.client.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import uz.muhr.client.verification.HoldsView;
import uz.muhr.protocol.identifier.DocumentId;

/** {@code muhr release}. */
@Command(name = "release", description = "Releases a document that the caller's organisation holds.")
final class ReleaseCommand implements Callable<Integer> {
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
            HoldsView view = desk.release(document, desk.versionOfHolds(document));
            speech.say(view, CustomsLines.of("RELEASED", view));
            return Exit.VALID;
        }
    }
}
