package uz.muhr.contract;

import static org.hyperledger.fabric.protos.peer.ChaincodeMessage.Type.COMPLETED;
import static org.hyperledger.fabric.protos.peer.ChaincodeMessage.Type.ERROR;
import static org.hyperledger.fabric.protos.peer.ChaincodeMessage.Type.GET_STATE;
import static org.hyperledger.fabric.protos.peer.ChaincodeMessage.Type.GET_STATE_MULTIPLE;
import static org.hyperledger.fabric.protos.peer.ChaincodeMessage.Type.KEEPALIVE;
import static org.hyperledger.fabric.protos.peer.ChaincodeMessage.Type.REGISTER;
import static org.hyperledger.fabric.protos.peer.ChaincodeMessage.Type.REGISTERED;
import static org.hyperledger.fabric.protos.peer.ChaincodeMessage.Type.RESPONSE;
import static org.hyperledger.fabric.protos.peer.ChaincodeMessage.Type.TRANSACTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
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
    private final List<StreamObserver<ChaincodeMessage>> fromShim = new ArrayList<>();
    private final PeerStream stream = PeerStream.<RuntimeException>between(peer, toPeer -> {
        fromShim.add(toPeer);
        return shim;
    });
    private final PeerStream.Run run = begun("documents", "t1");

    /** A run that the peer asked for, by the id that the shim was told. */
    private PeerStream.Run begun(String channel, String transaction) {
        List<String> ids = new ArrayList<>();
        shim.reaction = message -> ids.add(message.getTxid());
        stream.onNext(message(TRANSACTION, channel, transaction));
        shim.reaction = message -> {};
        shim.told.clear();
        return new PeerStream.Run(stream, channel, ids.get(0));
    }

    @Test
    void theAnswerToARequestReachesWhoAskedAndNotTheShim() {
        peer.reaction = request -> stream.onNext(message(RESPONSE, "documents", "t1"));
        assertEquals(ANSWER, run.ask(GET_STATE_MULTIPLE, ByteString.EMPTY));
        assertEquals(List.of("GET_STATE_MULTIPLE t1"), peer.told);
        assertEquals(List.of(), shim.told);
    }

    @Test
    void whatIsForOthersReachesTheShim() {
        PeerStream.Run second = begun("documents", "t2");
        PeerStream.Run elsewhere = begun("other", "t1");
        peer.reaction = request -> {
            stream.onNext(message(RESPONSE, "documents", "t2"));
            stream.onNext(message(RESPONSE, "other", "t1"));
            stream.onNext(message(RESPONSE, "documents", "t1"));
        };
        run.ask(GET_STATE_MULTIPLE, ByteString.EMPTY);
        stream.onNext(message(RESPONSE, "documents", "t1"));
        assertEquals(
                List.of("RESPONSE " + second.id(), "RESPONSE " + elsewhere.id(), "RESPONSE " + run.id()), shim.told);
    }

    @Test
    void theShimKnowsEachRunByAnotherIdAndThePeerHearsTheTransactions() {
        say(GET_STATE, run);
        say(COMPLETED, run);
        PeerStream.Run again = begun("documents", "t1");
        assertNotEquals(run.id(), again.id());
        assertEquals("t1", again.transaction());
        say(GET_STATE, again);
        assertEquals(List.of("GET_STATE t1", "COMPLETED t1", "GET_STATE t1"), peer.told);
    }

    @Test
    void aTransactionMayBeRunAgainAsSoonAsItsAnswerIsKnown() {
        List<PeerStream.Run> again = new ArrayList<>();
        peer.reaction = ended -> again.add(begun("documents", "t1"));
        say(COMPLETED, run);
        peer.reaction = request -> stream.onNext(message(RESPONSE, "documents", "t1"));
        assertEquals(ANSWER, again.get(0).ask(GET_STATE_MULTIPLE, ByteString.EMPTY));
    }

    @Test
    void anAnswerToARunThatHasEndedIsNobodys() {
        say(COMPLETED, run);
        stream.onNext(message(RESPONSE, "documents", "t1"));
        stream.onNext(message(RESPONSE, "documents", "never run"));
        assertEquals(List.of(), shim.told);
    }

    @Test
    void aRunThatThePeerHasReplacedReadsNothingAndAnswersNothing() {
        begun("documents", "t1");
        fails("The peer does not wait for this run any more.");
        say(GET_STATE, run);
        say(COMPLETED, run);
        assertEquals(List.of("ERROR " + run.id()), shim.told);
        assertEquals(List.of(), peer.told);
    }

    @Test
    void whatIsOfNoTransactionPassesAsItIs() {
        fromShim.get(0).onNext(message(REGISTER, "", ""));
        fromShim.get(0).onNext(message(KEEPALIVE, "", ""));
        stream.onNext(message(REGISTERED, "", ""));
        assertEquals(List.of("REGISTER ", "KEEPALIVE "), peer.told);
        assertEquals(List.of("REGISTERED "), shim.told);
    }

    private void say(ChaincodeMessage.Type type, PeerStream.Run about) {
        fromShim.get(0).onNext(message(type, about.channel(), about.id()));
    }

    @Test
    void aRefusalOfThePeerIsAFailure() {
        peer.reaction = request -> stream.onNext(message(ERROR, "documents", "t1"));
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
                run, new Announced(10, 10), new SingleMessages(FakeStub.idle().stub()));
        peer.reaction = request -> stream.onNext(message(RESPONSE, "documents", "t1"));
        assertThrows(IllegalStateException.class, () -> keys.read(List.of("a", "b")));
        peer.reaction = request -> stream.onNext(message(RESPONSE, "documents", "t1").toBuilder()
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
                assertThrows(IllegalStateException.class, () -> run.ask(GET_STATE_MULTIPLE, ByteString.EMPTY));
        assertEquals(message, failure.getMessage());
    }

    private static ChaincodeMessage message(ChaincodeMessage.Type type, String channel, String transaction) {
        return ChaincodeMessage.newBuilder()
                .setType(type)
                .setChannelId(channel)
                .setTxid(transaction)
                .setPayload(ANSWER)
                .build();
    }
}
