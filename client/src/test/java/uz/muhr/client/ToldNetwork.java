package uz.muhr.client;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.TlsServerCredentials;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockHeader;
import org.hyperledger.fabric.protos.common.BlockchainInfo;
import org.hyperledger.fabric.protos.gateway.CommitStatusRequest;
import org.hyperledger.fabric.protos.gateway.CommitStatusResponse;
import org.hyperledger.fabric.protos.gateway.EndorseRequest;
import org.hyperledger.fabric.protos.gateway.EndorseResponse;
import org.hyperledger.fabric.protos.gateway.EvaluateRequest;
import org.hyperledger.fabric.protos.gateway.EvaluateResponse;
import org.hyperledger.fabric.protos.gateway.GatewayGrpc;
import org.hyperledger.fabric.protos.gateway.SignedCommitStatusRequest;
import org.hyperledger.fabric.protos.gateway.SubmitRequest;
import org.hyperledger.fabric.protos.gateway.SubmitResponse;
import org.hyperledger.fabric.protos.peer.Response;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.network.identity.Enrolment;
import uz.muhr.network.identity.NetworkHome;
import uz.muhr.network.identity.TlsFolder;
import uz.muhr.network.topology.Organisation;
import uz.muhr.network.topology.Topology;
import uz.muhr.protocol.identifier.TransactionId;
import uz.muhr.protocol.refusal.Refusal;

/** The gateways of the sample network without a network behind them: what they answer is told by a test. */
public final class ToldNetwork implements AutoCloseable {
    private final NetworkHome home;
    private final Story story;
    private final List<Server> peers = new ArrayList<>();

    /** What is behind the gateways. Each method may also throw a status of gRPC, as a gateway answers it. */
    public interface Story {
        /** What a function of a contract answers; a refusal is the contract's own. */
        String answer(Proposed proposed);

        /** The same, for a transaction that is to be ordered later. */
        String endorse(Proposed proposed);

        /** A transaction is given to the orderers. */
        void order(TransactionId transaction);

        /** What became of a transaction. */
        CommitStatusResponse outcome(TransactionId transaction);
    }

    private ToldNetwork(NetworkHome home, Story story) {
        this.home = home;
        this.story = story;
    }

    /** With keys and profiles of its own in a folder. */
    public static ToldNetwork of(Path folder, Story story) throws IOException {
        Topology topology = Topology.read(TestNetwork.root().resolve("network/network.yaml"))
                .onFreePorts();
        ToldNetwork network = new ToldNetwork(Enrolment.prepare(topology, folder, Clock.systemUTC()), story);
        for (Organisation organisation : topology.organisations()) {
            network.serve(organisation);
        }
        return network;
    }

    private void serve(Organisation organisation) throws IOException {
        TlsFolder tls = home.peerTls(organisation);
        InetAddress loopback = InetAddress.getLoopbackAddress();
        peers.add(NettyServerBuilder.forAddress(
                        new InetSocketAddress(loopback, organisation.ports().peer()),
                        TlsServerCredentials.create(
                                tls.certificate().toFile(), tls.privateKey().toFile()))
                .addService(new Gateway())
                .build()
                .start());
    }

    /** The folder of client profiles. */
    public Path profiles() {
        return home.root().resolve("profiles");
    }

    public Ledger ledger(String as) {
        return Ledger.open(profiles(), as);
    }

    private final class Gateway extends GatewayGrpc.GatewayImplBase {
        @Override
        public void evaluate(EvaluateRequest request, StreamObserver<EvaluateResponse> caller) {
            answer(caller, () -> {
                Proposed proposed = Proposed.read(request.getProposedTransaction());
                return EvaluateResponse.newBuilder()
                        .setResult(Response.newBuilder().setStatus(200).setPayload(result(proposed)))
                        .build();
            });
        }

        @Override
        public void endorse(EndorseRequest request, StreamObserver<EndorseResponse> caller) {
            answer(caller, () -> {
                Proposed proposed = Proposed.read(request.getProposedTransaction());
                return EndorseResponse.newBuilder()
                        .setPreparedTransaction(proposed.endorsed(story.endorse(proposed)))
                        .build();
            });
        }

        @Override
        public void submit(SubmitRequest request, StreamObserver<SubmitResponse> caller) {
            answer(caller, () -> {
                story.order(new TransactionId(request.getTransactionId()));
                return SubmitResponse.getDefaultInstance();
            });
        }

        @Override
        public void commitStatus(SignedCommitStatusRequest request, StreamObserver<CommitStatusResponse> caller) {
            answer(
                    caller,
                    () -> story.outcome(new TransactionId(
                            CommitStatusRequest.parseFrom(request.getRequest()).getTransactionId())));
        }

        private ByteString result(Proposed proposed) {
            return switch (proposed.function()) {
                case "GetChainInfo" ->
                    BlockchainInfo.newBuilder().setHeight(100).build().toByteString();
                case "GetBlockByTxID" ->
                    Block.newBuilder()
                            .setHeader(BlockHeader.newBuilder()
                                    .setNumber(story.outcome(new TransactionId(
                                                    proposed.arguments().get(1)))
                                            .getBlockNumber()))
                            .build()
                            .toByteString();
                default -> ByteString.copyFromUtf8(story.answer(proposed));
            };
        }
    }

    private interface Answering<T> {
        T answer() throws InvalidProtocolBufferException;
    }

    private static <T> void answer(StreamObserver<T> caller, Answering<T> answering) {
        try {
            caller.onNext(answering.answer());
            caller.onCompleted();
        } catch (Refusal refusal) {
            caller.onError(Status.ABORTED
                    .withDescription("chaincode response 500, " + refusal.getMessage())
                    .asRuntimeException());
        } catch (RuntimeException | InvalidProtocolBufferException e) {
            caller.onError(e);
        }
    }

    @Override
    public void close() {
        try {
            for (Server peer : peers) {
                peer.shutdownNow().awaitTermination(5, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
