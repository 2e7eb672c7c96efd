package uz.muhr.protocol.disclosure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static uz.muhr.protocol.Refusals.assertRefused;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import uz.muhr.protocol.refusal.ErrorCode;

/** The roots are those of Certificate Transparency's reference tree for its eight known leaves. */
final class MerkleTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final List<byte[]> LEAVES = List.of(
                    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
            .stream()
            .map(HEX::parseHex)
            .map(Merkle::leaf)
            .toList();

    private static final List<String> ROOTS = List.of(
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void rootsAreThoseOfCertificateTransparency() {
        for (int count = 1; count <= 8; count++) {
            assertEquals(ROOTS.get(count - 1), HEX.formatHex(Merkle.root(LEAVES.subList(0, count))));
        }
    }

    @Test
    void everyChoiceOfLeavesComesToTheRootWithWhatHidesTheOthers() {
        for (int count = 1; count <= 8; count++) {
            for (int choice = 0; choice < 1 << count; choice++) {
                List<byte[]> leaves = LEAVES.subList(0, count);
                SortedMap<Integer, byte[]> shown = shown(leaves, choice);
                List<byte[]> hidden = Merkle.hidden(leaves, new TreeSet<>(shown.keySet()));
                assertEquals(ROOTS.get(count - 1), HEX.formatHex(Merkle.root(count, shown, hidden)));
            }
        }
    }

    @Test
    void anyLeafOrHiddenPartPutElsewhereComesToAnotherRoot() {
        for (int choice = 1; choice < 1 << 7; choice++) {
            List<byte[]> leaves = LEAVES.subList(0, 7);
            SortedMap<Integer, byte[]> shown = shown(leaves, choice);
            List<byte[]> hidden = Merkle.hidden(leaves, new TreeSet<>(shown.keySet()));
            for (int i = 1; i < hidden.size(); i++) {
                List<byte[]> swapped = new ArrayList<>(hidden);
                swapped.set(i, hidden.get(i - 1));
                swapped.set(i - 1, hidden.get(i));
                assertFalse(Arrays.equals(Merkle.root(leaves), Merkle.root(7, shown, swapped)));
            }
            for (int index : shown.keySet()) {
                SortedMap<Integer, byte[]> other = new TreeMap<>(shown);
                other.put(index, LEAVES.get(7));
                assertFalse(Arrays.equals(Merkle.root(leaves), Merkle.root(7, other, hidden)));
            }
        }
    }

    @Test
    void aHashTooFewOrTooManyIsRefusedByName() {
        List<byte[]> leaves = LEAVES.subList(0, 7);
        SortedMap<Integer, byte[]> shown = shown(leaves, 0b0100100);
        List<byte[]> hidden = Merkle.hidden(leaves, new TreeSet<>(shown.keySet()));
        for (int size = 0; size < hidden.size(); size++) {
            List<byte[]> fewer = hidden.subList(0, size);
            assertRefused(ErrorCode.MALFORMED_ARGUMENT, "HIDDEN_MISSING", () -> Merkle.root(7, shown, fewer));
        }
        List<byte[]> more = new ArrayList<>(hidden);
        more.add(LEAVES.get(0));
        assertRefused(ErrorCode.MALFORMED_ARGUMENT, "HIDDEN_SURPLUS", () -> Merkle.root(7, shown, more));
    }

    @Test
    void anInnerNodeDoesNotPassForALeafNorALeafForANode() {
        byte[] both = new byte[64];
        System.arraycopy(LEAVES.get(0), 0, both, 0, 32);
        System.arraycopy(LEAVES.get(1), 0, both, 32, 32);
        assertFalse(Arrays.equals(Merkle.root(LEAVES.subList(0, 2)), Merkle.leaf(both)));
        assertArrayEquals(LEAVES.get(0), Merkle.root(LEAVES.subList(0, 1)));
    }

    private static SortedMap<Integer, byte[]> shown(List<byte[]> leaves, int choice) {
        SortedMap<Integer, byte[]> shown = new TreeMap<>();
        for (int i = 0; i < leaves.size(); i++) {
            if ((choice >> i & 1) == 1) {
                shown.put(i, leaves.get(i));
            }
        }
        return shown;
    }
}
