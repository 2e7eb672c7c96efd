package uz.muhr.contract;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import org.hyperledger.fabric.protos.peer.GetState;
import org.hyperledger.fabric.protos.peer.GetStateMultiple;
import org.hyperledger.fabric.protos.peer.GetStateMultipleResult;
import org.hyperledger.fabric.protos.peer.PutState;
import org.hyperledger.fabric.protos.peer.PutStateMetadata;
import org.hyperledger.fabric.protos.peer.StateMetadata;
import org.hyperledger.fabric.protos.peer.WriteBatchState;
import org.hyperledger.fabric.protos.peer.WriteRecord;

/** What a peer from 3.1 answers to a request for state; reads and writes are kept in the stub, whatever message brought them. */
record StateAnswers(FakeStub stub) {
    private static final String POLICY = "VALIDATION_PARAMETER";

    static StateAnswers of(FakeStub stub) {
        return new StateAnswers(stub);
    }

    ByteString to(ChaincodeMessage request) {
        try {
            return payload(request);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many keys a request reads or writes. */
    static int keys(ChaincodeMessage request) {
        try {
            return switch (request.getType()) {
                case GET_STATE_MULTIPLE ->
                    GetStateMultiple.parseFrom(request.getPayload()).getKeysCount();
                case WRITE_BATCH_STATE ->
                    WriteBatchState.parseFrom(request.getPayload()).getRecCount();
                default -> 1;
            };
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }

    private ByteString payload(ChaincodeMessage request) throws InvalidProtocolBufferException {
        ByteString payload = request.getPayload();
        switch (request.getType()) {
            case GET_STATE -> {
                return value(GetState.parseFrom(payload).getKey());
            }
            case GET_STATE_MULTIPLE -> {
                GetStateMultipleResult.Builder values = GetStateMultipleResult.newBuilder();
                GetStateMultiple.parseFrom(payload).getKeysList().forEach(key -> values.addValues(value(key)));
                return values.build().toByteString();
            }
            case PUT_STATE -> {
                PutState put = PutState.parseFrom(payload);
                stub.putState(put.getKey(), put.getValue().toByteArray());
            }
            case PUT_STATE_METADATA -> {
                PutStateMetadata put = PutStateMetadata.parseFrom(payload);
                protect(put.getKey(), put.getMetadata());
            }
            case WRITE_BATCH_STATE ->
                WriteBatchState.parseFrom(payload).getRecList().forEach(this::write);
            default -> throw new UnsupportedOperationException("This peer does not answer " + request.getType());
        }
        return ByteString.EMPTY;
    }

    private ByteString value(String key) {
        return ByteString.copyFrom(stub.getState(key));
    }

    private void write(WriteRecord record) {
        switch (record.getType()) {
            case PUT_STATE -> stub.putState(record.getKey(), record.getValue().toByteArray());
            case PUT_STATE_METADATA -> protect(record.getKey(), record.getMetadata());
            default -> throw new UnsupportedOperationException("This peer does not write " + record.getType());
        }
    }

    private void protect(String key, StateMetadata metadata) {
        if (!metadata.getMetakey().equals(POLICY)) {
            throw new UnsupportedOperationException("This peer knows no metadata " + metadata.getMetakey());
        }
        stub.setStateValidationParameter(key, metadata.getValue().toByteArray());
    }
}
