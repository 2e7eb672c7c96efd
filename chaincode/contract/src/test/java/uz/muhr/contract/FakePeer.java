package uz.muhr.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.hyperledger.fabric.protos.peer.ChaincodeAdditionalParams;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import org.hyperledger.fabric.protos.peer.Response;
import org.hyperledger.fabric.shim.Chaincode;

/** A peer at the other end of the real shim's stream: it answers from a {@link FakeStub}, one transaction at a time. */
final class FakePeer implements StreamObserver<ChaincodeMessage>, AutoCloseable {
    private static final int SECONDS = 10;

    /** How many messages of each type the chaincode sent since it was asked last. */
    final Map<ChaincodeMessage.Type, Integer> messages = new EnumMap<>(ChaincodeMessage.Type.class);

    /** The most keys that one message read or wrote. */
    int largest;

    /** What this peer answers with an ERROR. */
    final Set<ChaincodeMessage.Type> refused = EnumSet.noneOf(ChaincodeMessage.Type.class);

    private final StreamObserver<ChaincodeMessage> chaincode;
    private CompletableFuture<ChaincodeMessage> ended = new CompletableFuture<>();
    private StateAnswers answers = StateAnswers.of(FakeStub.idle());
    private Optional<ChaincodeMessage> encore = Optional.empty();
    private Optional<Thread> answered = Optional.empty();

    private FakePeer(ServedContracts contracts, ByteString ready) throws IOException {
        chaincode = contracts.connectToPeer(this);
        assertEquals(Map.of(ChaincodeMessage.Type.REGISTER, 1), messages);
        chaincode.onNext(ChaincodeMessage.newBuilder()
                .setType(ChaincodeMessage.Type.REGISTERED)
                .build());
        chaincode.onNext(ChaincodeMessage.newBuilder()
                .setType(ChaincodeMessage.Type.READY)
                .setPayload(ready)
                .build());
    }

    /** One that takes so many keys in a message; from 3.1 on that is 1,000. */
    static FakePeer announcing(int keys) throws IOException {
        return saying(
                BatchSetting.ON,
                ChaincodeAdditionalParams.newBuilder()
                        .setUseGetMultipleKeys(true)
                        .setMaxSizeGetMultipleKeys(keys)
                        .setUseWriteBatch(true)
                        .setMaxSizeWriteBatch(keys)
                        .build()
                        .toByteString());
    }

    /** One that says something in its READY to a server with a setting. */
    static FakePeer saying(BatchSetting setting, ByteString ready) throws IOException {
        return new FakePeer(Router.served(setting), ready);
    }

    /** Has the chaincode run a transaction to its end. */
    Chaincode.Response run(FakeStub stub) {
        messages.clear();
        ended = new CompletableFuture<>();
        answers = StateAnswers.of(stub);
        chaincode.onNext(SentTransaction.of(stub));
        ChaincodeMessage last = ended.orTimeout(SECONDS, TimeUnit.SECONDS).join();
        assertEquals(ChaincodeMessage.Type.COMPLETED, last.getType(), () -> last.getPayload()
                .toStringUtf8());
        try {
            Response response = Response.parseFrom(last.getPayload());
            return new Chaincode.Response(
                    response.getStatus(),
                    response.getMessage(),
                    response.getPayload().toByteArray());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Has the chaincode run a transaction again as soon as its answer comes, and returns the second answer. The second run
     * waits for its first read until the shim's thread has done all that it does after an answer.
     */
    Chaincode.Response runTwice(FakeStub stub) {
        encore = Optional.of(SentTransaction.of(stub));
        return run(stub);
    }

    @Override
    public void onNext(ChaincodeMessage message) {
        ChaincodeMessage.Type type = message.getType();
        messages.merge(type, 1, Integer::sum);
        if (type == ChaincodeMessage.Type.COMPLETED || type == ChaincodeMessage.Type.ERROR) {
            end(message);
        } else if (type != ChaincodeMessage.Type.REGISTER) {
            answered.filter(thread -> thread != Thread.currentThread()).ifPresent(FakePeer::awaitIdle);
            largest = Math.max(largest, StateAnswers.keys(message));
            ChaincodeMessage.Builder answer =
                    ChaincodeMessage.newBuilder().setTxid(message.getTxid()).setChannelId(message.getChannelId());
            chaincode.onNext(
                    refused.contains(type)
                            ? answer.setType(ChaincodeMessage.Type.ERROR).build()
                            : answer.setType(ChaincodeMessage.Type.RESPONSE)
                                    .setPayload(answers.to(message))
                                    .build());
        }
    }

    private void end(ChaincodeMessage message) {
        if (encore.isPresent()) {
            ChaincodeMessage again = encore.orElseThrow();
            encore = Optional.empty();
            answered = Optional.of(Thread.currentThread());
            chaincode.onNext(again);
        } else {
            answered = Optional.empty();
            ended.complete(message);
        }
    }

    private static void awaitIdle(Thread thread) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (thread.getState() != Thread.State.WAITING) {
            assertTrue(System.nanoTime() < deadline, "the shim's thread is busy after its answer");
            Thread.onSpinWait();
        }
    }

    @Override
    public void onError(Throwable failure) {
        ended.completeExceptionally(failure);
    }

    @Override
    public void onCompleted() {
        ended.completeExceptionally(new IllegalStateException("The chaincode ended the stream."));
    }

    @Override
    public void close() {
        chaincode.onCompleted();
    }
}
