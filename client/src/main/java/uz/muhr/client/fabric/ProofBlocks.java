package uz.muhr.client.fabric;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Payload;
import uz.muhr.protocol.identifier.TransactionId;

/** The blocks of a bundle, each once, whatever number of documents needs it. */
final class ProofBlocks {
    private final TreeMap<Long, ByteString> blocks = new TreeMap<>();
    private final Set<String> transactions = new HashSet<>();

    boolean hold(TransactionId transaction) {
        return transactions.contains(transaction.hex());
    }

    boolean hold(long number) {
        return blocks.containsKey(number);
    }

    void add(Block block) {
        blocks.put(block.getHeader().getNumber(), ProofBlock.signed(block));
        try {
            for (ByteString envelope : block.getData().getDataList()) {
                Payload payload = Payload.parseFrom(Envelope.parseFrom(envelope).getPayload());
                transactions.add(ChannelHeader.parseFrom(payload.getHeader().getChannelHeader())
                        .getTxId());
            }
        } catch (InvalidProtocolBufferException e) {
            throw Failures.notUnderstood(e);
        }
    }

    List<ByteString> ascending() {
        return List.copyOf(blocks.values());
    }
}
