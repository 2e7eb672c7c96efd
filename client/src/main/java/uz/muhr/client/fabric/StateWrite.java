package uz.muhr.client.fabric;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One key that a valid transaction of our chaincode wrote.
 *
 * @param transaction the turn of the transaction in its block, from 0
 * @param kind the letter that the key begins with, which says what is kept under it
 * @param parts what follows the letter
 * @param value the text that is kept; empty when the key was deleted
 */
public record StateWrite(int transaction, String kind, List<String> parts, String value) {
    static final char SEPARATOR = '\0';

    /** Whether the key has the form of ours: a separator, then parts that each end with one. */
    static boolean isComposite(String key) {
        return key.length() > 2 && key.charAt(0) == SEPARATOR && key.charAt(key.length() - 1) == SEPARATOR;
    }

    /** As Fabric's shim writes a composite key. */
    static StateWrite of(int transaction, String compositeKey, byte[] value) {
        List<String> all =
                List.of(compositeKey.substring(1, compositeKey.length() - 1).split(String.valueOf(SEPARATOR), -1));
        return new StateWrite(
                transaction,
                all.get(0),
                List.copyOf(all.subList(1, all.size())),
                new String(value, StandardCharsets.UTF_8));
    }
}
