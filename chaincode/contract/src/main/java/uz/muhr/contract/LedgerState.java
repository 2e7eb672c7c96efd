package uz.muhr.contract;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
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
import uz.muhr.protocol.identifier.TypeCode;
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
    private final Map<DocumentId, String> keys = new HashMap<>();

    LedgerState(Store store, AuthorityState authority) {
        this.store = store;
        this.authority = authority;
    }

    /** Reads at once what deciding a list takes: the members, the issuer's authority over each type, and the documents themselves. */
    void fetch(MspId issuer, Set<TypeCode> types, Set<DocumentId> documents) {
        List<String> wanted = new ArrayList<>(List.of(AuthorityState.membersKey()));
        types.forEach(type -> wanted.add(AuthorityState.key(issuer, type)));
        documents.forEach(id -> wanted.add(key(id)));
        store.fetch(wanted);
    }

    /** Reads at once the current records of documents. */
    void fetch(Collection<DocumentId> ids) {
        store.fetch(ids.stream().map(this::key).toList());
    }

    private String key(DocumentId id) {
        return keys.computeIfAbsent(id, document -> Store.key(DOCUMENT, document.hex()));
    }

    Optional<DocumentRecord> document(DocumentId id) {
        return store.get(RecordText::parse, key(id));
    }

    /** Those of some documents that are on the ledger. */
    Set<DocumentId> existing(Set<DocumentId> documents) {
        return documents.stream().filter(id -> document(id).isPresent()).collect(Collectors.toSet());
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
                .mapToObj(n -> earlierKey(id, n))
                .toList());
    }

    private static String earlierKey(DocumentId id, long version) {
        return Store.key(EARLIER, id.hex(), Long.toString(version));
    }

    private Optional<DocumentRecord> earlier(DocumentId id, long version) {
        return store.get(RecordText::parse, earlierKey(id, version));
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
        List<String> wanted =
                new ArrayList<>(List.of(AuthorityState.key(current.issuer(), current.type()), holdsKey(id)));
        current.quantity().ifPresent(limited -> wanted.add(writeOffsKey(id)));
        store.fetch(wanted);
    }

    /** Documents' first versions, with the policies of their keys and the entries by which their contents are found. */
    void anchor(Map<DocumentId, DocumentRecord> records, MemberOrganisations organisations) {
        Map<MspId, ByteString> policies = new HashMap<>();
        records.forEach((id, record) -> {
            store.put(key(id), RecordText.write(record));
            store.protect(key(id), policies.computeIfAbsent(record.issuer(), issuer -> policy(issuer, organisations)));
            index(id, record.commitment());
        });
    }

    /** A document's next version; the one before it is kept beside. */
    void change(DocumentId id, DocumentRecord before, DocumentRecord after) {
        store.put(earlierKey(id, before.sequence()), RecordText.write(before));
        store.put(key(id), RecordText.write(after));
        if (!after.commitment().equals(before.commitment())) {
            index(id, after.commitment());
        }
    }

    void protect(DocumentId id, DocumentRecord record, MemberOrganisations organisations) {
        store.protect(key(id), policy(record.issuer(), organisations));
    }

    private static ByteString policy(MspId issuer, MemberOrganisations organisations) {
        return DocumentPolicy.of(issuer, organisations).toByteString();
    }

    private void index(DocumentId id, Commitment content) {
        store.mark(Store.key(CONTENT, content.hex(), id.hex()));
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
        return store.get(WriteOffs::parse, writeOffsKey(id));
    }

    Optional<Draw> draw(DocumentId id, DrawId draw) {
        return store.get(Draw::parse, drawKey(id, draw));
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
        store.put(drawKey(id, drawing.id()), drawing.draw().write());
        store.put(writeOffsKey(id), drawing.total().write());
    }

    Optional<Holds> holds(DocumentId id) {
        return store.get(Holds::parse, holdsKey(id));
    }

    void write(DocumentId id, Holds holds) {
        store.put(holdsKey(id), holds.write());
    }

    private static String writeOffsKey(DocumentId id) {
        return Store.key(WRITE_OFF, id.hex());
    }

    private static String drawKey(DocumentId id, DrawId draw) {
        return Store.key(WRITE_OFF, id.hex(), draw.hex());
    }

    private static String holdsKey(DocumentId id) {
        return Store.key(HOLD, id.hex());
    }
}
