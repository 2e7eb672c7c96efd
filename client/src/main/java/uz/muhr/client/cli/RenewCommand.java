package uz.muhr.client.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import uz.muhr.client.verification.RecordView;
import uz.muhr.protocol.identifier.DocumentId;

/** {@code muhr renew}. */
@Command(
        name = "renew",
        description = "Has the policy of a document's key follow the present members; its record stays as it is.")
final class RenewCommand implements Callable<Integer> {
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
            RecordView view = desk.renew(document, expected.version(desk, document));
            speech.say(view, RecordLines.changed("RENEWED", view));
            return Exit.VALID;
        }
    }
}
