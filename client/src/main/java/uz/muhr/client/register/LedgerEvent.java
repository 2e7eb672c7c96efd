package uz.muhr.client.register;

import java.time.Instant;
import java.util.Optional;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.record.DocumentRecord;

/**
 * One thing that happened to a document.
 *
 * @param record as it stood from then on
 * @param act what customs did; empty when the record itself was written
 */
public record LedgerEvent(Position position, DocumentId document, DocumentRecord record, Optional<CustomsAct> act) {
    /** One word for what happened. */
    String type() {
        return act.map(CustomsAct::type).orElse(record.sequence() == 1 ? "document.anchored" : "document.changed");
    }

    /** When, as its transaction claims. */
    Instant time() {
        return act.map(CustomsAct::time).orElse(record.changed().time());
    }
}
