package uz.muhr.contract;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import uz.muhr.protocol.anchoring.AnchorItem;
import uz.muhr.protocol.anchoring.AnchorList;
import uz.muhr.protocol.authority.DistrustedCertificate;
import uz.muhr.protocol.authority.MemberOrganisations;
import uz.muhr.protocol.commitment.Commitment;
import uz.muhr.protocol.customs.Draw;
import uz.muhr.protocol.customs.DrawId;
import uz.muhr.protocol.customs.DrawPage;
import uz.muhr.protocol.customs.Holds;
import uz.muhr.protocol.customs.WriteOffs;
import uz.muhr.protocol.drawing.Drawing;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.record.DocumentRecord;
import uz.muhr.protocol.record.HistoryPage;
import uz.muhr.protocol.record.RecordText;
import uz.muhr.protocol.record.Versions;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;
import uz.muhr.protocol.verdict.Evidence;

/** What the ledger holds of documents, by the protocol's words. */
final class LedgerState {
    private static final String DOCUMENT = "D";
    private static final String EARLIER = "E";
    private static final String CONTENT = "C";
    private static final String WRITE_OFF = "W";
    private static final String HOLD = "H";

    private final Store store;
    private final AuthorityState authority;

    LedgerState(Store store, AuthorityState authority) {
        this.store = store;
        this.authority = authority;
    }

    /** Reads at once what deciding a list takes: the members, the issuer's authority over each type, and the documents themselves. */
    void fetch(MspId issuer, AnchorList list) {
        List<String> keys = new ArrayList<>();
        keys.add(AuthorityState.membersKey());
        for (AnchorItem item : list.items()) {
            keys.add(AuthorityState.key(issuer, item.type()));
            keys.add(key(item.documentId(issuer)));
        }
        store.fetch(keys);
    }

    /** Reads at once the current records of documents. */
    void fetch(Collection<DocumentId> ids) {
        store.fetch(ids.stream().map(LedgerState::key).toList());
    }

    private static String key(DocumentId id) {
        return Store.key(DOCUMENT, id.hex());
    }

    Optional<DocumentRecord> document(DocumentId id) {
        return store.get(RecordText::parse, DOCUMENT, id.hex());
    }

    DocumentRecord existingDocument(DocumentId id) {
        return document(id)
                .orElseThrow(() -> new Refusal(ErrorCode.UNKNOWN_DOCUMENT, "No document is anchored under this id."));
    }

    /** All versions of a document whose current record has been read. */
    Versions versions(DocumentId id, DocumentRecord current) {
        fetchEarlier(id, 1, current.sequence() - 1);
        List<DocumentRecord> versions = new ArrayList<>(List.of(current));
        for (long n = current.sequence() - 1; n >= 1; n--) {
            earlier(id, n).ifPresent(versions::add);
        }
        return new Versions(versions);
    }

    /**
     * One page of a document's versions. The version above the page is read as well, because only it says that the page's
     * first is the one it followed.
     *
     * @param first the version to begin with; 0 for the current one
     */
    HistoryPage history(DocumentId id, long first) {
        DocumentRecord current = existingDocument(id);
        long top = first == 0 ? current.sequence() : first;
        if (top > current.sequence()) {
            throw new Refusal(
                    ErrorCode.STALE_SEQUENCE,
                    "The document is at version " + current.sequence() + "; there is no version " + top + " yet.");
        }
        long newest = Math.min(top + 1, current.sequence());
        long oldest = Math.max(1, top - HistoryPage.MOST + 1);
        fetchEarlier(id, oldest, Math.min(newest, current.sequence() - 1));
        List<DocumentRecord> versions = new ArrayList<>();
        for (long n = newest; n >= oldest; n--) {
            versions.add(
                    n == current.sequence()
                            ? current
                            : earlier(id, n)
                                    .orElseThrow(() -> new Refusal(
                                            ErrorCode.CORRUPT_RECORD, "A version of the document is missing.")));
        }
        return HistoryPage.below(id, versions, top);
    }

    private void fetchEarlier(DocumentId id, long oldest, long newest) {
        store.fetch(LongStream.rangeClosed(oldest, newest)
                .mapToObj(n -> Store.key(EARLIER, id.hex(), Long.toString(n)))
                .toList());
    }

