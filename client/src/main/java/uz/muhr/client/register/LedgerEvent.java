package uz.muhr.client.register;

import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.record.DocumentRecord;
import uz.muhr.protocol.seal.SealEvent;

/** One thing that happened on the ledger. */
public sealed interface LedgerEvent {
    Position position();

    /**
     * To a document.
     *
     * @param record as it stood from then on
     */
    record OfDocument(Position position, DocumentId document, DocumentRecord record) implements LedgerEvent {}

    /** To a container seal; plain readings, which found it closed, are not told. */
    record OfSeal(Position position, SealEvent event) implements LedgerEvent {}
}
