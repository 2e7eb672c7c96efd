package uz.muhr.client.following;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import uz.muhr.client.Client;
import uz.muhr.client.fabric.Endorsed;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.protocol.anchoring.AnchorItem;
import uz.muhr.protocol.anchoring.AnchorList;
import uz.muhr.protocol.commitment.Commitment;
import uz.muhr.protocol.commitment.Fingerprint;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.identifier.DocumentNumber;
import uz.muhr.protocol.identifier.TypeCode;
import uz.muhr.protocol.record.Validity;

/** Anchors many new documents, a list to a transaction, as chamber's issuer. */
public final class Anchoring {
    private static final TypeCode TYPE = new TypeCode("861");

    private final Ledger ledger;

    public Anchoring(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Returns once the list is committed. */
    public List<DocumentId> anchor(int documents) {
        List<AnchorItem> items = IntStream.range(0, documents)
                .mapToObj(n -> DocumentNumber.parse(Client.newNumber()).digest())
                .map(number -> new AnchorItem(
                        TYPE,
                        number,
                        Commitment.open(new Fingerprint(number.hex())),
                        Validity.unlimited(),
                        Optional.empty()))
                .toList();
        Endorsed endorsed = ledger.proposeAnchor(new AnchorList(items));
        endorsed.commit();
        return items.stream()
                .map(item -> item.documentId(ledger.organisation()))
                .toList();
    }

    /** The same, several lists one after the other. */
    public List<DocumentId> anchor(int lists, int documents) {
        return Stream.generate(() -> anchor(documents))
                .limit(lists)
                .flatMap(List::stream)
                .toList();
    }
}
