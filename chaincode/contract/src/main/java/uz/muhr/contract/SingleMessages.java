package uz.muhr.contract;

import com.google.protobuf.ByteString;
import java.util.List;
import org.hyperledger.fabric.protos.peer.WriteRecord;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.jspecify.annotations.Nullable;

/** The shim's own way: a message to the peer, and its answer, for each key read, value written and policy set. */
record SingleMessages(ChaincodeStub stub) implements ManyKeys {
    @Override
    public List<ByteString> read(List<String> keys) {
        return keys.stream().map(this::state).toList();
    }

    @Override
    public void write(List<WriteRecord> records) {
        for (WriteRecord record : records) {
            switch (record.getType()) {
                case PUT_STATE ->
                    stub.putState(record.getKey(), record.getValue().toByteArray());
                case PUT_STATE_METADATA ->
                    stub.setStateValidationParameter(
                            record.getKey(), record.getMetadata().getValue().toByteArray());
                default -> throw new IllegalArgumentException("The contracts do not write a " + record.getType() + ".");
            }
        }
    }

    private ByteString state(String key) {
        byte @Nullable [] value = stub.getState(key);
        return value == null ? ByteString.EMPTY : ByteString.copyFrom(value);
    }
}
