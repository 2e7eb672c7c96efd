package uz.muhr.client.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import uz.muhr.client.fabric.Answered;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.client.verification.RecordView;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.record.History;

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
            Answered<History> history = ledger.history(document);
            speech.sayWhoAnswered(ledger, history);
            List<RecordView> versions = history.value().versions().newestFirst().stream()
                    .map(version -> RecordView.of(document, version))
                    .toList();
            speech.say(versions, lines(versions));
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
