package uz.muhr.client.fabric;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockMetadataIndex;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.Transaction;
import org.hyperledger.fabric.protos.peer.TransactionAction;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.jspecify.annotations.Nullable;

/** Reads a block as a peer delivers it. What a peer flagged as invalid stands in it and has written nothing. */
final class BlockReading {
    private final String chaincode;

    /** @param chaincode the name under which our chaincode keeps its state */
    BlockReading(String chaincode) {
        this.chaincode = chaincode;
    }

    /**
     * The block in our own words.
     *
     * @throws LedgerUnavailableException when its data is not what its header names, or cannot be read
     */
    LedgerBlock read(Block block) {
        long number = block.getHeader().getNumber();
        List<ByteString> data = block.getData().getDataList();
        if (!BlockHeaderHash.hex(data).equals(hex(block.getHeader().getDataHash()))) {
            throw unreadable(number, "its data is not what its header names", null);
        }
        ByteString flags = block.getMetadata().getMetadataCount() > BlockMetadataIndex.TRANSACTIONS_FILTER_VALUE
                ? block.getMetadata().getMetadata(BlockMetadataIndex.TRANSACTIONS_FILTER_VALUE)
                : ByteString.EMPTY;
        if (flags.size() != data.size()) {
            throw unreadable(number, "it does not say which of its transactions are valid", null);
        }
        try {
            return read(block, flags);
        } catch (InvalidProtocolBufferException e) {
            throw unreadable(number, "one of its transactions is not in Fabric's form", e);
        }
    }

    private LedgerBlock read(Block block, ByteString flags) throws InvalidProtocolBufferException {
        Instant time = Instant.EPOCH;
        List<StateWrite> writes = new ArrayList<>();
        for (int i = 0; i < flags.size(); i++) {
            if (flags.byteAt(i) != TxValidationCode.VALID_VALUE) {
                continue;
            }
            Payload payload = Payload.parseFrom(
                    Envelope.parseFrom(block.getData().getData(i)).getPayload());
            ChannelHeader header = ChannelHeader.parseFrom(payload.getHeader().getChannelHeader());
            time = later(time, header.getTimestamp());
            if (header.getType() == HeaderType.ENDORSER_TRANSACTION_VALUE) {
                addWrites(i, Transaction.parseFrom(payload.getData()), writes);
            }
        }
        return new LedgerBlock(
                block.getHeader().getNumber(),
                BlockHeaderHash.of(block.getHeader()),
                hex(block.getHeader().getPreviousHash()),
                time,
                flags.size(),
                writes);
    }

    private void addWrites(int turn, Transaction transaction, List<StateWrite> writes)
            throws InvalidProtocolBufferException {
        for (TransactionAction action : transaction.getActionsList()) {
            ByteString response = ChaincodeActionPayload.parseFrom(action.getPayload())
                    .getAction()
                    .getProposalResponsePayload();
            ChaincodeAction result = ChaincodeAction.parseFrom(
                    ProposalResponsePayload.parseFrom(response).getExtension());
            for (NsReadWriteSet namespace :
                    TxReadWriteSet.parseFrom(result.getResults()).getNsRwsetList()) {
                if (namespace.getNamespace().equals(chaincode)) {
                    addWrites(turn, KVRWSet.parseFrom(namespace.getRwset()), writes);
                }
            }
        }
    }

    private static void addWrites(int turn, KVRWSet set, List<StateWrite> writes) {
        for (KVWrite write : set.getWritesList()) {
            if (StateWrite.isComposite(write.getKey())) {
                writes.add(StateWrite.of(turn, write.getKey(), write.getValue().toByteArray()));
            }
        }
    }

    private static Instant later(Instant time, Timestamp claimed) {
        Instant other = Instant.ofEpochSecond(claimed.getSeconds(), claimed.getNanos());
        return other.isAfter(time) ? other : time;
    }

    private static String hex(ByteString bytes) {
        return HexFormat.of().formatHex(bytes.toByteArray());
    }

    private static LedgerUnavailableException unreadable(
            long number, String fault, @Nullable InvalidProtocolBufferException cause) {
        return new LedgerUnavailableException(
                "Block " + number + " of the peer cannot be used: " + fault + ".",
                cause == null ? new IllegalStateException(fault) : cause);
    }
}
