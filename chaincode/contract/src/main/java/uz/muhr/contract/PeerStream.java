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
 * The stream between a peer and the shim. All passes through as it is, but for three things: it hears what the peer
 * announces in READY; a transaction may ask the peer what the shim has no words for, and that answer does not reach the
 * shim; and the shim knows a transaction by the id of its {@linkplain Runs run}.
 *
 * <p>A peer answers one request of a transaction before it takes the next, and a transaction runs in one thread: so the
 * answer to a request is the next message of its transaction.
 */
final class PeerStream implements StreamObserver<ChaincodeMessage> {
    /** Longer than a peer lets a transaction run. */
    private static final int MOST_SECONDS = 60;

    private final StreamObserver<ChaincodeMessage> peer;
    private final StreamObserver<ChaincodeMessage> shim;
    private final Runs runs = new Runs();
    private final Map<Run, CompletableFuture<ChaincodeMessage>> asked = new ConcurrentHashMap<>();
    private volatile Announced announced = Announced.NOTHING;
    private volatile boolean ended;

    /** What opens the shim's end of a stream, given the way to the peer. */
    interface Opening<E extends Exception> {
        StreamObserver<ChaincodeMessage> open(StreamObserver<ChaincodeMessage> peer) throws E;
    }

    private <E extends Exception> PeerStream(StreamObserver<ChaincodeMessage> peer, Opening<E> opening) throws E {
        this.peer = new OneAtATime(peer);
        this.shim = opening.open(new FromShim());
    }

    static <E extends Exception> PeerStream between(StreamObserver<ChaincodeMessage> peer, Opening<E> opening)
            throws E {
        return new PeerStream(peer, opening);
    }

    Announced announced() {
        return announced;
    }

    /** A run of a transaction of this stream, by the id that the shim gives it. */
    record Run(PeerStream stream, String channel, String id) {
        /** The id that the transaction has on the ledger. */
        String transaction() {
            return Runs.transaction(id);
        }

        /**
         * Sends a request and waits for its answer's payload.
         *
         * @throws IllegalStateException when the peer refuses, does not wait for this run any more, or the stream ends
         */
        ByteString ask(ChaincodeMessage.Type type, ByteString payload) {
            return stream.ask(
                    this,
                    ChaincodeMessage.newBuilder()
                            .setType(type)
                            .setChannelId(channel)
                            .setTxid(transaction())
                            .setPayload(payload)
                            .build());
        }
    }

    private ByteString ask(Run run, ChaincodeMessage request) {
        CompletableFuture<ChaincodeMessage> answer = new CompletableFuture<>();
        asked.put(run, answer);
        try {
            if (ended) {
                throw new IllegalStateException("The stream to the peer has ended.");
            }
            if (!runs.goesOn(run.channel(), run.id())) {
                throw new IllegalStateException("The peer does not wait for this run any more.");
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
            asked.remove(run);
        }
    }

    @Override
    public void onNext(ChaincodeMessage message) {
        switch (message.getType()) {
            case READY -> {
                announced = Announced.in(message.getPayload());
                shim.onNext(message);
            }
            case TRANSACTION, INIT -> toShim(message, runs.begin(message.getChannelId(), message.getTxid()));
            case RESPONSE, ERROR ->
                // An answer to a run that has ended is nobody's.
                runs.of(message.getChannelId(), message.getTxid()).ifPresent(run -> answer(message, run));
            default -> shim.onNext(message);
        }
    }

    private void answer(ChaincodeMessage message, String run) {
        CompletableFuture<ChaincodeMessage> waiting = asked.remove(new Run(this, message.getChannelId(), run));
        if (waiting == null) {
            toShim(message, run);
        } else {
            waiting.complete(message);
        }
    }

    private void toShim(ChaincodeMessage message, String run) {
        shim.onNext(message.toBuilder().setTxid(run).build());
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

    /** What the shim has to say to the peer. */
    private final class FromShim implements StreamObserver<ChaincodeMessage> {
        @Override
        public void onNext(ChaincodeMessage message) {
            String channel = message.getChannelId();
            String run = message.getTxid();
            switch (message.getType()) {
                case REGISTER, KEEPALIVE -> peer.onNext(message);
                case COMPLETED, ERROR -> {
                    // Ended before its answer is known: whoever has the answer may have the transaction run again.
                    if (runs.end(channel, run)) {
                        toPeer(message);
                    }
                }
                default -> {
                    if (runs.goesOn(channel, run)) {
                        toPeer(message);
                    } else {
                        shim.onNext(message.toBuilder()
                                .setType(ChaincodeMessage.Type.ERROR)
                                .clearPayload()
                                .build());
                    }
                }
            }
        }

        private void toPeer(ChaincodeMessage message) {
            peer.onNext(message.toBuilder()
                    .setTxid(Runs.transaction(message.getTxid()))
                    .build());
        }

        @Override
        public void onError(Throwable failure) {
            peer.onError(failure);
        }

        @Override
        public void onCompleted() {
            peer.onCompleted();
        }
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
