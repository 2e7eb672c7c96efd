package uz.muhr.network.devnet.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import org.hyperledger.fabric.protos.peer.GetState;
import org.hyperledger.fabric.protos.peer.GetStateByRange;
import org.hyperledger.fabric.protos.peer.GetStateMultiple;
import org.hyperledger.fabric.protos.peer.GetStateMultipleResult;
import org.hyperledger.fabric.protos.peer.QueryResponse;
import org.hyperledger.fabric.protos.peer.QueryStateClose;
import org.hyperledger.fabric.protos.peer.QueryStateNext;
import org.hyperledger.fabric.protos.peer.StateMetadata;
import org.hyperledger.fabric.protos.peer.WriteBatchState;
import org.hyperledger.fabric.protos.peer.WriteRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StateRequestsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private SampleState state;

    @BeforeEach
    void openState() {
        state = SampleState.in(folder);
    }

    @AfterEach
    void closeState() {
        state.close();
    }

    @Test
    void severalKeysAreReadAndWrittenInOneMessage() throws Exception {
        try (Simulation simulation = state.simulation()) {
            ChaincodeMessage read = SampleState.ask(
                    simulation,
                    ChaincodeMessage.Type.GET_STATE_MULTIPLE,
                    GetStateMultiple.newBuilder()
                            .addKeys("row001")
                            .addKeys("none")
                            .addKeys("row000")
                            .build());
            assertEquals(
                    List.of(SampleState.bytes("v1"), ByteString.EMPTY, SampleState.bytes("v0")),
                    GetStateMultipleResult.parseFrom(read.getPayload()).getValuesList());
            WriteBatchState batch = WriteBatchState.newBuilder()
                    .addRec(WriteRecord.newBuilder()
                            .setType(WriteRecord.Type.PUT_STATE)
                            .setKey("new")
                            .setValue(SampleState.bytes("x")))
                    .addRec(WriteRecord.newBuilder()
                            .setType(WriteRecord.Type.DEL_STATE)
                            .setKey("row000"))
                    .addRec(WriteRecord.newBuilder()
                            .setType(WriteRecord.Type.PUT_STATE_METADATA)
                            .setKey("new")
                            .setMetadata(StateMetadata.newBuilder()
                                    .setMetakey("VALIDATION_PARAMETER")
                                    .setValue(SampleState.bytes("policy"))))
                    .build();
            assertEquals(
                    ChaincodeMessage.Type.RESPONSE,
                    SampleState.ask(simulation, ChaincodeMessage.Type.WRITE_BATCH_STATE, batch)
                            .getType());
            KVRWSet set = SampleState.set(simulation, "cc");
            assertEquals(3, set.getReadsCount());
            assertEquals(2, set.getWritesCount());
            assertEquals(
                    "VALIDATION_PARAMETER",
                    set.getMetadataWrites(0).getEntries(0).getName());
        }
    }

    @Test
    void aRangeComesInBatchesOfAHundredAndNeverEndsWithAnEmptyOne() throws Exception {
        for (int rows : List.of(0, 1, 99, 100, 101, 200, 201, 250)) {
            try (Simulation simulation = state.simulation()) {
                QueryResponse response = QueryResponse.parseFrom(SampleState.ask(
                                simulation,
                                ChaincodeMessage.Type.GET_STATE_BY_RANGE,
                                GetStateByRange.newBuilder()
                                        .setStartKey("row")
                                        .setEndKey(String.format("row%03d", rows))
                                        .build())
                        .getPayload());
                int seen = response.getResultsCount();
                while (response.getHasMore()) {
                    response = QueryResponse.parseFrom(SampleState.ask(
                                    simulation,
                                    ChaincodeMessage.Type.QUERY_STATE_NEXT,
                                    QueryStateNext.newBuilder()
                                            .setId(response.getId())
                                            .build())
                            .getPayload());
                    assertTrue(response.getResultsCount() > 0);
                    seen += response.getResultsCount();
                }
                assertEquals(rows, seen);
                assertEquals(
                        ChaincodeMessage.Type.RESPONSE,
                        SampleState.ask(
                                        simulation,
                                        ChaincodeMessage.Type.QUERY_STATE_CLOSE,
                                        QueryStateClose.newBuilder()
                                                .setId(response.getId())
                                                .build())
                                .getType());
                var range = SampleState.set(simulation, "cc").getRangeQueriesInfo(0);
                assertTrue(range.getItrExhausted());
                assertEquals(rows > 50, range.hasReadsMerkleHashes());
            }
        }
    }

    @Test
    void anUnfinishedRangeEndsWithTheRowFetchedAhead() throws Exception {
        try (Simulation simulation = state.simulation()) {
            simulation.openRange("row", "rox", 0);
            var range = SampleState.set(simulation, "cc").getRangeQueriesInfo(0);
            assertFalse(range.getItrExhausted());
            assertEquals("row100", range.getEndKey());
        }
    }

    @Test
    void privateDataAndOtherChaincodesAreRefusedByName() {
        try (Simulation simulation = state.simulation()) {
            ChaincodeMessage collection = SampleState.ask(
                    simulation,
                    ChaincodeMessage.Type.GET_STATE,
                    GetState.newBuilder().setKey("x").setCollection("secret").build());
            ChaincodeMessage invoke =
                    SampleState.ask(simulation, ChaincodeMessage.Type.INVOKE_CHAINCODE, GetState.getDefaultInstance());
            for (ChaincodeMessage answer : List.of(collection, invoke)) {
                assertEquals(ChaincodeMessage.Type.ERROR, answer.getType());
                assertTrue(answer.getPayload().toStringUtf8().contains("UNIMPLEMENTED"));
            }
        }
    }

    @Test
    void aMessageOfAnyBytesIsAnsweredAndNeverThrows() {
        Random random = new Random(42);
        ChaincodeMessage.Type[] types = ChaincodeMessage.Type.values();
        try (Simulation simulation = state.simulation()) {
            for (int i = 0; i < 20_000; i++) {
                byte[] payload = new byte[random.nextInt(40)];
                random.nextBytes(payload);
                ChaincodeMessage request = ChaincodeMessage.newBuilder()
                        .setType(types[random.nextInt(types.length - 1)])
                        .setTxid("tx")
                        .setPayload(ByteString.copyFrom(payload))
                        .build();
                ChaincodeMessage answer = StateRequests.answer(request, simulation);
                assertTrue(
                        answer.getType() == ChaincodeMessage.Type.RESPONSE
                                || answer.getType() == ChaincodeMessage.Type.ERROR,
                        "seed 42, round " + i);
            }
        }
    }
}
