package uz.muhr.contract;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.hyperledger.fabric.shim.ledger.CompositeKey;
import org.jspecify.annotations.Nullable;

/** What is committed: keys in the order of their UTF-8 bytes, as LevelDB keeps them, their values and policies. */
final class WorldState {
    private static final Comparator<String> BY_UTF8_BYTES =
            (a, b) -> Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));

    private final NavigableMap<String, byte[]> values = new TreeMap<>(BY_UTF8_BYTES);
    private final Map<String, byte[]> policies = new LinkedHashMap<>();

    /** What reading throws from now on; null while the peer answers. */
    private @Nullable String fault;

    void breakDown(String message) {
        fault = message;
    }

    void commit(Map<String, byte[]> writes, Map<String, byte[]> newPolicies) {
        values.putAll(writes);
        policies.putAll(newPolicies);
    }

    /** As a peer answers: no bytes for a key that is not there. */
    byte[] value(String key) {
        if (fault != null) {
            throw new IllegalStateException(fault);
        }
        return values.getOrDefault(key, new byte[0]);
    }

    /** The committed keys and values from a key, inclusive, to another, exclusive. */
    NavigableMap<String, byte[]> range(String from, String to) {
        return values.subMap(from, true, to, false);
    }

    /** The text under a composite key. */
    Optional<String> text(String kind, String... parts) {
        byte[] value = value(key(kind, parts));
        return value.length == 0 ? Optional.empty() : Optional.of(new String(value, StandardCharsets.UTF_8));
    }

    /** Writes past the contracts, for states that they would not make. */
    void tamper(String text, String kind, String... parts) {
        values.put(key(kind, parts), text.getBytes(StandardCharsets.UTF_8));
    }

    Optional<byte[]> policy(String kind, String... parts) {
        return Optional.ofNullable(policies.get(key(kind, parts)));
    }

    static String key(String kind, String... parts) {
        return new CompositeKey(kind, parts).toString();
    }
}
