package uz.muhr.client.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import uz.muhr.client.fabric.Answered;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.client.verification.DocumentHistory;
import uz.muhr.client.verification.RecordView;
import uz.muhr.protocol.identifier.DocumentId;

/** {@code muhr history}: every version of a document's record, newest first. */
@Command(
        name = "history",
        description = "Shows every version of a document's record, newest first; the chain of hashes is checked.")
final class HistoryCommand implements Callable<Integer> {
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
            Answered<List<RecordView>> versions = DocumentHistory.read(ledger, document);
            speech.sayWhoAnswered(ledger, versions);
            speech.say(versions.value(), lines(versions.value()));
            return Exit.VALID;
        }
    }

    private static List<String> lines(List<RecordView> versions) {
        List<String> lines = new ArrayList<>();
        for (RecordView version : versions) {
            lines.add("version " + version.sequence());
            lines.addAll(RecordLines.of(version));
            lines.add("");
        }
        lines.add(versions.size() == 1 ? "1 version." : versions.size() + " versions, one chain of hashes.");
        return lines;
    }
}
