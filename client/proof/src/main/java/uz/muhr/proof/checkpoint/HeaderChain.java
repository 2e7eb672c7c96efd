package uz.muhr.proof.checkpoint;

import com.google.protobuf.ByteString;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import uz.muhr.proof.block.HeaderHash;
import uz.muhr.proof.block.OrderedBlock;
import uz.muhr.proof.message.Digest;
import uz.muhr.proof.witness.WitnessCheck;
import uz.muhr.proof.witness.WitnessChecks;

/**
 * The headers after a block. Of each only the hash of its data is carried: its number is one more, and what it names as the
 * one before is computed.
 */
public final class HeaderChain {
    /** How many headers a bundle may carry: 320 kB, and some 427 kB as base64. */
    public static final int MOST_HEADERS = 10_000;

    private static final int HASH_BYTES = 32;

    private final SortedMap<Long, String> hashes = new TreeMap<>();

    private HeaderChain() {}

    /**
     * Computes the hashes.
     *
     * @param first a block that is known
     * @param headers the hashes of the next blocks' data, one after the other
     */
    static HeaderChain after(OrderedBlock first, ByteString headers, WitnessChecks checks) {
        checks.require(
                WitnessCheck.HEADERS_FORM,
                headers.size() % HASH_BYTES == 0 && count(headers) <= MOST_HEADERS,
                () -> "The headers have to be at most " + MOST_HEADERS + " hashes of " + HASH_BYTES
                        + " bytes; they are " + headers.size() + " bytes.");
        HeaderChain chain = new HeaderChain();
        ByteString hash = ByteString.copyFrom(HexFormat.of().parseHex(first.headerHash()));
        chain.hashes.put(first.number(), first.headerHash());
        for (int i = 0; i < count(headers); i++) {
            long number = first.number() + 1 + i;
            hash = HeaderHash.of(number, hash, headers.substring(i * HASH_BYTES, (i + 1) * HASH_BYTES));
            chain.hashes.put(number, Digest.hex(hash));
        }
        return chain;
    }

    static int count(ByteString headers) {
        return headers.size() / HASH_BYTES;
    }

    /** Goes on only when the blocks that are known and lie within are part of it. */
    void requireHolds(Map<Long, OrderedBlock> known, WitnessChecks checks) {
        known.forEach((number, block) -> {
            String computed = hashes.getOrDefault(number, block.headerHash());
            checks.require(
                    WitnessCheck.HEADERS_LINKED,
                    computed.equals(block.headerHash()),
                    () -> "By the headers, block " + number + " has to be " + computed + "; in the bundle it is "
                            + block.headerHash() + ".");
        });
    }

    /** Goes on only when it comes to the checkpoint. */
    void requireReaches(Checkpoint checkpoint, WitnessChecks checks) {
        String computed = hashes.getOrDefault(checkpoint.block(), "");
        checks.require(
                WitnessCheck.CHECKPOINT_REACHED,
                "those who cosigned",
                computed.equals(checkpoint.hash()),
                () -> computed.isEmpty()
                        ? "The headers have to come to block " + checkpoint.block() + "; they end with block "
                                + hashes.lastKey() + "."
                        : "By the headers, block " + checkpoint.block() + " is " + computed
                                + "; by the checkpoint it is " + checkpoint.hash() + ".");
    }
}
