package uz.muhr.contract;

import com.google.protobuf.ByteString;
import io.grpc.stub.StreamObserver;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;

/**
 * The stream between a peer and the shim. All passes through as it is, but for two things: it hears what the peer announces
 * in READY, and a transaction may ask the peer what the shim has no words for; that answer does not reach the shim.
 *
 * <p>A peer answers one request of a transaction before it takes the next, and a transaction runs in one thread: so the
 * answer to a request is the next message of its transaction.
 */
final class PeerStream implements StreamObserver<ChaincodeMessage> {
    /** Longer than a peer lets a transaction run. */
    private static final int MOST_SECONDS = 60;

    private final StreamObserver<ChaincodeMessage> peer;
    private final StreamObserver<ChaincodeMessage> shim;
    private final Map<Transaction, CompletableFuture<ChaincodeMessage>> asked = new ConcurrentHashMap<>();
    private volatile Announced announced = Announced.NOTHING;
    private volatile boolean ended;

    /** What opens the shim's end of a stream, given the way to the peer. */
    interface Opening<E extends Exception> {
        StreamObserver<ChaincodeMessage> open(StreamObserver<ChaincodeMessage> peer) throws E;
    }

    private PeerStream(StreamObserver<ChaincodeMessage> peer, StreamObserver<ChaincodeMessage> shim) {
        this.peer = peer;
        this.shim = shim;
    }

    static <E extends Exception> PeerStream between(StreamObserver<ChaincodeMessage> peer, Opening<E> opening)
            throws E {
        OneAtATime orderly = new OneAtATime(peer);
        return new PeerStream(orderly, opening.open(orderly));
    }

    Announced announced() {
        return announced;
    }

    /** A transaction of this stream. */
    record Transaction(PeerStream stream, String channel, String id) {
        /**
         * Sends a request and waits for its answer's payload.
         *
         * @throws IllegalStateException when the peer refuses, or the stream ends
         */
        ByteString ask(ChaincodeMessage.Type type, ByteString payload) {
            return stream.ask(
                    this,
                    ChaincodeMessage.newBuilder()
                            .setType(type)
                            .setChannelId(channel)
                            .setTxid(id)
                            .setPayload(payload)
                            .build());
        }
    }

    private ByteString ask(Transaction transaction, ChaincodeMessage request) {
        CompletableFuture<ChaincodeMessage> answer = new CompletableFuture<>();
        asked.put(transaction, answer);
        try {
            if (ended) {
                throw new IllegalStateException("The stream to the peer has ended.");
            }
            peer.onNext(request);
            ChaincodeMessage answered = answer.get(MOST_SECONDS, TimeUnit.SECONDS);
            if (answered.getType() != ChaincodeMessage.Type.RESPONSE) {
                throw new IllegalStateException(
                        "The peer answered a " + request.getType() + " with " + answered.getType() + ".");
            }
            return answered.getPayload();
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The peer did not answer a " + request.getType() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the peer was asked.", e);
        } finally {
            asked.remove(transaction);
        }
    }

    @Override
    public void onNext(ChaincodeMessage message) {
        if (message.getType() == ChaincodeMessage.Type.READY) {
            announced = Announced.in(message.getPayload());
        }
        CompletableFuture<ChaincodeMessage> waiting =
                asked.remove(new Transaction(this, message.getChannelId(), message.getTxid()));
        if (waiting == null) {
            shim.onNext(message);
        } else {
            waiting.complete(message);
        }
    }

    @Override
    public void onError(Throwable failure) {
        end();
        shim.onError(failure);
    }

    @Override
    public void onCompleted() {
        end();
        shim.onCompleted();
    }

    private void end() {
        ended = true;
        IllegalStateException why = new IllegalStateException("The stream to the peer has ended.");
        asked.values().forEach(waiting -> waiting.completeExceptionally(why));
    }

    /** The shim locks its own sends; ours have to keep out of their way. */
    private record OneAtATime(StreamObserver<ChaincodeMessage> peer) implements StreamObserver<ChaincodeMessage> {
        @Override
        public synchronized void onNext(ChaincodeMessage message) {
            peer.onNext(message);
        }

        @Override
        public synchronized void onError(Throwable failure) {
            peer.onError(failure);
        }

        @Override
        public synchronized void onCompleted() {
            peer.onCompleted();
        }
    }
}
