package uz.muhr.client.register;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.record.DocumentRecord;
import uz.muhr.protocol.seal.SealEvent;

/** One thing that happened on the ledger. */
public sealed interface LedgerEvent {
    Position position();

    /** One word for what happened. */
    String type();

    /** When, as its transaction claims. */
    Instant time();

    /**
     * To a document.
     *
     * @param record as it stood from then on
     * @param act what customs did; empty when the record itself was written
     */
    record OfDocument(Position position, DocumentId document, DocumentRecord record, Optional<CustomsAct> act)
            implements LedgerEvent {
        @Override
        public String type() {
            return act.map(CustomsAct::type).orElse(record.sequence() == 1 ? "document.anchored" : "document.changed");
        }

        @Override
        public Instant time() {
            return act.map(CustomsAct::time).orElse(record.changed().time());
        }
    }

    /** To a container seal; plain readings, which found it closed, are not told. */
    record OfSeal(Position position, SealEvent event) implements LedgerEvent {
        @Override
        public String type() {
            return "seal."
                    + event.act().operation().name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        @Override
        public Instant time() {
            return event.change().time();
        }
    }
}
