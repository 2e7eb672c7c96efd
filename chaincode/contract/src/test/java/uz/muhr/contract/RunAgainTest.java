package uz.muhr.contract;

import static org.hyperledger.fabric.protos.peer.ChaincodeMessage.Type.COMPLETED;
import static org.hyperledger.fabric.protos.peer.ChaincodeMessage.Type.ERROR;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uz.muhr.protocol.refusal.ErrorCode;

/** Through the real shim and its stream: a proposal that is evaluated may be endorsed at once, as the same transaction. */
@ExtendWith(WithoutLogs.class)
final class RunAgainTest {
    /** More than the shim has threads, each of which a run that gets no answer would hold for ever. */
    private static final int OFTEN = 12;

    @ParameterizedTest
    @ValueSource(ints = {1, 1_000})
    void theSecondRunReadsWritesAndAnswersWhatOneRunDoes(int keys) throws Exception {
        SampleNetwork network = SampleNetwork.withLife();
        List<String> once = new ArrayList<>();
        List<String> twice = new ArrayList<>();
        try (FakePeer peer = FakePeer.announcing(keys)) {
            for (SampleCall call : SampleCall.ofEachKind()) {
                tell(call.in(network.again().through(peer::run)), once);
                tell(call.in(network.again().through(peer::runTwice)), twice);
                assertEquals(2, peer.messages.get(COMPLETED), call.function());
            }
        }
        assertEquals(once, twice);
    }

    @Test
    void theChaincodeServesOnHoweverOftenThatHappens() throws Exception {
        SampleNetwork network = SampleNetwork.withDocument();
        try (FakePeer peer = FakePeer.announcing(1_000)) {
            for (int i = 0; i < OFTEN; i++) {
                network.through(peer::runTwice)
                        .refuses(
                                ErrorCode.STALE_SEQUENCE,
                                "",
                                SampleNetwork.CHAMBER,
                                "document:suspend",
                                SampleNetwork.DOCUMENT.hex(),
                                "9");
                assertEquals(0, peer.messages.getOrDefault(ERROR, 0));
            }
        }
    }

    private static void tell(SampleNetwork.Transaction made, List<String> all) {
        all.add(made.answer());
        all.addAll(made.stub().reads);
        all.addAll(made.stub().written());
    }
}
