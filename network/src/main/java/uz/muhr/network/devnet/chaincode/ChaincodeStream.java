package uz.muhr.network.devnet.chaincode;

import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.hyperledger.fabric.protos.peer.ChaincodeAdditionalParams;
import org.hyperledger.fabric.protos.peer.ChaincodeID;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import org.jspecify.annotations.Nullable;
import uz.muhr.network.devnet.simulation.StateRequests;

/**
 * One stream with a chaincode server, from REGISTER to its end. Transactions run on it side by side, told apart by
 * their identifiers; the stream calls back one message at a time.
 */
final class ChaincodeStream implements ClientResponseObserver<ChaincodeMessage, ChaincodeMessage> {
    private static final int BATCH_KEYS = 1_000;
    private static final String TERMINATED = "chaincode stream terminated";

    private final Runnable onReady;
    private final Runnable onEnd;
    private final Map<String, Execution> running = new ConcurrentHashMap<>();
    private @Nullable ClientCallStreamObserver<ChaincodeMessage> out;
    private volatile boolean ready;
    private volatile boolean ended;

    ChaincodeStream(Runnable onReady, Runnable onEnd) {
        this.onReady = onReady;
        this.onEnd = onEnd;
    }

    boolean isReady() {
        return ready && !ended;
    }

    @Override
    public void beforeStart(ClientCallStreamObserver<ChaincodeMessage> requests) {
        synchronized (this) {
            out = requests;
        }
    }

    void execute(Execution execution, ChaincodeMessage transaction) {
        if (running.putIfAbsent(execution.transactionId(), execution) != null) {
            execution.fail("txid: " + execution.transactionId() + "(" + transaction.getChannelId() + ") exists");
            return;
        }
        CompletableFuture<ChaincodeAnswer> unused = execution
                .answer()
                .whenComplete((answer, failure) -> running.remove(execution.transactionId(), execution));
        send(transaction);
        if (ended) {
            execution.fail(TERMINATED);
        }
    }

    private synchronized void send(ChaincodeMessage message) {
        if (out != null && !ended) {
            out.onNext(message);
        }
    }

    @Override
    public void onNext(ChaincodeMessage message) {
        switch (message.getType()) {
            case REGISTER -> register(message);
            case KEEPALIVE -> {}
            case COMPLETED, ERROR -> {
                // Gone before its answer is known: whoever has the answer may run the same proposal again.
                @Nullable Execution execution = running.remove(message.getTxid());
                if (execution != null) {
                    execution.finish(message);
                }
            }
            default -> {
                @Nullable Execution execution = running.get(message.getTxid());
                send(
                        execution == null
                                ? StateRequests.failure(message, "no ledger context")
                                : StateRequests.answer(message, execution.simulation()));
            }
        }
    }

    private void register(ChaincodeMessage message) {
        try {
            if (ChaincodeID.parseFrom(message.getPayload()).getName().isEmpty()) {
                cancel("The chaincode registered without a name.");
                return;
            }
        } catch (InvalidProtocolBufferException e) {
            cancel("The chaincode registered with bytes that are no ChaincodeID.");
            return;
        }
        send(ChaincodeMessage.newBuilder()
                .setType(ChaincodeMessage.Type.REGISTERED)
                .build());
        send(ChaincodeMessage.newBuilder()
                .setType(ChaincodeMessage.Type.READY)
                .setPayload(ChaincodeAdditionalParams.newBuilder()
                        .setUseWriteBatch(true)
                        .setMaxSizeWriteBatch(BATCH_KEYS)
                        .setUseGetMultipleKeys(true)
                        .setMaxSizeGetMultipleKeys(BATCH_KEYS)
                        .build()
                        .toByteString())
                .build());
        ready = true;
        onReady.run();
    }

    /** Ends the stream from this side; whatever runs on it has failed when this returns. */
    void cancel(String reason) {
        synchronized (this) {
            if (out != null && !ended) {
                out.cancel(reason, null);
            }
        }
        failAll();
    }

    @Override
    public void onError(Throwable failure) {
        end();
    }

    @Override
    public void onCompleted() {
        end();
    }

    private void end() {
        failAll();
        onEnd.run();
    }

    private void failAll() {
        ended = true;
        running.values().forEach(execution -> execution.fail(TERMINATED));
    }
}
