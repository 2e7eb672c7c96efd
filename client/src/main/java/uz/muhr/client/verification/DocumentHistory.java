package uz.muhr.client.verification;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uz.muhr.client.fabric.Answered;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.identifier.TransactionId;
import uz.muhr.protocol.record.DocumentRecord;
import uz.muhr.protocol.record.History;

/** Every version of a document, for a person or another program, with the blocks that hold what made them. */
public final class DocumentHistory {
    private DocumentHistory() {}

    /**
     * Asks the ledger.
     *
     * @return the versions, newest first, and whose peer gave them; their chain of hashes is whole
     * @throws uz.muhr.protocol.refusal.Refusal UNKNOWN_DOCUMENT; CORRUPT_RECORD when the answer contradicts itself
     * @throws uz.muhr.client.fabric.LedgerUnavailableException when no peer answers, or none has a block any more
     */
    public static Answered<List<RecordView>> read(Ledger ledger, DocumentId document) {
        Answered<History> answer = ledger.history(document);
        List<DocumentRecord> versions = answer.value().versions().newestFirst();
        Map<TransactionId, Long> blocks = new HashMap<>();
        versions.forEach(version -> blocks.computeIfAbsent(version.changed().transaction(), ledger::blockOf));
        return new Answered<>(
                versions.stream()
                        .map(version -> RecordView.of(document, version, blocks))
                        .toList(),
                answer.by());
    }
}
