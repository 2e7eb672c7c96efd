package uz.muhr.network.devnet.gateway;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.hyperledger.fabric.protos.gateway.ChaincodeEventsRequest;
import org.hyperledger.fabric.protos.gateway.ChaincodeEventsResponse;
import org.hyperledger.fabric.protos.gateway.CommitStatusRequest;
import org.hyperledger.fabric.protos.gateway.CommitStatusResponse;
import org.hyperledger.fabric.protos.gateway.EndorseRequest;
import org.hyperledger.fabric.protos.gateway.EndorseResponse;
import org.hyperledger.fabric.protos.gateway.EvaluateRequest;
import org.hyperledger.fabric.protos.gateway.EvaluateResponse;
import org.hyperledger.fabric.protos.gateway.GatewayGrpc;
import org.hyperledger.fabric.protos.gateway.SignedChaincodeEventsRequest;
import org.hyperledger.fabric.protos.gateway.SignedCommitStatusRequest;
import org.hyperledger.fabric.protos.gateway.SubmitRequest;
import org.hyperledger.fabric.protos.gateway.SubmitResponse;
import uz.muhr.network.devnet.deliver.BlockFeed;

/** The gateway at one organisation's peer. */
public final class GatewayService extends GatewayGrpc.GatewayImplBase {
    private final Channel channel;
    private final CommitWaiters waiters;
    private final Executor executor;
    private final Endorsing endorsing;
    private final Evaluating evaluating;
    private final Submitting submitting;
    private final ReaderCheck readers;

    public GatewayService(Channel channel, String ownMspId, CommitWaiters waiters, Executor executor) {
        this.channel = channel;
        this.waiters = waiters;
        this.executor = executor;
        this.endorsing = new Endorsing(channel, ownMspId);
        this.evaluating = new Evaluating(channel, ownMspId);
        this.submitting = new Submitting(channel);
        this.readers = new ReaderCheck(channel);
    }

    @Override
    public void endorse(EndorseRequest request, StreamObserver<EndorseResponse> client) {
        answer(client, () -> endorsing.endorse(request).thenApply(envelope -> EndorseResponse.newBuilder()
                .setPreparedTransaction(envelope)
                .build()));
    }

    @Override
    public void evaluate(EvaluateRequest request, StreamObserver<EvaluateResponse> client) {
        answer(client, () -> evaluating.evaluate(request).thenApply(response -> EvaluateResponse.newBuilder()
                .setResult(response)
                .build()));
    }

    @Override
    public void submit(SubmitRequest request, StreamObserver<SubmitResponse> client) {
        answer(client, () -> {
            submitting.submit(request);
            return CompletableFuture.completedFuture(SubmitResponse.getDefaultInstance());
        });
    }

    private static <T> void answer(StreamObserver<T> client, Supplier<CompletableFuture<T>> work) {
        ServerCallStreamObserver<T> call = (ServerCallStreamObserver<T>) client;
        // Without a handler, an answer to a client that has gone would be an error of the server.
        call.setOnCancelHandler(() -> {});
        CompletableFuture<T> result;
        try {
            result = work.get();
        } catch (StatusRuntimeException e) {
            client.onError(e);
            return;
        }
        CompletableFuture<T> unused = result.whenComplete((value, failure) -> {
            if (failure != null) {
                client.onError(Errors.of(failure));
            } else {
                client.onNext(value);
                client.onCompleted();
            }
        });
    }

    @Override
    public void commitStatus(SignedCommitStatusRequest signed, StreamObserver<CommitStatusResponse> client) {
        try {
            if (signed.getRequest().isEmpty()) {
                throw Errors.of(Code.INVALID_ARGUMENT, "a commit status request is required");
            }
            CommitStatusRequest request = CommitStatusRequest.parseFrom(signed.getRequest());
            if (request.getIdentity().isEmpty()) {
                throw Errors.of(Code.INVALID_ARGUMENT, "no identity provided");
            }
            if (request.getChannelId().isEmpty()) {
                throw Errors.of(Code.INVALID_ARGUMENT, "no channel ID provided");
            }
            if (request.getTransactionId().isEmpty()) {
                throw Errors.of(Code.INVALID_ARGUMENT, "transaction ID should not be empty");
            }
            readers.require(request.getChannelId(), request.getIdentity(), signed.getSignature(), signed.getRequest());
            waiters.await(request.getTransactionId(), (ServerCallStreamObserver<CommitStatusResponse>) client);
        } catch (InvalidProtocolBufferException e) {
            client.onError(Errors.of(Code.INVALID_ARGUMENT, "invalid status request: " + e.getMessage()));
        } catch (StatusRuntimeException e) {
            client.onError(e);
        }
    }

    @Override
    public void chaincodeEvents(SignedChaincodeEventsRequest signed, StreamObserver<ChaincodeEventsResponse> client) {
        try {
            if (signed.getRequest().isEmpty()) {
                throw Errors.of(Code.INVALID_ARGUMENT, "a chaincode events request is required");
            }
            ChaincodeEventsRequest request = ChaincodeEventsRequest.parseFrom(signed.getRequest());
            readers.require(request.getChannelId(), request.getIdentity(), signed.getSignature(), signed.getRequest());
            EventRequest events = new EventRequest(request);
            ServerCallStreamObserver<ChaincodeEventsResponse> call =
                    (ServerCallStreamObserver<ChaincodeEventsResponse>) client;
            BlockFeed<ChaincodeEventsResponse> feed = new BlockFeed<>(
                    channel.ledger(),
                    executor,
                    call,
                    events.firstBlock(channel.ledger()),
                    Long.MAX_VALUE,
                    events::view,
                    call::onCompleted);
            call.setOnCancelHandler(feed::stop);
            call.setOnReadyHandler(feed::wake);
            feed.start();
        } catch (InvalidProtocolBufferException e) {
            client.onError(Errors.of(Code.INVALID_ARGUMENT, "invalid chaincode events request: " + e.getMessage()));
        } catch (StatusRuntimeException e) {
            client.onError(e);
        }
    }
}
