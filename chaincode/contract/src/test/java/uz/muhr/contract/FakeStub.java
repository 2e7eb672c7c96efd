package uz.muhr.contract;

import com.google.protobuf.ByteString;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.hyperledger.fabric.shim.ledger.CompositeKey;
import org.hyperledger.fabric.shim.ledger.KeyValue;
import org.hyperledger.fabric.shim.ledger.QueryResultsIterator;

/**
 * The peer's side of one transaction, in memory: reads give what is committed, never the transaction's own writes, and
 * every message that would go to a peer is counted. What the contracts do not use throws.
 */
public final class FakeStub implements InvocationHandler {
    private final WorldState committed;
    private final byte[] creator;
    private final Instant timestamp;
    private final String transaction;
    private final List<byte[]> arguments;

    final Map<String, byte[]> writes = new LinkedHashMap<>();
    final Map<String, byte[]> policies = new LinkedHashMap<>();

    /** The keys that were read, which a peer compares with what is committed by then. */
    final Set<String> reads = new TreeSet<>();

    /** How often each kind of message went to the peer. */
    final Map<String, Integer> messages = new TreeMap<>();

    FakeStub(WorldState committed, byte[] creator, Instant timestamp, String transaction, List<byte[]> arguments) {
        this.committed = committed;
        this.creator = creator;
        this.timestamp = timestamp;
        this.transaction = transaction;
        this.arguments = arguments;
    }

    /** Of nobody, who calls nothing. */
    static FakeStub idle() {
        return new FakeStub(new WorldState(), new byte[0], Instant.EPOCH, "", List.of());
    }

    /** Keys with what is written under them, in the order of writing: values first, then policies. */
    List<String> written() {
        List<String> all = new ArrayList<>();
        writes.forEach((key, value) -> all.add(key + HexFormat.of().formatHex(value)));
        policies.forEach((key, policy) -> all.add(key + HexFormat.of().formatHex(policy)));
        return all;
    }

    ChaincodeStub stub() {
        return (ChaincodeStub)
                Proxy.newProxyInstance(FakeStub.class.getClassLoader(), new Class<?>[] {ChaincodeStub.class}, this);
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] given) throws Throwable {
        Method supported;
        try {
            supported = FakeStub.class.getMethod(method.getName(), method.getParameterTypes());
        } catch (NoSuchMethodException e) {
            throw new UnsupportedOperationException("The contracts do not use " + method.getName() + ".", e);
        }
        try {
            return supported.invoke(this, given);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    public List<byte[]> getArgs() {
        return arguments;
    }

    public List<String> getStringArgs() {
        return arguments.stream()
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .toList();
    }

    public String getFunction() {
        return getStringArgs().get(0);
    }

    public List<String> getParameters() {
        return getStringArgs().stream().skip(1).toList();
    }

    public String getTxId() {
        return transaction;
    }

    public byte[] getCreator() {
        return creator;
    }

    public Instant getTxTimestamp() {
        return timestamp;
    }

    public byte[] getState(String key) {
        count("GET_STATE");
        reads.add(key);
        return committed.value(key);
    }

    public void putState(String key, byte[] value) {
        count("PUT_STATE");
        if (value.length == 0) {
            throw new IllegalArgumentException("A value of no bytes deletes the key.");
        }
        writes.put(key, value);
    }

    public void setStateValidationParameter(String key, byte[] policy) {
        count("PUT_STATE_METADATA");
        policies.put(key, policy);
    }

    public QueryResultsIterator<KeyValue> getStateByPartialCompositeKey(CompositeKey key) {
        count("GET_STATE_BY_RANGE");
        return results(committed.range(key.toString(), key + Character.toString(Character.MAX_CODE_POINT)));
    }

    public CompositeKey splitCompositeKey(String key) {
        return CompositeKey.parseCompositeKey(key);
    }

    private void count(String message) {
        messages.merge(message, 1, Integer::sum);
    }

    private record Entry(String getKey, ByteString bytes) implements KeyValue {
        @Override
        public byte[] getValue() {
            return bytes.toByteArray();
        }

        @Override
        public String getStringValue() {
            return bytes.toStringUtf8();
        }
    }

    private static QueryResultsIterator<KeyValue> results(NavigableMap<String, byte[]> found) {
        List<KeyValue> entries = new ArrayList<>();
        found.forEach((key, value) -> entries.add(new Entry(key, ByteString.copyFrom(value))));
        return new QueryResultsIterator<>() {
            @Override
            public Iterator<KeyValue> iterator() {
                return entries.iterator();
            }

            @Override
            public void close() {
                entries.clear();
            }
        };
    }
}
