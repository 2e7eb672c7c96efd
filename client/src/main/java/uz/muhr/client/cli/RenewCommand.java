package uz.muhr.client.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.client.submission.DocumentChanges;
import uz.muhr.client.verification.RecordView;
import uz.muhr.protocol.identifier.DocumentId;

/** {@code muhr renew}. */
@Command(
        name = "renew",
        description = "Has the policy of a document's key follow the present members; its record stays as it is.")
final class RenewCommand implements Callable<Integer> {
    @Mixin
    private final Participant participant = new Participant();

    @Mixin
    private final Speech speech = new Speech();

    @Mixin
    private final DocumentReference reference = new DocumentReference();

    @Mixin
    private final Expected expected = new Expected();

    @Override
    public Integer call() {
        DocumentId document = reference.documentId();
        try (Ledger ledger = participant.ledger()) {
            RecordView view = RecordView.of(
                    document, new DocumentChanges(ledger).renew(document, expected.version(ledger, document)));
            speech.say(view, RecordLines.changed("RENEWED", view));
            return Exit.VALID;
        }
    }
}
