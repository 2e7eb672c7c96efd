package uz.muhr.network.devnet.simulation;

import com.google.protobuf.ByteString;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataEntry;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRead;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.RangeQueryInfo;
import uz.muhr.network.devnet.ledger.StateEntry;
import uz.muhr.network.devnet.ledger.StateKey;

/**
 * Collects what a transaction read and wrote. Each key appears once, the last write counts, and all is sorted by key, so
 * that the bytes do not depend on the order of equal requests.
 */
final class ReadWriteSet {
    private final Map<String, Namespace> namespaces = new TreeMap<>(StateKey.UTF8_ORDER);

    private static final class Namespace {
        private final NavigableMap<String, KVRead> reads = new TreeMap<>(StateKey.UTF8_ORDER);
        private final NavigableMap<String, KVWrite> writes = new TreeMap<>(StateKey.UTF8_ORDER);
        private final NavigableMap<String, KVMetadataWrite> metadata = new TreeMap<>(StateKey.UTF8_ORDER);
        private final Map<List<Object>, RangeQueryInfo> ranges = new LinkedHashMap<>();
    }

    private Namespace namespace(String name) {
        return namespaces.computeIfAbsent(name, absent -> new Namespace());
    }

    static KVRead read(String key, Optional<StateEntry> entry) {
        KVRead.Builder read = KVRead.newBuilder().setKey(key);
        entry.ifPresent(found -> read.setVersion(found.version().toProto()));
        return read.build();
    }

    void addRead(StateKey key, Optional<StateEntry> entry) {
        namespace(key.namespace()).reads.put(key.key(), read(key.key(), entry));
    }

    /** An empty value is a deletion. */
    void addWrite(StateKey key, ByteString value) {
        namespace(key.namespace())
                .writes
                .put(
                        key.key(),
                        KVWrite.newBuilder()
                                .setKey(key.key())
                                .setIsDelete(value.isEmpty())
                                .setValue(value)
                                .build());
    }

    void addMetadata(StateKey key, String name, ByteString value) {
        namespace(key.namespace())
                .metadata
                .put(
                        key.key(),
                        KVMetadataWrite.newBuilder()
                                .setKey(key.key())
                                .addEntries(KVMetadataEntry.newBuilder()
                                        .setName(name)
                                        .setValue(value))
                                .build());
    }

    /** The first of equal ranges counts. */
    void addRange(String namespace, RangeQueryInfo range) {
        namespace(namespace)
                .ranges
                .putIfAbsent(List.of(range.getStartKey(), range.getEndKey(), range.getItrExhausted()), range);
    }

    /** The keys whose value or metadata is written. */
    Set<StateKey> writtenKeys() {
        Set<StateKey> keys = new TreeSet<>();
        namespaces.forEach((name, namespace) -> {
            namespace.writes.keySet().forEach(key -> keys.add(new StateKey(name, key)));
            namespace.metadata.keySet().forEach(key -> keys.add(new StateKey(name, key)));
        });
        return keys;
    }

    ByteString toBytes() {
        TxReadWriteSet.Builder all = TxReadWriteSet.newBuilder().setDataModel(TxReadWriteSet.DataModel.KV);
        namespaces.forEach((name, namespace) -> all.addNsRwset(NsReadWriteSet.newBuilder()
                .setNamespace(name)
                .setRwset(KVRWSet.newBuilder()
                        .addAllReads(namespace.reads.values())
                        .addAllRangeQueriesInfo(namespace.ranges.values())
                        .addAllWrites(namespace.writes.values())
                        .addAllMetadataWrites(namespace.metadata.values())
                        .build()
                        .toByteString())));
        return all.build().toByteString();
    }
}
