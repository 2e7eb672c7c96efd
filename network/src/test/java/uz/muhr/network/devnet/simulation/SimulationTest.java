package uz.muhr.network.devnet.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRead;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import org.hyperledger.fabric.protos.peer.DelState;
import org.hyperledger.fabric.protos.peer.GetState;
import org.hyperledger.fabric.protos.peer.PutState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.network.devnet.ledger.StateKey;

final class SimulationTest {
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

    private static PutState put(String key, String value) {
        return PutState.newBuilder()
                .setKey(key)
                .setValue(SampleState.bytes(value))
                .build();
    }

    @Test
    void aMissingKeyIsAnsweredWithNothingAndReadWithoutAVersion() throws Exception {
        try (Simulation simulation = state.simulation()) {
            ChaincodeMessage answer = SampleState.ask(
                    simulation,
                    ChaincodeMessage.Type.GET_STATE,
                    GetState.newBuilder().setKey("none").build());
            assertEquals(ChaincodeMessage.Type.RESPONSE, answer.getType());
            assertTrue(answer.getPayload().isEmpty());
            KVRead read = SampleState.set(simulation, "cc").getReads(0);
            assertEquals("none", read.getKey());
            assertFalse(read.hasVersion());
        }
    }

    @Test
    void theReadOfTheDefinitionComesFirst() throws Exception {
        try (Simulation simulation = state.simulation()) {
            assertEquals(
                    "namespaces/fields/cc/Sequence",
                    SampleState.set(simulation, "_lifecycle").getReads(0).getKey());
        }
    }

    @Test
    void theBytesOfAWriteSetDoNotDependOnTheOrderOfTheWrites() throws Exception {
        Random random = new Random(11);
        List<String> keys =
                new ArrayList<>(List.of("b", "a", "\u00e9", "\uff5e", "\ud83d\ude00", "\u0000x\u0000", "aa"));
        ByteString expected = ByteString.EMPTY;
        for (int i = 0; i < 50; i++) {
            Collections.shuffle(keys, random);
            try (Simulation simulation = state.simulation()) {
                for (String key : keys) {
                    simulation.put(key, SampleState.bytes("early"));
                }
                for (String key : keys) {
                    simulation.get(key);
                    simulation.put(key, SampleState.bytes("late " + key));
                }
                ByteString result = simulation.result().readWriteSet();
                expected = expected.isEmpty() ? result : expected;
                assertEquals(expected, result, "seed 11, round " + i);
            }
        }
        keys.sort(StateKey.UTF8_ORDER);
        try (Simulation simulation = state.simulation()) {
            for (String key : keys) {
                simulation.put(key, SampleState.bytes("x"));
            }
            assertEquals(
                    keys,
                    SampleState.set(simulation, "cc").getWritesList().stream()
                            .map(KVWrite::getKey)
                            .toList());
        }
    }

    @Test
    void anEmptyValueIsADeletion() throws Exception {
        try (Simulation simulation = state.simulation()) {
            SampleState.ask(simulation, ChaincodeMessage.Type.PUT_STATE, put("row001", ""));
            SampleState.ask(
                    simulation,
                    ChaincodeMessage.Type.DEL_STATE,
                    DelState.newBuilder().setKey("row002").build());
            KVRWSet set = SampleState.set(simulation, "cc");
            assertTrue(set.getWritesList().stream().allMatch(KVWrite::getIsDelete));
            assertEquals(2, set.getWritesCount());
            assertEquals(0, set.getReadsCount());
        }
    }

    @Test
    void afterItsEndASimulationAnswersNothing() {
        Simulation simulation = state.simulation();
        simulation.close();
        ChaincodeMessage late = SampleState.ask(
                simulation,
                ChaincodeMessage.Type.GET_STATE,
                GetState.newBuilder().setKey("row000").build());
        assertEquals(ChaincodeMessage.Type.ERROR, late.getType());
        assertTrue(late.getPayload().toStringUtf8().contains("no ledger context"));
    }
}
