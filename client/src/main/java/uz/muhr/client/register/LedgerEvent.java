package uz.muhr.client.register;

import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.record.DocumentRecord;

/**
 * One thing that happened to a document.
 *
 * @param record as it stood from then on
 */
public record LedgerEvent(Position position, DocumentId document, DocumentRecord record) {}
