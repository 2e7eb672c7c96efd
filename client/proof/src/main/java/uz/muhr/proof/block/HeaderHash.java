package uz.muhr.proof.block;

import com.google.protobuf.ByteString;
import org.hyperledger.fabric.protos.common.BlockHeader;
import uz.muhr.proof.message.Digest;

/** The hash of a header of which no more is at hand than what is hashed. */
public final class HeaderHash {
    private HeaderHash() {}

    /**
     * The hash by which the next block names it, 32 bytes.
     *
     * @param previous the hash of the header before, 32 bytes
     * @param data the hash of the block's data, 32 bytes
     */
    public static ByteString of(long number, ByteString previous, ByteString data) {
        return ByteString.copyFrom(Digest.of(BlockHeaderText.of(BlockHeader.newBuilder()
                .setNumber(number)
                .setPreviousHash(previous)
                .setDataHash(data)
                .build())));
    }
}
