package uz.muhr.network.devnet.ordering;

import com.google.protobuf.ByteString;
import java.util.List;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockData;
import org.hyperledger.fabric.protos.common.BlockHeader;
import org.hyperledger.fabric.protos.common.BlockMetadata;
import org.hyperledger.fabric.protos.common.Metadata;
import uz.muhr.network.devnet.ledger.BlockHashes;
import uz.muhr.network.devnet.ledger.CommitHash;
import uz.muhr.network.devnet.ledger.Ledger;
import uz.muhr.network.devnet.ledger.ValidatedBlock;
import uz.muhr.network.devnet.validation.BlockValidation;

/** Makes a batch of envelopes the next block: chained, signed, validated and committed. */
public final class BlockMaker {
    private final Ledger ledger;
    private final Consenters consenters;
    private final BlockValidation validation;

    public BlockMaker(Ledger ledger, Consenters consenters, BlockValidation validation) {
        this.ledger = ledger;
        this.consenters = consenters;
        this.validation = validation;
    }

    /** Returns when the block is on the disk. One thread only. */
    public void make(List<ByteString> envelopes) {
        BlockData data = BlockData.newBuilder().addAllData(envelopes).build();
        BlockHeader header = BlockHeader.newBuilder()
                .setNumber(ledger.height())
                .setPreviousHash(ledger.headerHash())
                .setDataHash(BlockHashes.data(data))
                .build();
        BlockValidation.Result result = validation.validate(envelopes);
        ByteString commitHash = CommitHash.next(ledger.commitHash(), result.codes(), result.writes());
        BlockMetadata metadata = BlockMetadata.newBuilder()
                .addMetadata(consenters.sign(header).toByteString())
                .addMetadata(ByteString.EMPTY)
                .addMetadata(ByteString.copyFrom(result.codes()))
                .addMetadata(ByteString.EMPTY)
                .addMetadata(Metadata.newBuilder().setValue(commitHash).build().toByteString())
                .build();
        Block block = Block.newBuilder()
                .setHeader(header)
                .setData(data)
                .setMetadata(metadata)
                .build();
        ledger.commit(new ValidatedBlock(block, result.outcomes(), result.writes()));
    }
}
