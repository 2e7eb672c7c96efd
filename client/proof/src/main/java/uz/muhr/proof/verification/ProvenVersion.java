package uz.muhr.proof.verification;

import java.util.SortedSet;
import java.util.TreeSet;
import uz.muhr.proof.transaction.Place;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.record.DocumentRecord;

/**
 * One version of the document, with the transaction that made it.
 *
 * @param place where that stands in the chain
 * @param endorsers the organisations whose peers endorsed it
 */
public record ProvenVersion(DocumentRecord record, Place place, SortedSet<MspId> endorsers) {
    public ProvenVersion {
        endorsers = new TreeSet<>(endorsers);
    }
}
