package uz.muhr.proof.block;

import com.google.protobuf.ByteString;
import java.util.List;
import org.hyperledger.fabric.protos.common.Block;
import uz.muhr.proof.check.Check;
import uz.muhr.proof.check.Checks;
import uz.muhr.proof.message.Digest;
import uz.muhr.proof.message.OneForm;

/**
 * A block's header and data, which belong together. Who signed it is asked of {@link #ordererMetadata}; the rest of its
 * metadata is each peer's own and has no place in a proof.
 */
public final class OrderedBlock {
    private final Block block;
    private final ByteString headerText;

    private OrderedBlock(Block block) {
        this.block = block;
        this.headerText = BlockHeaderText.of(block.getHeader());
    }

    /**
     * Reads a block that carries its orderers' signatures and no other metadata.
     *
     * @param bytes of a {@code common.Block}
     */
    public static OrderedBlock signed(ByteString bytes, Checks checks) {
        return read(bytes, 1, checks);
    }

    /** Reads a block that is known by its hash and carries no metadata. */
    public static OrderedBlock pinned(ByteString bytes, Checks checks) {
        return read(bytes, 0, checks);
    }

    private static OrderedBlock read(ByteString bytes, int metadata, Checks checks) {
        Block block = new OneForm(checks, Check.BLOCK_FORM).read(Block.parser(), bytes, "a block");
        checks.require(
                Check.BLOCK_FORM,
                block.getMetadata().getMetadataCount() == metadata
                        && block.getHeader().getNumber() >= 0
                        && block.getData().getDataCount() > 0,
                () -> "A block has to have data and " + metadata + " entries of metadata; it has "
                        + block.getData().getDataCount() + " and "
                        + block.getMetadata().getMetadataCount() + ".");
        ByteString found = ByteString.copyFrom(Digest.of(block.getData().getDataList()));
        checks.require(
                Check.BLOCK_DATA,
                found.equals(block.getHeader().getDataHash()),
                () -> "The data of block " + block.getHeader().getNumber() + " is not what its header names.");
        return new OrderedBlock(block);
    }

    public long number() {
        return block.getHeader().getNumber();
    }

    /** SHA-256 of the header, 64 digits: what the next block names, and what a trust file pins. */
    public String headerHash() {
        return Digest.hex(ByteString.copyFrom(Digest.of(headerText)));
    }

    /** The transactions' envelopes, in order. */
    public List<ByteString> data() {
        return block.getData().getDataList();
    }

    ByteString headerText() {
        return headerText;
    }

    /** What the orderers added and signed. */
    public OrdererMetadata ordererMetadata(Checks checks) {
        return OrdererMetadata.read(this, block.getMetadata().getMetadata(0), checks);
    }
}
