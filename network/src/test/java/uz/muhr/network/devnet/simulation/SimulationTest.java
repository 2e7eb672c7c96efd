package uz.muhr.network.devnet.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
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
import uz.muhr.network.devnet.fixture.Blocks;
import uz.muhr.network.devnet.ledger.Ledger;
import uz.muhr.network.devnet.ledger.StateKey;
import uz.muhr.network.devnet.policy.ChaincodeDefinition;
import uz.muhr.network.devnet.policy.EndorsementPolicy;

final class SimulationTest {
    private static final ChaincodeDefinition DEFINITION =
            new ChaincodeDefinition("cc", "1", EndorsementPolicy.peersOf(1, List.of("A")));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Ledger ledger;

    @BeforeEach
    void openLedger() {
        ledger = Ledger.open(folder);
        TreeMap<String, String> state = new TreeMap<>();
        for (int i = 0; i < 250; i++) {
            state.put(String.format("row%03d", i), "v" + i);
        }
        ledger.commit(Blocks.of(ledger, "cc", state));
    }

    @AfterEach
    void closeLedger() {
        ledger.close();
    }

    private Simulation simulation() {
        return new Simulation("tx", DEFINITION, ledger.snapshot());
    }

    private static ChaincodeMessage ask(Simulation simulation, ChaincodeMessage.Type type, MessageLite request) {
        return StateRequests.answer(
                ChaincodeMessage.newBuilder()
                        .setType(type)
                        .setTxid("tx")
                        .setChannelId("ch")
                        .setPayload(request.toByteString())
                        .build(),
                simulation);
    }

    private static KVRWSet set(Simulation simulation, String namespace) throws InvalidProtocolBufferException {
        for (var each :
                TxReadWriteSet.parseFrom(simulation.result().readWriteSet()).getNsRwsetList()) {
            if (each.getNamespace().equals(namespace)) {
                return KVRWSet.parseFrom(each.getRwset());
            }
        }
        return KVRWSet.getDefaultInstance();
    }

    private static ByteString bytes(String text) {
        return ByteString.copyFromUtf8(text);
    }

    private static PutState put(String key, String value) {
        return PutState.newBuilder().setKey(key).setValue(bytes(value)).build();
    }

    @Test
    void aMissingKeyIsAnsweredWithNothingAndReadWithoutAVersion() throws Exception {
        try (Simulation simulation = simulation()) {
            ChaincodeMessage answer = ask(
                    simulation,
                    ChaincodeMessage.Type.GET_STATE,
                    GetState.newBuilder().setKey("none").build());
            assertEquals(ChaincodeMessage.Type.RESPONSE, answer.getType());
            assertTrue(answer.getPayload().isEmpty());
            KVRead read = set(simulation, "cc").getReads(0);
            assertEquals("none", read.getKey());
            assertFalse(read.hasVersion());
        }
    }

    @Test
    void theReadOfTheDefinitionComesFirst() throws Exception {
        try (Simulation simulation = simulation()) {
            assertEquals(
                    "namespaces/fields/cc/Sequence",
                    set(simulation, "_lifecycle").getReads(0).getKey());
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
            try (Simulation simulation = simulation()) {
                for (String key : keys) {
                    simulation.put(key, bytes("early"));
                }
                for (String key : keys) {
                    simulation.get(key);
                    simulation.put(key, bytes("late " + key));
                }
                ByteString result = simulation.result().readWriteSet();
                expected = expected.isEmpty() ? result : expected;
                assertEquals(expected, result, "seed 11, round " + i);
            }
        }
        keys.sort(StateKey.UTF8_ORDER);
        try (Simulation simulation = simulation()) {
            for (String key : keys) {
                simulation.put(key, bytes("x"));
            }
            assertEquals(
                    keys,
                    set(simulation, "cc").getWritesList().stream()
                            .map(KVWrite::getKey)
                            .toList());
        }
    }

    @Test
    void anEmptyValueIsADeletion() throws Exception {
        try (Simulation simulation = simulation()) {
            ask(simulation, ChaincodeMessage.Type.PUT_STATE, put("row001", ""));
            ask(
                    simulation,
                    ChaincodeMessage.Type.DEL_STATE,
                    DelState.newBuilder().setKey("row002").build());
            KVRWSet set = set(simulation, "cc");
            assertTrue(set.getWritesList().stream().allMatch(KVWrite::getIsDelete));
            assertEquals(2, set.getWritesCount());
            assertEquals(0, set.getReadsCount());
        }
    }

    @Test
    void afterItsEndASimulationAnswersNothing() {
        Simulation simulation = simulation();
        simulation.close();
        ChaincodeMessage late = ask(
                simulation,
                ChaincodeMessage.Type.GET_STATE,
                GetState.newBuilder().setKey("row000").build());
        assertEquals(ChaincodeMessage.Type.ERROR, late.getType());
        assertTrue(late.getPayload().toStringUtf8().contains("no ledger context"));
    }
}
