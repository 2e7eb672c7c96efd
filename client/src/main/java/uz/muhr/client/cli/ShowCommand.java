package uz.muhr.client.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import uz.muhr.client.fabric.Answered;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.client.verification.RecordView;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.record.DocumentRecord;

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

    @Override
    public Integer call() {
        DocumentId document = reference.documentId();
        try (Ledger ledger = participant.ledger()) {
            Answered<DocumentRecord> record = ledger.read(document);
            speech.sayWhoAnswered(ledger, record);
            RecordView view = RecordView.of(document, record.value());
            speech.say(view, RecordLines.of(view));
            return Exit.VALID;
        }
    }
}
