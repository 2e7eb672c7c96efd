package uz.muhr.network.devnet.genesis;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Timestamp;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockData;
import org.hyperledger.fabric.protos.common.BlockHeader;
import org.hyperledger.fabric.protos.common.BlockMetadata;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Config;
import org.hyperledger.fabric.protos.common.ConfigEnvelope;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.LastConfig;
import org.hyperledger.fabric.protos.common.Metadata;
import org.hyperledger.fabric.protos.common.OrdererBlockMetadata;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import uz.muhr.network.devnet.ledger.BlockHashes;
import uz.muhr.network.devnet.ledger.Outcome;
import uz.muhr.network.devnet.ledger.StateBatch;
import uz.muhr.network.devnet.ledger.ValidatedBlock;
import uz.muhr.network.devnet.msp.NodeKeys;
import uz.muhr.network.devnet.transaction.TransactionIds;

/** Block 0: the channel's configuration. It carries no signature; who verifies the chain pins the hash of its header. */
public final class ConfigBlock {
    private static final int NONCE_BYTES = 24;

    private ConfigBlock() {}

    /** Makes block 0 for the channel of these members. */
    public static ValidatedBlock create(String channel, List<NodeKeys> members, Instant now) {
        byte[] nonce = new byte[NONCE_BYTES];
        new SecureRandom().nextBytes(nonce);
        SignatureHeader signatureHeader = SignatureHeader.newBuilder()
                .setNonce(ByteString.copyFrom(nonce))
                .build();
        String transactionId = TransactionIds.of(signatureHeader);
        ChannelHeader channelHeader = ChannelHeader.newBuilder()
                .setType(HeaderType.CONFIG_VALUE)
                .setVersion(1)
                .setTimestamp(Timestamp.newBuilder().setSeconds(now.getEpochSecond()))
                .setChannelId(channel)
                .setTxId(transactionId)
                .build();
        Payload payload = Payload.newBuilder()
                .setHeader(Header.newBuilder()
                        .setChannelHeader(channelHeader.toByteString())
                        .setSignatureHeader(signatureHeader.toByteString()))
                .setData(ConfigEnvelope.newBuilder()
                        .setConfig(ChannelConfig.of(members))
                        .build()
                        .toByteString())
                .build();
        BlockData data = BlockData.newBuilder()
                .addData(Envelope.newBuilder()
                        .setPayload(payload.toByteString())
                        .build()
                        .toByteString())
                .build();
        Block block = Block.newBuilder()
                .setHeader(BlockHeader.newBuilder().setDataHash(BlockHashes.data(data)))
                .setData(data)
                .setMetadata(metadata())
                .build();
        return new ValidatedBlock(block, List.of(new Outcome(transactionId, TxValidationCode.VALID)), new StateBatch());
    }

    private static BlockMetadata metadata() {
        Metadata unsigned = Metadata.newBuilder()
                .setValue(OrdererBlockMetadata.newBuilder()
                        .setLastConfig(LastConfig.getDefaultInstance())
                        .build()
                        .toByteString())
                .build();
        return BlockMetadata.newBuilder()
                .addMetadata(unsigned.toByteString())
                .addMetadata(ByteString.EMPTY)
                .addMetadata(ByteString.copyFrom(new byte[] {0}))
                .addMetadata(ByteString.EMPTY)
                .addMetadata(ByteString.EMPTY)
                .build();
    }

    /** Fails when the ledger was begun for another channel or with other certificates than the folder now holds. */
    public static void requireSame(Block genesis, String channel, List<NodeKeys> members) {
        try {
            Payload payload = Payload.parseFrom(
                    Envelope.parseFrom(genesis.getData().getData(0)).getPayload());
            String named = ChannelHeader.parseFrom(payload.getHeader().getChannelHeader())
                    .getChannelId();
            Config config = ConfigEnvelope.parseFrom(payload.getData()).getConfig();
            if (!named.equals(channel) || !config.equals(ChannelConfig.of(members))) {
                throw new IllegalStateException("The ledger was begun by other organisations or for another channel ("
                        + named + "): restore their identities, or delete the devnet's folder to begin a new ledger.");
            }
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("The ledger's first block cannot be read: the file is damaged.", e);
        }
    }
}
