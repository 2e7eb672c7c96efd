package uz.muhr.client.fabric;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongFunction;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockMetadata;
import org.hyperledger.fabric.protos.common.BlockMetadataIndex;
import org.hyperledger.fabric.protos.common.ConfigEnvelope;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Metadata;
import org.hyperledger.fabric.protos.common.OrdererBlockMetadata;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.msp.FabricMSPConfig;
import org.hyperledger.fabric.protos.msp.MSPConfig;
import uz.muhr.protocol.identifier.MspId;

/** A block as it stands in a proof: without what is the peer's own word. */
final class ProofBlock {
    private ProofBlock() {}

    /** With the orderers' signatures. */
    static ByteString signed(Block block) {
        return block.toBuilder()
                .setMetadata(BlockMetadata.newBuilder().addMetadata(signatures(block)))
                .build()
                .toByteString();
    }

    /** As it is known by its hash. */
    static ByteString pinned(Block block) {
        return block.toBuilder().clearMetadata().build().toByteString();
    }

    /**
     * The number of the configuration's block that was in force, as the orderers signed it.
     *
     * @throws LedgerUnavailableException when the block does not say
     */
    static long configuration(Block block) {
        try {
            return OrdererBlockMetadata.parseFrom(
                            Metadata.parseFrom(signatures(block)).getValue())
                    .getLastConfig()
                    .getIndex();
        } catch (InvalidProtocolBufferException e) {
            throw Failures.notUnderstood(e);
        }
    }

    /** The blocks of all configurations after the first, oldest first. Each block names the one in force. */
    static List<ByteString> configurations(long height, LongFunction<Block> blocks) {
        List<ByteString> found = new ArrayList<>();
        long number = configuration(blocks.apply(height - 1));
        while (number > 0) {
            found.add(0, signed(blocks.apply(number)));
            number = configuration(blocks.apply(number - 1));
        }
        return found;
    }

    /** The application organisations of a configuration block. */
    static Set<MspId> organisations(Block block) {
        try {
            Payload payload = Payload.parseFrom(
                    Envelope.parseFrom(block.getData().getData(0)).getPayload());
            Set<MspId> organisations = new HashSet<>();
            for (ConfigGroup group : ConfigEnvelope.parseFrom(payload.getData())
                    .getConfig()
                    .getChannelGroup()
                    .getGroupsOrDefault("Application", ConfigGroup.getDefaultInstance())
                    .getGroupsMap()
                    .values()) {
                MSPConfig msp =
                        MSPConfig.parseFrom(group.getValuesOrThrow("MSP").getValue());
                organisations.add(
                        new MspId(FabricMSPConfig.parseFrom(msp.getConfig()).getName()));
            }
            return organisations;
        } catch (InvalidProtocolBufferException e) {
            throw Failures.notUnderstood(e);
        }
    }

    private static ByteString signatures(Block block) {
        return block.getMetadata().getMetadata(BlockMetadataIndex.SIGNATURES_VALUE);
    }
}
