package uz.muhr.client.register;

import java.util.List;
import java.util.Optional;
import uz.muhr.client.following.BlockMark;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.record.DocumentRecord;

/**
 * A page of documents.
 *
 * @param asOf the last block that the answer knows of
 * @param next what continues the search; empty on the last page
 */
public record FoundPage(BlockMark asOf, List<FoundDocument> documents, Optional<Position> next) {
    /**
     * One document.
     *
     * @param block the number of the block that wrote this version
     */
    public record FoundDocument(DocumentId document, DocumentRecord record, long block) {}
}
