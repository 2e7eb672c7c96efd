package uz.muhr.network.devnet.simulation;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataEntry;
import org.hyperledger.fabric.protos.peer.QueryResponse;
import org.jspecify.annotations.Nullable;
import uz.muhr.network.devnet.ledger.Snapshot;
import uz.muhr.network.devnet.ledger.StateEntry;
import uz.muhr.network.devnet.ledger.StateKey;
import uz.muhr.network.devnet.policy.ChaincodeDefinition;

/**
 * One execution of the chaincode by one organisation. It reads the snapshot only: the transaction's own writes are not
 * seen by its reads. One thread at a time.
 */
public final class Simulation implements AutoCloseable {
    private final String transactionId;
    private final String namespace;
    private final Snapshot snapshot;
    private final ReadWriteSet set = new ReadWriteSet();
    private final List<RangeQuery> ranges = new ArrayList<>();
    private final Map<String, RangeQuery> open = new HashMap<>();
    private boolean wrote;
    private boolean paged;
    private boolean closed;

    /** Begins with the read that every simulation begins with: the sequence of the chaincode's definition. */
    public Simulation(String transactionId, ChaincodeDefinition definition, Snapshot snapshot) {
        this.transactionId = transactionId;
        this.namespace = definition.name();
        this.snapshot = snapshot;
        read(new StateKey(ChaincodeDefinition.LIFECYCLE, definition.sequenceKey()));
    }

    private StateKey key(String key) {
        return new StateKey(namespace, key);
    }

    private Optional<StateEntry> read(StateKey key) {
        Optional<StateEntry> entry = snapshot.get(key);
        set.addRead(key, entry);
        return entry;
    }

    /** The committed value, empty when there is none. */
    synchronized ByteString get(String key) throws SimulationException {
        requireOpen();
        return read(key(key)).map(StateEntry::value).orElse(ByteString.EMPTY);
    }

    /** The key's metadata; a read of the key like any other. */
    synchronized List<KVMetadataEntry> metadata(String key) throws SimulationException {
        requireOpen();
        return read(key(key)).map(StateEntry::metadataEntries).orElse(List.of());
    }

    /** Writes a value; an empty one deletes the key. */
    synchronized void put(String key, ByteString value) throws SimulationException {
        requireWritable();
        set.addWrite(key(key), value);
    }

    synchronized void putMetadata(String key, String name, ByteString value) throws SimulationException {
        requireWritable();
        set.addMetadata(key(key), name, value);
    }

    /** Opens a range and answers its first batch; a page size above 0 makes it one page. */
    synchronized QueryResponse openRange(String start, String end, int pageSize) throws SimulationException {
        requireOpen();
        if (pageSize > 0) {
            if (wrote) {
                throw new SimulationException("txid [" + transactionId + "]: unsuppored transaction. Paginated queries"
                        + " are supported only in a read-only transaction");
            }
            paged = true;
        }
        String id = UUID.randomUUID().toString();
        RangeQuery range = new RangeQuery(id, namespace, start, end, pageSize, snapshot.range(namespace, start, end));
        ranges.add(range);
        return batch(id, range);
    }

    /** The next batch of an open range. */
    synchronized QueryResponse nextOfRange(String id) throws SimulationException {
        requireOpen();
        @Nullable RangeQuery range = open.get(id);
        if (range == null) {
            throw new SimulationException("query iterator not found");
        }
        return batch(id, range);
    }

    private QueryResponse batch(String id, RangeQuery range) {
        QueryResponse response = range.next();
        if (response.getHasMore()) {
            open.put(id, range);
        } else {
            open.remove(id);
        }
        return response;
    }

    /** Closing what is closed already is no error: the shim does so at the end of every range. */
    synchronized void closeRange(String id) {
        open.remove(id);
    }

    private void requireWritable() throws SimulationException {
        requireOpen();
        if (paged) {
            throw new SimulationException(
                    "txid [" + transactionId + "]: unsuppored transaction. Transaction has already"
                            + " performed a paginated query. Writes are not allowed");
        }
        wrote = true;
    }

    private void requireOpen() throws SimulationException {
        if (closed) {
            throw new SimulationException("no ledger context");
        }
    }

    /** The read/write set and the policies its written keys are under. Call it once, when the chaincode has completed. */
    public synchronized SimulationResult result() {
        for (RangeQuery range : ranges) {
            set.addRange(namespace, range.info());
        }
        List<ByteString> keyPolicies = new ArrayList<>();
        boolean chaincodePolicy = set.writtenKeys().isEmpty();
        for (StateKey key : set.writtenKeys()) {
            ByteString policy = snapshot.get(key).map(StateEntry::policy).orElse(ByteString.EMPTY);
            if (policy.isEmpty()) {
                chaincodePolicy = true;
            } else {
                keyPolicies.add(policy);
            }
        }
        return new SimulationResult(
                set.toBytes(), keyPolicies.stream().distinct().toList(), chaincodePolicy);
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            snapshot.close();
        }
    }
}
