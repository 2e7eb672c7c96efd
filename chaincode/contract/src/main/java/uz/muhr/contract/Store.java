package uz.muhr.contract;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.hyperledger.fabric.protos.peer.StateMetadata;
import org.hyperledger.fabric.protos.peer.WriteRecord;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.hyperledger.fabric.shim.ledger.CompositeKey;
import org.hyperledger.fabric.shim.ledger.KeyValue;
import org.hyperledger.fabric.shim.ledger.QueryResultsIterator;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

/**
 * The peer's state in one transaction, as texts under composite keys: the letter of the kind, then the parts. A transaction
 * never sees its own writes, so what it read once it need not ask again, and what it writes is sent at its end.
 *
 * <p>Many keys go to the peer in their order: it looks each of them up in its database, where neighbours lie together.
 */
final class Store {
    /** An index entry says all with its key; a value of no bytes would be a deletion. */
    private static final ByteString NOTHING = ByteString.copyFrom(new byte[] {0});

    private static final String POLICY = "VALIDATION_PARAMETER";

    private final ChaincodeStub stub;
    private final ManyKeys keys;
    private final Map<String, ByteString> read = new HashMap<>();
    private final List<WriteRecord> writes = new ArrayList<>();

    Store(ChaincodeStub stub) {
        this.stub = stub;
        this.keys = ManyKeys.of(stub);
    }

    /** Reads, in one message where the peer takes one, what will be asked for. */
    void fetch(Collection<String> wanted) {
        List<String> missing = wanted.stream()
                .distinct()
                .filter(key -> !read.containsKey(key))
                .sorted()
                .toList();
        if (!missing.isEmpty()) {
            List<ByteString> values = keys.read(missing);
            for (int i = 0; i < missing.size(); i++) {
                read.put(missing.get(i), values.get(i));
            }
        }
    }

    <T> Optional<T> get(Function<String, T> parser, String key) {
        fetch(List.of(key));
        ByteString value = Objects.requireNonNull(read.get(key));
        return value.isEmpty() ? Optional.empty() : Optional.of(stored(parser, value.toStringUtf8()));
    }

    /** The values of all keys that begin with one part. */
    <T> List<T> values(Function<String, T> parser, String kind, String part) {
        return entries(kind, part, Integer.MAX_VALUE).stream()
                .map(entry -> stored(parser, entry.getStringValue()))
                .toList();
    }

    /** The second parts of all keys that begin with one part, at most so many. */
    <T> List<T> names(Function<String, T> parser, String kind, String part, int most) {
        return entries(kind, part, most).stream()
                .map(entry -> stored(
                        parser,
                        stub.splitCompositeKey(entry.getKey()).getAttributes().get(1)))
                .toList();
    }

    void put(String key, String value) {
        put(key, ByteString.copyFromUtf8(value));
    }

    /** An index entry, which says all with its key. */
    void mark(String key) {
        put(key, NOTHING);
    }

    void protect(String key, ByteString policy) {
        writes.add(WriteRecord.newBuilder()
                .setType(WriteRecord.Type.PUT_STATE_METADATA)
                .setKey(key)
                .setMetadata(StateMetadata.newBuilder().setMetakey(POLICY).setValue(policy))
                .build());
    }

    /** Sends the peer what was put, marked and protected; until then it has none of it. */
    void flush() {
        if (!writes.isEmpty()) {
            writes.sort(Comparator.comparing(WriteRecord::getKey));
            keys.write(writes);
            writes.clear();
        }
    }

    private void put(String key, ByteString value) {
        writes.add(WriteRecord.newBuilder()
                .setType(WriteRecord.Type.PUT_STATE)
                .setKey(key)
                .setValue(value)
                .build());
    }

    private List<KeyValue> entries(String kind, String part, int most) {
        List<KeyValue> found = new ArrayList<>();
        try (QueryResultsIterator<KeyValue> entries =
                stub.getStateByPartialCompositeKey(new CompositeKey(kind, part))) {
            for (KeyValue entry : entries) {
                if (found.size() == most) {
                    break;
                }
                found.add(entry);
            }
            return found;
        } catch (Exception e) {
            throw new IllegalStateException("A range of the ledger could not be read.", e);
        }
    }

    /** To a parser any text is an argument; what the ledger holds is not the caller's fault. */
    private static <T> T stored(Function<String, T> parser, String text) {
        try {
            return parser.apply(text);
        } catch (Refusal refusal) {
            throw new Refusal(
                    ErrorCode.CORRUPT_RECORD, "A record on the ledger cannot be used: " + refusal.sentence(), refusal);
        }
    }

    /** A composite key; the shim looks at every character of it, so in a long list it is made once. */
    static String key(String kind, String... parts) {
        return new CompositeKey(kind, parts).toString();
    }
}
