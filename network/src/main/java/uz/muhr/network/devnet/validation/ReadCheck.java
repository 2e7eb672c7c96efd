package uz.muhr.network.devnet.validation;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRead;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.QueryReads;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.RangeQueryInfo;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import uz.muhr.network.devnet.ledger.Snapshot;
import uz.muhr.network.devnet.ledger.StateBatch;
import uz.muhr.network.devnet.ledger.StateEntry;
import uz.muhr.network.devnet.ledger.StateKey;
import uz.muhr.network.devnet.ledger.StateRow;
import uz.muhr.network.devnet.ledger.Version;
import uz.muhr.network.devnet.simulation.RangeSummary;
import uz.muhr.network.devnet.transaction.NamespaceAccess;

/** Whether what a transaction read is still so: single keys by version, ranges read again (MVCC and phantoms). */
final class ReadCheck {
    private final Snapshot committed;
    private final StateBatch block;

    ReadCheck(Snapshot committed, StateBatch block) {
        this.committed = committed;
        this.block = block;
    }

    TxValidationCode check(List<NamespaceAccess> accesses) {
        for (NamespaceAccess access : accesses) {
            for (KVRead read : access.set().getReadsList()) {
                if (!stillSo(access.namespace(), read)) {
                    return TxValidationCode.MVCC_READ_CONFLICT;
                }
            }
            for (RangeQueryInfo range : access.set().getRangeQueriesInfoList()) {
                if (!stillSo(access.namespace(), range)) {
                    return TxValidationCode.PHANTOM_READ_CONFLICT;
                }
            }
        }
        return TxValidationCode.VALID;
    }

    private boolean stillSo(String namespace, KVRead read) {
        StateKey key = new StateKey(namespace, read.getKey());
        if (block.touches(key)) {
            return false;
        }
        return committed
                .get(key)
                .map(entry -> read.hasVersion()
                        && read.getVersion().equals(entry.version().toProto()))
                .orElse(!read.hasVersion());
    }

    private boolean stillSo(String namespace, RangeQueryInfo range) {
        RangeSummary now = new RangeSummary();
        rows(namespace, range).forEach(now::add);
        if (range.hasReadsMerkleHashes()) {
            return now.merkle().map(range.getReadsMerkleHashes()::equals).orElse(false);
        }
        QueryReads then = range.getRawReads();
        return now.raw().map(then::equals).orElse(false);
    }

    /** The rows as they stand with the block's earlier writes; the end counts when the reader had not reached it. */
    private List<KVRead> rows(String namespace, RangeQueryInfo range) {
        SortedMap<String, Version> rows = new TreeMap<>(StateKey.UTF8_ORDER);
        String end = range.getEndKey();
        Iterator<StateRow> stored = committed.range(namespace, range.getStartKey(), end);
        while (stored.hasNext()) {
            StateRow row = stored.next();
            rows.put(row.key(), row.entry().version());
        }
        if (!range.getItrExhausted()) {
            committed.get(new StateKey(namespace, end)).ifPresent(entry -> rows.put(end, entry.version()));
        }
        for (Map.Entry<StateKey, StateEntry> update : block.updates().entrySet()) {
            StateKey key = update.getKey();
            if (key.namespace().equals(namespace) && inside(key.key(), range)) {
                rows.remove(key.key());
                block.written(key).ifPresent(entry -> rows.put(key.key(), entry.version()));
            }
        }
        List<KVRead> reads = new ArrayList<>();
        rows.forEach((key, version) -> reads.add(
                KVRead.newBuilder().setKey(key).setVersion(version.toProto()).build()));
        return reads;
    }

    private static boolean inside(String key, RangeQueryInfo range) {
        String end = range.getEndKey();
        int toEnd = StateKey.UTF8_ORDER.compare(key, end);
        return StateKey.UTF8_ORDER.compare(key, range.getStartKey()) >= 0
                && ((range.getItrExhausted() && end.isEmpty())
                        || toEnd < 0
                        || (toEnd == 0 && !range.getItrExhausted()));
    }
}