    private Optional<DocumentRecord> earlier(DocumentId id, long version) {
        return store.get(RecordText::parse, EARLIER, id.hex(), Long.toString(version));
    }

    /** All that a verdict on a document follows from; empty when there is no such document. */
    Optional<Evidence> evidence(DocumentId id) {
        return document(id).map(current -> {
            fetchBeside(id, current);
            Versions versions = versions(id, current);
            List<DistrustedCertificate> distrusted = versions.creators().stream()
                    .flatMap(certificate -> authority.distrusted(certificate).stream())
                    .toList();
            return new Evidence(
                    id,
                    versions,
                    authority.authority(current.issuer(), current.type()),
                    distrusted,
                    current.quantity().flatMap(limited -> writeOffs(id)),
                    holds(id));
        });
    }

    /** What a verdict needs beside a record and its earlier versions. */
    private void fetchBeside(DocumentId id, DocumentRecord current) {
        List<String> keys = new ArrayList<>(
                List.of(AuthorityState.key(current.issuer(), current.type()), Store.key(HOLD, id.hex())));
        current.quantity().ifPresent(limited -> keys.add(Store.key(WRITE_OFF, id.hex())));
        store.fetch(keys);
    }

    /** A document's first version, with the policy of its key and the entry by which its content is found. */
    void anchor(DocumentId id, DocumentRecord record, MemberOrganisations organisations) {
        store.put(RecordText.write(record), DOCUMENT, id.hex());
        protect(id, record, organisations);
        index(id, record.commitment());
    }

    /** A document's next version; the one before it is kept beside. */
    void change(DocumentId id, DocumentRecord before, DocumentRecord after) {
        store.put(RecordText.write(before), EARLIER, id.hex(), Long.toString(before.sequence()));
        store.put(RecordText.write(after), DOCUMENT, id.hex());
        if (!after.commitment().equals(before.commitment())) {
            index(id, after.commitment());
        }
    }

    void protect(DocumentId id, DocumentRecord record, MemberOrganisations organisations) {
        store.protect(DocumentPolicy.of(record.issuer(), organisations).toByteString(), DOCUMENT, id.hex());
    }

    private void index(DocumentId id, Commitment content) {
        store.mark(CONTENT, content.hex(), id.hex());
    }

    /**
     * The documents that the index names for a content. It is a hint: their records decide.
     *
     * @param most how many to return
     */
    List<DocumentId> documentsOf(Commitment content, int most) {
        return store.names(DocumentId::new, CONTENT, content.hex(), most);
    }

    Optional<WriteOffs> writeOffs(DocumentId id) {
        return store.get(WriteOffs::parse, WRITE_OFF, id.hex());
    }

    Optional<Draw> draw(DocumentId id, DrawId draw) {
        return store.get(Draw::parse, WRITE_OFF, id.hex(), draw.hex());
    }

    Draw existingDraw(DocumentId id, DrawId draw) {
        return draw(id, draw)
                .orElseThrow(() ->
                        new Refusal(ErrorCode.UNKNOWN_DRAW, "Nothing was drawn from this document under this id."));
    }

    /**
     * One page of a document's draws.
     *
     * @param first the draw to begin with; empty for the newest
     */
    DrawPage draws(DocumentId id, Optional<DrawId> first) {
        Optional<WriteOffs> total = writeOffs(id);
        List<Draw> draws = new ArrayList<>();
        Optional<DrawId> next = first.or(() -> total.map(WriteOffs::last));
        while (next.isPresent() && draws.size() < DrawPage.MOST) {
            Draw found = existingDraw(id, next.get());
            draws.add(found);
            next = found.previous();
        }
        return new DrawPage(id, total, draws);
    }

    void write(DocumentId id, Drawing drawing) {
        store.put(drawing.draw().write(), WRITE_OFF, id.hex(), drawing.id().hex());
        store.put(drawing.total().write(), WRITE_OFF, id.hex());
    }

    Optional<Holds> holds(DocumentId id) {
        return store.get(Holds::parse, HOLD, id.hex());
    }

    void write(DocumentId id, Holds holds) {
        store.put(holds.write(), HOLD, id.hex());
    }
}
