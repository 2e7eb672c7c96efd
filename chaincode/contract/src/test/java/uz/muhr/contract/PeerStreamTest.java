package uz.muhr.contract;

import static org.hyperledger.fabric.protos.peer.ChaincodeMessage.Type.ERROR;
import static org.hyperledger.fabric.protos.peer.ChaincodeMessage.Type.GET_STATE_MULTIPLE;
import static org.hyperledger.fabric.protos.peer.ChaincodeMessage.Type.RESPONSE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import org.hyperledger.fabric.protos.peer.GetStateMultipleResult;
import org.junit.jupiter.api.Test;

final class PeerStreamTest {
    private static final ByteString ANSWER = ByteString.copyFromUtf8("answer");

    /** What one end of the stream was told. */
    private static final class End implements StreamObserver<ChaincodeMessage> {
        private final List<String> told = new ArrayList<>();

        /** What this end does when a message reaches it. */
        private Consumer<ChaincodeMessage> reaction = message -> {};

        @Override
        public void onNext(ChaincodeMessage message) {
            told.add(message.getType() + " " + message.getTxid());
            reaction.accept(message);
        }

        @Override
        public void onError(Throwable failure) {
            told.add("failure");
        }

        @Override
        public void onCompleted() {
            told.add("end");
        }
    }

    private final End peer = new End();
    private final End shim = new End();
    private final PeerStream stream = PeerStream.<RuntimeException>between(peer, toPeer -> shim);
    private final PeerStream.Transaction transaction = new PeerStream.Transaction(stream, "documents", "t1");

    @Test
    void theAnswerToARequestReachesWhoAskedAndNotTheShim() {
        peer.reaction = request -> stream.onNext(answer(RESPONSE, "documents", "t1"));
        assertEquals(ANSWER, transaction.ask(GET_STATE_MULTIPLE, ByteString.EMPTY));
        assertEquals(List.of("GET_STATE_MULTIPLE t1"), peer.told);
        assertEquals(List.of(), shim.told);
    }

    @Test
    void whatIsForOthersReachesTheShim() {
        peer.reaction = request -> {
            stream.onNext(answer(RESPONSE, "documents", "t2"));
            stream.onNext(answer(RESPONSE, "other", "t1"));
            stream.onNext(answer(RESPONSE, "documents", "t1"));
        };
        transaction.ask(GET_STATE_MULTIPLE, ByteString.EMPTY);
        stream.onNext(answer(RESPONSE, "documents", "t1"));
        assertEquals(List.of("RESPONSE t2", "RESPONSE t1", "RESPONSE t1"), shim.told);
    }

    @Test
    void aRefusalOfThePeerIsAFailure() {
        peer.reaction = request -> stream.onNext(answer(ERROR, "documents", "t1"));
        fails("The peer answered a GET_STATE_MULTIPLE with ERROR.");
        assertEquals(List.of(), shim.told);
    }

    @Test
    void aStreamThatEndsLeavesNobodyWaiting() {
        peer.reaction = request -> stream.onCompleted();
        fails("The peer did not answer a GET_STATE_MULTIPLE.");
        peer.reaction = request -> {
            throw new AssertionError("Nothing is sent after the end.");
        };
        fails("The stream to the peer has ended.");
        assertEquals(List.of("end"), shim.told);
    }

    @Test
    void aStreamThatBreaksLeavesNobodyWaiting() {
        peer.reaction = request -> stream.onError(new IllegalStateException("broken"));
        fails("The peer did not answer a GET_STATE_MULTIPLE.");
        assertEquals(List.of("failure"), shim.told);
    }

    @Test
    void whoIsInterruptedWhileWaitingStopsAndStaysInterrupted() {
        Thread.currentThread().interrupt();
        fails("Interrupted while the peer was asked.");
        assertTrue(Thread.interrupted());
    }

    @Test
    void anAnswerThatDoesNotFitTheQuestionIsNotUsed() {
        ManyKeys keys = new BatchedMessages(
                transaction,
                new Announced(10, 10),
                new SingleMessages(FakeStub.idle().stub()));
        peer.reaction = request -> stream.onNext(answer(RESPONSE, "documents", "t1"));
        assertThrows(IllegalStateException.class, () -> keys.read(List.of("a", "b")));
        peer.reaction = request -> stream.onNext(answer(RESPONSE, "documents", "t1").toBuilder()
                .setPayload(GetStateMultipleResult.newBuilder()
                        .addValues(ANSWER)
                        .build()
                        .toByteString())
                .build());
        IllegalStateException few = assertThrows(IllegalStateException.class, () -> keys.read(List.of("a", "b")));
        assertEquals("The peer was asked for 2 keys and answered with 1.", few.getMessage());
    }

    private void fails(String message) {
        IllegalStateException failure =
                assertThrows(IllegalStateException.class, () -> transaction.ask(GET_STATE_MULTIPLE, ByteString.EMPTY));
        assertEquals(message, failure.getMessage());
    }

    private static ChaincodeMessage answer(ChaincodeMessage.Type type, String channel, String transaction) {
        return ChaincodeMessage.newBuilder()
                .setType(type)
                .setChannelId(channel)
                .setTxid(transaction)
                .setPayload(ANSWER)
                .build();
    }
}
