package uz.muhr.protocol.disclosure;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import uz.muhr.protocol.hash.DomainHash;

/**
 * The tree of RFC 6962 section 2.1: a leaf is hashed after the byte 00 and an inner node after 01, so that neither passes
 * for the other; the left side holds the largest power of two of leaves that leaves some for the right.
 */
final class Merkle {
    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private Merkle() {}

    static byte[] leaf(byte[] data) {
        MessageDigest sha256 = DomainHash.sha256();
        sha256.update(LEAF);
        return sha256.digest(data);
    }

    /** The root over at least one leaf. */
    static byte[] root(List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return leaves.get(0);
        }
        int left = left(leaves.size());
        return node(root(leaves.subList(0, left)), root(leaves.subList(left, leaves.size())));
    }

    /**
     * What the chosen leaves lack to come to the root.
     *
     * @param chosen indices of leaves
     * @return from left to right, the roots of the largest parts of the tree that hold none of the chosen
     */
    static List<byte[]> hidden(List<byte[]> leaves, SortedSet<Integer> chosen) {
        List<byte[]> hidden = new ArrayList<>();
        hide(leaves, 0, chosen, hidden);
        return hidden;
    }

    private static void hide(List<byte[]> leaves, int first, SortedSet<Integer> chosen, List<byte[]> hidden) {
        if (chosen.subSet(first, first + leaves.size()).isEmpty()) {
            hidden.add(root(leaves));
        } else if (leaves.size() > 1) {
            int left = left(leaves.size());
            hide(leaves.subList(0, left), first, chosen, hidden);
            hide(leaves.subList(left, leaves.size()), first + left, chosen, hidden);
        }
    }

    /**
     * The root that shown leaves and what hides the others come to.
     *
     * @param count of all leaves
     * @param shown leaves by their index, each below the count
     * @throws uz.muhr.protocol.refusal.Refusal by the rules HIDDEN_MISSING and HIDDEN_SURPLUS
     */
    static byte[] root(int count, SortedMap<Integer, byte[]> shown, List<byte[]> hidden) {
        Iterator<byte[]> rest = hidden.iterator();
        byte[] root = fold(0, count, shown, rest);
        if (rest.hasNext()) {
            throw DisclosureRule.HIDDEN_SURPLUS.broken(
                    "it holds more hashes of hidden fields than the tree has room for");
        }
        return root;
    }

    private static byte[] fold(int first, int count, SortedMap<Integer, byte[]> shown, Iterator<byte[]> hidden) {
        SortedMap<Integer, byte[]> within = shown.subMap(first, first + count);
        if (within.isEmpty()) {
            if (!hidden.hasNext()) {
                throw DisclosureRule.HIDDEN_MISSING.broken("it lacks hashes of hidden fields");
            }
            return hidden.next();
        }
        if (count == 1) {
            return within.values().iterator().next();
        }
        int left = left(count);
        byte[] one = fold(first, left, within, hidden);
        return node(one, fold(first + left, count - left, within, hidden));
    }

    private static byte[] node(byte[] left, byte[] right) {
        MessageDigest sha256 = DomainHash.sha256();
        sha256.update(NODE);
        sha256.update(left);
        return sha256.digest(right);
    }

    private static int left(int count) {
        return Integer.highestOneBit(count - 1);
    }
}
