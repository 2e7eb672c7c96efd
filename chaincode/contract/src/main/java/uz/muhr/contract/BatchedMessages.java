package uz.muhr.contract;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.List;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import org.hyperledger.fabric.protos.peer.GetStateMultiple;
import org.hyperledger.fabric.protos.peer.GetStateMultipleResult;
import org.hyperledger.fabric.protos.peer.WriteBatchState;
import org.hyperledger.fabric.protos.peer.WriteRecord;

/** Many keys in one message to the peer, as many as it announced, which the shim does not offer. */
final class BatchedMessages implements ManyKeys {
    private final PeerStream.Run run;
    private final Announced most;
    private final SingleMessages single;

    BatchedMessages(PeerStream.Run run, Announced most, SingleMessages single) {
        this.run = run;
        this.most = most;
        this.single = single;
    }

    @Override
    public List<ByteString> read(List<String> keys) {
        if (most.reads() == 0 || keys.size() == 1) {
            return single.read(keys);
        }
        List<ByteString> values = new ArrayList<>();
        for (int from = 0; from < keys.size(); from += most.reads()) {
            values.addAll(readOnce(keys.subList(from, Math.min(from + most.reads(), keys.size()))));
        }
        return values;
    }

    @Override
    public void write(List<WriteRecord> records) {
        if (most.writes() == 0 || records.size() == 1) {
            single.write(records);
            return;
        }
        for (int from = 0; from < records.size(); from += most.writes()) {
            List<WriteRecord> some = records.subList(from, Math.min(from + most.writes(), records.size()));
            run.ask(
                    ChaincodeMessage.Type.WRITE_BATCH_STATE,
                    WriteBatchState.newBuilder().addAllRec(some).build().toByteString());
        }
    }

    private List<ByteString> readOnce(List<String> keys) {
        ByteString answer = run.ask(
                ChaincodeMessage.Type.GET_STATE_MULTIPLE,
                GetStateMultiple.newBuilder().addAllKeys(keys).build().toByteString());
        try {
            List<ByteString> values = GetStateMultipleResult.parseFrom(answer).getValuesList();
            if (values.size() != keys.size()) {
                throw new IllegalStateException(
                        "The peer was asked for " + keys.size() + " keys and answered with " + values.size() + ".");
            }
            return values;
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("The peer's answer to a read of many keys cannot be read.", e);
        }
    }
}
