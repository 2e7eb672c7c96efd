package uz.muhr.client.register;

import java.util.List;
import java.util.Optional;
import uz.muhr.client.following.BlockMark;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.quantity.Amount;
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
     * @param customs what counts at present; empty where another time was asked for
     */
    public record FoundDocument(DocumentId document, DocumentRecord record, long block, Optional<AtCustoms> customs) {}

    /**
     * What customs did with a document, as it counts.
     *
     * @param drawn all that is written off; empty when nothing ever was
     */
    public record AtCustoms(Optional<Amount> drawn, boolean held) {}
}
