package uz.muhr.network.devnet.chaincode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.hyperledger.fabric.protos.peer.ChaincodeAdditionalParams;
import org.hyperledger.fabric.protos.peer.ChaincodeEvent;
import org.hyperledger.fabric.protos.peer.ChaincodeGrpc;
import org.hyperledger.fabric.protos.peer.ChaincodeID;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import org.hyperledger.fabric.protos.peer.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.network.devnet.fixture.Identities;
import uz.muhr.network.devnet.fixture.Made;
import uz.muhr.network.devnet.ledger.Ledger;
import uz.muhr.network.devnet.policy.ChaincodeDefinition;
import uz.muhr.network.devnet.policy.EndorsementPolicy;
import uz.muhr.network.devnet.simulation.Simulation;
import uz.muhr.network.devnet.transaction.Proposal;

/** The stream seen from the chaincode's side, by a server that says what each test wants said. */
@ExtendWith(Identities.class)
final class ChaincodeServerLinkTest {
    private static final int LIMIT_SECONDS = 20;

    private final Proposal proposal;
    private final BlockingQueue<ChaincodeMessage> received = new LinkedBlockingQueue<>();
    private final BlockingQueue<StreamObserver<ChaincodeMessage>> streams = new LinkedBlockingQueue<>();
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Ledger ledger;

    @SuppressWarnings("NullAway.Init")
    private Server server;

    @SuppressWarnings("NullAway.Init")
    private ChaincodeServerLink link;

    ChaincodeServerLinkTest(Identities.Home home) {
        proposal = new Made(home).proposal("function");
    }

    @BeforeEach
    void start() throws Exception {
        ledger = Ledger.open(folder);
        server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .addService(new ChaincodeGrpc.ChaincodeImplBase() {
                    @Override
                    public StreamObserver<ChaincodeMessage> connect(StreamObserver<ChaincodeMessage> peer) {
                        streams.add(peer);
                        return new StreamObserver<>() {
                            @Override
                            public void onNext(ChaincodeMessage message) {
                                received.add(message);
                            }

                            @Override
                            public void onError(Throwable failure) {}

                            @Override
                            public void onCompleted() {}
                        };
                    }
                })
                .build()
                .start();
        link = link(Duration.ofSeconds(2 * LIMIT_SECONDS));
    }

    private ChaincodeServerLink link(Duration executeTimeout) {
        return new ChaincodeServerLink("customs", server.getPort(), executeTimeout, timer);
    }

    @AfterEach
    void stop() {
        link.close();
        server.shutdownNow();
        timer.shutdownNow();
        ledger.close();
    }

    private StreamObserver<ChaincodeMessage> stream() throws InterruptedException {
        StreamObserver<ChaincodeMessage> stream = streams.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
        assertTrue(stream != null, "the link dialled");
        return stream;
    }

    private ChaincodeMessage message() throws InterruptedException {
        ChaincodeMessage message = received.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
        assertTrue(message != null, "the peer said something");
        return message;
    }

