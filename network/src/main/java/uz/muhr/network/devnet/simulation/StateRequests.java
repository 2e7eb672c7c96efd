package uz.muhr.network.devnet.simulation;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataEntry;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import org.hyperledger.fabric.protos.peer.DelState;
import org.hyperledger.fabric.protos.peer.GetState;
import org.hyperledger.fabric.protos.peer.GetStateByRange;
import org.hyperledger.fabric.protos.peer.GetStateMetadata;
import org.hyperledger.fabric.protos.peer.GetStateMultiple;
import org.hyperledger.fabric.protos.peer.GetStateMultipleResult;
import org.hyperledger.fabric.protos.peer.PutState;
import org.hyperledger.fabric.protos.peer.PutStateMetadata;
import org.hyperledger.fabric.protos.peer.QueryMetadata;
import org.hyperledger.fabric.protos.peer.QueryResponse;
import org.hyperledger.fabric.protos.peer.QueryStateClose;
import org.hyperledger.fabric.protos.peer.QueryStateNext;
import org.hyperledger.fabric.protos.peer.StateMetadata;
import org.hyperledger.fabric.protos.peer.StateMetadataResult;
import org.hyperledger.fabric.protos.peer.WriteBatchState;
import org.hyperledger.fabric.protos.peer.WriteRecord;

/** Answers the chaincode's requests: a message comes in, the answer for the same transaction goes out. */
public final class StateRequests {
    private StateRequests() {}

    /** A RESPONSE, or an ERROR that says which request failed and why. */
    public static ChaincodeMessage answer(ChaincodeMessage request, Simulation simulation) {
        ChaincodeMessage.Builder answer =
                ChaincodeMessage.newBuilder().setTxid(request.getTxid()).setChannelId(request.getChannelId());
        try {
            return answer.setType(ChaincodeMessage.Type.RESPONSE)
                    .setPayload(payload(request, simulation))
                    .build();
        } catch (SimulationException e) {
            return failure(request, String.valueOf(e.getMessage()));
        } catch (InvalidProtocolBufferException e) {
            return failure(request, "unmarshal failed: " + e.getMessage());
        }
    }

    /** An ERROR for a request. */
    public static ChaincodeMessage failure(ChaincodeMessage request, String reason) {
        String text = request.getType() + " failed: transaction ID: " + request.getTxid() + ": " + reason;
        return ChaincodeMessage.newBuilder()
                .setType(ChaincodeMessage.Type.ERROR)
                .setTxid(request.getTxid())
                .setChannelId(request.getChannelId())
                .setPayload(ByteString.copyFromUtf8(text))
                .build();
    }

    private static ByteString payload(ChaincodeMessage request, Simulation simulation)
            throws InvalidProtocolBufferException, SimulationException {
        ByteString payload = request.getPayload();
        return switch (request.getType()) {
            case GET_STATE -> {
                GetState get = GetState.parseFrom(payload);
                requirePublic(get.getCollection());
                yield simulation.get(get.getKey());
            }
            case GET_STATE_MULTIPLE -> getMultiple(GetStateMultiple.parseFrom(payload), simulation);
            case PUT_STATE -> {
                PutState put = PutState.parseFrom(payload);
                requirePublic(put.getCollection());
                simulation.put(put.getKey(), put.getValue());
                yield ByteString.EMPTY;
            }
            case DEL_STATE -> {
                DelState delete = DelState.parseFrom(payload);
                requirePublic(delete.getCollection());
                simulation.put(delete.getKey(), ByteString.EMPTY);
                yield ByteString.EMPTY;
            }
            case WRITE_BATCH_STATE -> {
                for (WriteRecord record : WriteBatchState.parseFrom(payload).getRecList()) {
                    write(record, simulation);
                }
                yield ByteString.EMPTY;
            }
            case GET_STATE_METADATA -> getMetadata(GetStateMetadata.parseFrom(payload), simulation);
            case PUT_STATE_METADATA -> {
                PutStateMetadata put = PutStateMetadata.parseFrom(payload);
                requirePublic(put.getCollection());
                simulation.putMetadata(
                        put.getKey(),
                        put.getMetadata().getMetakey(),
                        put.getMetadata().getValue());
                yield ByteString.EMPTY;
            }
            case GET_STATE_BY_RANGE -> range(GetStateByRange.parseFrom(payload), simulation);
            case QUERY_STATE_NEXT ->
                simulation
                        .nextOfRange(QueryStateNext.parseFrom(payload).getId())
                        .toByteString();
            case QUERY_STATE_CLOSE -> {
                String id = QueryStateClose.parseFrom(payload).getId();
                simulation.closeRange(id);
                yield QueryResponse.newBuilder().setId(id).build().toByteString();
            }
            default -> throw new SimulationException("UNIMPLEMENTED: the devnet does not answer " + request.getType());
        };
    }

    private static void requirePublic(String collection) throws SimulationException {
        if (!collection.isEmpty()) {
            throw new SimulationException("UNIMPLEMENTED: the devnet has no private data collections");
        }
    }

    private static ByteString getMultiple(GetStateMultiple request, Simulation simulation) throws SimulationException {
        requirePublic(request.getCollection());
        GetStateMultipleResult.Builder result = GetStateMultipleResult.newBuilder();
        for (String key : request.getKeysList()) {
            result.addValues(simulation.get(key));
        }
        return result.build().toByteString();
    }

    private static void write(WriteRecord record, Simulation simulation) throws SimulationException {
        requirePublic(record.getCollection());
        switch (record.getType()) {
            case PUT_STATE -> simulation.put(record.getKey(), record.getValue());
            case DEL_STATE -> simulation.put(record.getKey(), ByteString.EMPTY);
            case PUT_STATE_METADATA ->
                simulation.putMetadata(
                        record.getKey(),
                        record.getMetadata().getMetakey(),
                        record.getMetadata().getValue());
            default -> throw new SimulationException("UNIMPLEMENTED: the devnet does not take " + record.getType());
        }
    }

    private static ByteString getMetadata(GetStateMetadata request, Simulation simulation) throws SimulationException {
        requirePublic(request.getCollection());
        StateMetadataResult.Builder result = StateMetadataResult.newBuilder();
        for (KVMetadataEntry entry : simulation.metadata(request.getKey())) {
            result.addEntries(
                    StateMetadata.newBuilder().setMetakey(entry.getName()).setValue(entry.getValue()));
        }
        return result.build().toByteString();
    }

    private static ByteString range(GetStateByRange request, Simulation simulation)
            throws InvalidProtocolBufferException, SimulationException {
        requirePublic(request.getCollection());
        QueryMetadata paging = QueryMetadata.parseFrom(request.getMetadata());
        String start = paging.getBookmark().isEmpty() ? request.getStartKey() : paging.getBookmark();
        return simulation
                .openRange(start, request.getEndKey(), paging.getPageSize())
                .toByteString();
    }
}
