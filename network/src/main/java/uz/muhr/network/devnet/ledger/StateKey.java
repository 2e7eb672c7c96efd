package uz.muhr.network.devnet.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;

/** A key of the world state. Order is by namespace, then key, each by UTF-8 bytes as Go and LevelDB order strings. */
public record StateKey(String namespace, String key) implements Comparable<StateKey> {
    /** Orders strings by their UTF-8 bytes, which String.compareTo does not do beyond the basic plane. */
    public static final Comparator<String> UTF8_ORDER = (a, b) -> Arrays.compareUnsigned(utf8(a), utf8(b));

    @Override
    public int compareTo(StateKey other) {
        return Arrays.compareUnsigned(encoded(), other.encoded());
    }

    /** Namespace, a zero byte, key. A namespace holds no zero byte; a composite key begins with one. */
    byte[] encoded() {
        return utf8(namespace + '\0' + key);
    }

    static StateKey decode(byte[] encoded) {
        String joined = new String(encoded, StandardCharsets.UTF_8);
        int separator = joined.indexOf('\0');
        return new StateKey(joined.substring(0, separator), joined.substring(separator + 1));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
