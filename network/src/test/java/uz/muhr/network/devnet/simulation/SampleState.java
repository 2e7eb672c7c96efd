package uz.muhr.network.devnet.simulation;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import uz.muhr.network.devnet.fixture.Blocks;
import uz.muhr.network.devnet.ledger.Ledger;
import uz.muhr.network.devnet.policy.ChaincodeDefinition;
import uz.muhr.network.devnet.policy.EndorsementPolicy;

/** A ledger whose chaincode {@code cc} holds row000 to row249, each with the value v and its number. */
record SampleState(Ledger ledger) implements AutoCloseable {
    private static final ChaincodeDefinition DEFINITION =
            new ChaincodeDefinition("cc", "1", EndorsementPolicy.peersOf(1, List.of("A")));

    static SampleState in(Path folder) {
        Ledger ledger = Ledger.open(folder);
        TreeMap<String, String> state = new TreeMap<>();
        for (int i = 0; i < 250; i++) {
            state.put(String.format("row%03d", i), "v" + i);
        }
        ledger.commit(Blocks.of(ledger, "cc", state));
        return new SampleState(ledger);
    }

    Simulation simulation() {
        return new Simulation("tx", DEFINITION, ledger.snapshot());
    }

    /** What the simulation answers to a chaincode's message. */
    static ChaincodeMessage ask(Simulation simulation, ChaincodeMessage.Type type, MessageLite request) {
        return StateRequests.answer(
                ChaincodeMessage.newBuilder()
                        .setType(type)
                        .setTxid("tx")
                        .setChannelId("ch")
                        .setPayload(request.toByteString())
                        .build(),
                simulation);
    }

    /** What the simulation read and wrote in a namespace. */
    static KVRWSet set(Simulation simulation, String namespace) throws InvalidProtocolBufferException {
        for (var each :
                TxReadWriteSet.parseFrom(simulation.result().readWriteSet()).getNsRwsetList()) {
            if (each.getNamespace().equals(namespace)) {
                return KVRWSet.parseFrom(each.getRwset());
            }
        }
        return KVRWSet.getDefaultInstance();
    }

    static ByteString bytes(String text) {
        return ByteString.copyFromUtf8(text);
    }

    @Override
    public void close() {
        ledger.close();
    }
}
