package uz.muhr.network.devnet.ledger;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.hyperledger.fabric.protos.common.BlockHeader;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataEntry;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.Test;

final class EncodingTest {
    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    @Test
    void aVersionIsTwoNumbersEachAfterTheCountOfItsBytes() {
        assertEquals("0000", hex(new Version(0, 0).orderPreserving()));
        assertEquals(
                "01010100",
                hex(new Version(1, 0).orderPreserving())
                        .replace("0100", "010100")
                        .substring(0, 8));
        assertEquals("0201000105", hex(new Version(256, 5).orderPreserving()));
        assertEquals(
                "087fffffffffffffff047fffffff", hex(new Version(Long.MAX_VALUE, Integer.MAX_VALUE).orderPreserving()));
    }

    @Test
    void versionsEncodeInTheirOrder() {
        Random random = new Random(9);
        for (int i = 0; i < 5_000; i++) {
            long a = random.nextLong() >>> (1 + random.nextInt(60));
            long b = random.nextLong() >>> (1 + random.nextInt(60));
            int order =
                    Arrays.compareUnsigned(new Version(a, 0).orderPreserving(), new Version(b, 0).orderPreserving());
            assertEquals(Long.signum(Long.compare(a, b)), Integer.signum(order), "seed 9: " + a + ", " + b);
        }
    }

    @Test
    void entriesAndPlacesAndKeysComeBackAsTheyWere() {
        Random random = new Random(77);
        for (int i = 0; i < 2_000; i++) {
            byte[] value = new byte[1 + random.nextInt(60)];
            random.nextBytes(value);
            ByteString metadata = random.nextBoolean()
                    ? ByteString.EMPTY
                    : StateEntry.metadata(List.of(KVMetadataEntry.newBuilder()
                            .setName(StateEntry.POLICY)
                            .setValue(ByteString.copyFrom(value))
                            .build()));
            StateEntry entry = new StateEntry(
                    ByteString.copyFrom(value), new Version(random.nextLong() >>> 1, random.nextInt() >>> 1), metadata);
            assertEquals(entry, StateEntry.decode(entry.encoded()), "seed 77, round " + i);
            assertEquals(metadata.isEmpty(), entry.policy().isEmpty());
            TransactionPlace place = new TransactionPlace(
                    random.nextLong() >>> 1, random.nextInt() >>> 1, TxValidationCode.MVCC_READ_CONFLICT);
            assertEquals(place, TransactionPlace.decode(place.encoded()));
            String text = random.ints(random.nextInt(9), 0, 0xd7ff)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            StateKey key = new StateKey("name", text);
            assertEquals(key, StateKey.decode(key.encoded()));
        }
    }

    @Test
    void keysAreOrderedAsGoOrdersStrings() {
        List<String> ordered = List.of(
                "", "\u0000a", "A", "a", "a\u0000", "aa", "\u007f", "\u0080", "\ud7ff", "\uff5e", "\ud83d\ude00");
        List<String> shuffled = new ArrayList<>(ordered);
        java.util.Collections.shuffle(shuffled, new Random(1));
        shuffled.sort(StateKey.UTF8_ORDER);
        assertEquals(ordered, shuffled);
        assertTrue(new StateKey("a", "z").compareTo(new StateKey("aa", "a")) < 0);
    }

    @Test
    void aHeaderIsADerSequenceOfANumberAndTwoOctetStrings() {
        BlockHeader header = BlockHeader.newBuilder()
                .setNumber(200)
                .setPreviousHash(ByteString.copyFrom(new byte[] {1, 2}))
                .setDataHash(ByteString.copyFrom(new byte[] {3}))
                .build();
        assertArrayEquals(
                HexFormat.of().parseHex("300b" + "020200c8" + "04020102" + "040103"),
                BlockHashes.der(header).toByteArray());
    }
}
