package uz.muhr.network.devnet.deliver;

import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Status;
import org.hyperledger.fabric.protos.orderer.SeekInfo;
import org.hyperledger.fabric.protos.peer.DeliverGrpc;
import org.hyperledger.fabric.protos.peer.DeliverResponse;
import org.jspecify.annotations.Nullable;
import uz.muhr.network.devnet.ledger.Ledger;
import uz.muhr.network.devnet.msp.Identity;
import uz.muhr.network.devnet.msp.InvalidIdentityException;
import uz.muhr.network.devnet.msp.Members;
import uz.muhr.network.devnet.transaction.InvalidTransactionException;
import uz.muhr.network.devnet.transaction.SignedEnvelope;

/** The peer's block service. Blocks with private data are not served: the devnet has none. */
public final class DeliverService extends DeliverGrpc.DeliverImplBase {
    private final String channel;
    private final Members members;
    private final Ledger ledger;
    private final Clock clock;
    private final Executor executor;

    public DeliverService(String channel, Members members, Ledger ledger, Clock clock, Executor executor) {
        this.channel = channel;
        this.members = members;
        this.ledger = ledger;
        this.clock = clock;
        this.executor = executor;
    }

    @Override
    public StreamObserver<Envelope> deliver(StreamObserver<DeliverResponse> client) {
        return new Seeker(
                (ServerCallStreamObserver<DeliverResponse>) client,
                block ->
                        Optional.of(DeliverResponse.newBuilder().setBlock(block).build()));
    }

    @Override
    public StreamObserver<Envelope> deliverFiltered(StreamObserver<DeliverResponse> client) {
        return new Seeker(
                (ServerCallStreamObserver<DeliverResponse>) client,
                block -> Optional.of(DeliverResponse.newBuilder()
                        .setFilteredBlock(BlockEvents.filtered(block))
                        .build()));
    }

    /** One client's stream: each envelope asks for a range; a range that ended well may be followed by another one. */
    private final class Seeker implements StreamObserver<Envelope> {
        private final ServerCallStreamObserver<DeliverResponse> client;
        private final Function<Block, Optional<DeliverResponse>> view;
        private volatile @Nullable BlockFeed<DeliverResponse> feed;

        Seeker(ServerCallStreamObserver<DeliverResponse> client, Function<Block, Optional<DeliverResponse>> view) {
            this.client = client;
            this.view = view;
            client.setOnReadyHandler(this::wake);
            client.setOnCancelHandler(this::stop);
        }

        private void wake() {
            BlockFeed<DeliverResponse> current = feed;
            if (current != null) {
                current.wake();
            }
        }

        private void stop() {
            BlockFeed<DeliverResponse> current = feed;
            if (current != null) {
                current.stop();
            }
        }

        @Override
        public void onNext(Envelope envelope) {
            SeekRange range = range(envelope);
            if (range.refusal().isPresent()) {
                send(range.refusal().get());
                client.onCompleted();
                return;
            }
            stop();
            BlockFeed<DeliverResponse> next = new BlockFeed<>(
                    ledger, executor, client, range.first(), range.last(), view, () -> send(Status.SUCCESS));
            feed = next;
            next.start();
        }

        private void send(Status status) {
            client.onNext(DeliverResponse.newBuilder().setStatus(status).build());
        }

        @Override
        public void onError(Throwable failure) {
            stop();
        }

        @Override
        public void onCompleted() {
            stop();
            client.onCompleted();
        }
    }

    private SeekRange range(Envelope envelope) {
        try {
            SignedEnvelope read = SignedEnvelope.read(envelope);
            if (!read.channelHeader().getChannelId().equals(channel)) {
                return new SeekRange(0, 0, Optional.of(Status.NOT_FOUND));
            }
            if (!mayRead(read)) {
                return new SeekRange(0, 0, Optional.of(Status.FORBIDDEN));
            }
            return SeekRange.of(SeekInfo.parseFrom(read.data()), ledger.height());
        } catch (InvalidTransactionException | InvalidProtocolBufferException e) {
            return new SeekRange(0, 0, Optional.of(Status.BAD_REQUEST));
        }
    }

    private boolean mayRead(SignedEnvelope read) {
        try {
            Identity reader = members.identity(read.signatureHeader().getCreator());
            return !reader.expiredAt(clock.instant())
                    && reader.signed(
                            read.envelope().getSignature(), read.envelope().getPayload());
        } catch (InvalidIdentityException e) {
            return false;
        }
    }
}