    private StreamObserver<ChaincodeMessage> registered() throws Exception {
        StreamObserver<ChaincodeMessage> stream = stream();
        stream.onNext(ChaincodeMessage.newBuilder()
                .setType(ChaincodeMessage.Type.REGISTER)
                .setPayload(ChaincodeID.newBuilder().setName("test:1").build().toByteString())
                .build());
        link.awaitReady(System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS));
        assertEquals(ChaincodeMessage.Type.REGISTERED, message().getType());
        ChaincodeMessage ready = message();
        assertEquals(ChaincodeMessage.Type.READY, ready.getType());
        ChaincodeAdditionalParams parameters = ChaincodeAdditionalParams.parseFrom(ready.getPayload());
        assertTrue(parameters.getUseWriteBatch() && parameters.getUseGetMultipleKeys());
        assertEquals(1_000, parameters.getMaxSizeWriteBatch());
        return stream;
    }

    private CompletableFuture<ChaincodeAnswer> execute() {
        ChaincodeDefinition definition =
                new ChaincodeDefinition(Made.CHAINCODE, "1", EndorsementPolicy.peersOf(1, List.of("A")));
        Simulation simulation = new Simulation(proposal.transactionId(), definition, ledger.snapshot());
        return link.execute(proposal, simulation).whenComplete((answer, failure) -> simulation.close());
    }

    private static String failure(CompletableFuture<ChaincodeAnswer> answer) {
        ExecutionException failed =
                assertThrows(ExecutionException.class, () -> answer.get(LIMIT_SECONDS, TimeUnit.SECONDS));
        return String.valueOf(
                failed.getCause() == null ? null : failed.getCause().getMessage());
    }

    private ChaincodeMessage.Builder about(ChaincodeMessage.Type type) {
        return ChaincodeMessage.newBuilder()
                .setType(type)
                .setTxid(proposal.transactionId())
                .setChannelId(proposal.channel());
    }

    @Test
    void aTransactionCarriesItsProposalAndComesBackWithItsEvent() throws Exception {
        StreamObserver<ChaincodeMessage> stream = registered();
        CompletableFuture<ChaincodeAnswer> answer = execute();
        ChaincodeMessage transaction = message();
        assertEquals(ChaincodeMessage.Type.TRANSACTION, transaction.getType());
        assertEquals(proposal.signed(), transaction.getProposal());
        assertEquals(proposal.input().toByteString(), transaction.getPayload());
        stream.onNext(about(ChaincodeMessage.Type.COMPLETED)
                .setPayload(Response.newBuilder().setStatus(200).build().toByteString())
                .setChaincodeEvent(
                        ChaincodeEvent.newBuilder().setEventName("Done").setPayload(ByteString.copyFromUtf8("x")))
                .build());
        ChaincodeEvent event = ChaincodeEvent.parseFrom(
                answer.get(LIMIT_SECONDS, TimeUnit.SECONDS).event());
        assertEquals("Done", event.getEventName());
        assertEquals(Made.CHAINCODE, event.getChaincodeId());
        assertEquals(proposal.transactionId(), event.getTxId());
    }

    @Test
    void anErrorHasNoEvent() throws Exception {
        StreamObserver<ChaincodeMessage> stream = registered();
        CompletableFuture<ChaincodeAnswer> answer = execute();
        stream.onNext(about(ChaincodeMessage.Type.COMPLETED)
                .setPayload(Response.newBuilder().setStatus(500).build().toByteString())
                .setChaincodeEvent(ChaincodeEvent.newBuilder().setEventName("Done"))
                .build());
        assertTrue(answer.get(LIMIT_SECONDS, TimeUnit.SECONDS).event().isEmpty());
    }

    @Test
    void whatFailsInTheShimIsAFailureWithItsText() throws Exception {
        StreamObserver<ChaincodeMessage> stream = registered();
        CompletableFuture<ChaincodeAnswer> answer = execute();
        stream.onNext(about(ChaincodeMessage.Type.ERROR)
                .setPayload(ByteString.copyFromUtf8("no room"))
                .build());
        assertEquals("transaction returned with failure: no room", failure(answer));
        CompletableFuture<ChaincodeAnswer> nonsense = execute();
        stream.onNext(about(ChaincodeMessage.Type.COMPLETED)
                .setPayload(ByteString.copyFrom(new byte[] {(byte) 0xff}))
                .build());
        assertTrue(failure(nonsense).startsWith("failed to unmarshal response for transaction"));
    }

    @Test
    void aRequestForATransactionThatIsNotRunningIsAnError() throws Exception {
        StreamObserver<ChaincodeMessage> stream = registered();
        stream.onNext(about(ChaincodeMessage.Type.GET_STATE).build());
        ChaincodeMessage answer = message();
        assertEquals(ChaincodeMessage.Type.ERROR, answer.getType());
        assertTrue(answer.getPayload().toStringUtf8().contains("no ledger context"));
    }

    @Test
    void aChaincodeThatNeverAnswersRunsOutOfTime() throws Exception {
        stream();
        link.close();
        link = link(Duration.ofMillis(700));
        registered();
        assertEquals("timeout expired while executing transaction", failure(execute()));
    }

    @Test
    void theSameTransactionIsNotRunTwiceAtOnce() throws Exception {
        registered();
        CompletableFuture<ChaincodeAnswer> first = execute();
        assertTrue(failure(execute()).endsWith(" exists"));
        assertFalse(first.isDone());
    }

    @Test
    void aStreamThatEndsFailsWhatRanOnItAndIsDialledAgain() throws Exception {
        StreamObserver<ChaincodeMessage> stream = registered();
        CompletableFuture<ChaincodeAnswer> answer = execute();
        message();
        stream.onCompleted();
        assertEquals("chaincode stream terminated", failure(answer));
        registered();
        assertTrue(link.isReady());
    }

    @Test
    void withoutARegistrationNothingIsRun() {
        assertFalse(link.isReady());
        assertTrue(failure(execute()).contains("the chaincode server of customs is not connected"));
        TimeoutException late = assertThrows(
                TimeoutException.class, () -> link.awaitReady(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(50)));
        assertTrue(String.valueOf(late.getMessage()).contains("customs did not register"));
    }

    @Test
    void aRegistrationWithoutANameIsCutOff() throws Exception {
        stream()
                .onNext(ChaincodeMessage.newBuilder()
                        .setType(ChaincodeMessage.Type.REGISTER)
                        .build());
        // Dialled again after the first stream was cut off.
        stream();
        assertFalse(link.isReady());
    }
}
