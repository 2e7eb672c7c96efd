package uz.muhr.contract;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.hyperledger.fabric.shim.ledger.CompositeKey;
import org.hyperledger.fabric.shim.ledger.KeyValue;
import org.hyperledger.fabric.shim.ledger.QueryResultsIterator;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

/**
 * The peer's state in one transaction, as texts under composite keys: the letter of the kind, then the parts. A transaction
 * never sees its own writes, so what it read once it need not ask again.
 */
final class Store {
    /** An index entry says all with its key; a value of no bytes would be a deletion. */
    private static final byte[] NOTHING = {0};

    private final ChaincodeStub stub;
    private final Map<String, byte[]> read = new HashMap<>();

    Store(ChaincodeStub stub) {
        this.stub = stub;
    }

    <T> Optional<T> get(Function<String, T> parser, String kind, String... parts) {
        byte[] value = read.computeIfAbsent(key(kind, parts), this::state);
        if (value.length == 0) {
            return Optional.empty();
        }
        return Optional.of(stored(parser, new String(value, StandardCharsets.UTF_8)));
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

    void put(String value, String kind, String... parts) {
        stub.putState(key(kind, parts), value.getBytes(StandardCharsets.UTF_8));
    }

    /** An index entry, which says all with its key. */
    void mark(String kind, String... parts) {
        stub.putState(key(kind, parts), NOTHING);
    }

    void protect(byte[] policy, String kind, String... parts) {
        stub.setStateValidationParameter(key(kind, parts), policy);
    }

    private byte[] state(String key) {
        byte[] value = stub.getState(key);
        return value == null ? new byte[0] : value;
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

    private static String key(String kind, String... parts) {
        return new CompositeKey(kind, parts).toString();
    }
}
