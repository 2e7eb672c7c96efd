package uz.muhr.network.devnet.chaincode;

import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.hyperledger.fabric.protos.peer.ChaincodeGrpc;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import org.jspecify.annotations.Nullable;
import uz.muhr.network.devnet.simulation.Simulation;
import uz.muhr.network.devnet.transaction.Proposal;

/** The connection to one organisation's chaincode server, in plain text on the loopback interface. */
public final class ChaincodeServerLink implements AutoCloseable {
    private static final int MAX_MESSAGE = 100 << 20;
    private static final Duration REDIAL = Duration.ofMillis(200);

    private final String organisation;
    private final Duration executeTimeout;
    private final ManagedChannel channel;
    private final ScheduledExecutorService timer;
    private @Nullable ChaincodeStream stream;
    private @Nullable ScheduledFuture<?> redial;
    private boolean closed;

    /** Dials at once and goes on until closed; the timer serves redials and time limits. */
    public ChaincodeServerLink(String organisation, int port, Duration executeTimeout, ScheduledExecutorService timer) {
        this.organisation = organisation;
        this.executeTimeout = executeTimeout;
        this.timer = timer;
        this.channel = NettyChannelBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                .usePlaintext()
                .maxInboundMessageSize(MAX_MESSAGE)
                .build();
        dial();
    }

    private synchronized void dial() {
        if (closed) {
            return;
        }
        ChaincodeStream next = new ChaincodeStream(this::tellReady, this::redial);
        stream = next;
        ChaincodeGrpc.newStub(channel).withWaitForReady().connect(next);
    }

    private synchronized void tellReady() {
        notifyAll();
    }

    private synchronized void redial() {
        if (!closed) {
            // A server that ends its streams at once must not be dialled in a tight loop.
            redial = timer.schedule(this::redialNow, REDIAL.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void redialNow() {
        channel.resetConnectBackoff();
        dial();
    }

    /** Whether the chaincode is registered and can be asked. */
    public synchronized boolean isReady() {
        return stream != null && stream.isReady();
    }

    /** Waits until the chaincode is registered. */
    public synchronized void awaitReady(long deadlineNanos) throws InterruptedException, TimeoutException {
        while (!isReady()) {
            long left = deadlineNanos - System.nanoTime();
            if (left <= 0) {
                throw new TimeoutException("The chaincode of " + organisation
                        + " did not register in time: start its chaincode server, or look at that server's output.");
            }
            channel.resetConnectBackoff();
            // Woken by tellReady; the limit lets a dial that is backing off try again soon.
            TimeUnit.NANOSECONDS.timedWait(this, Math.min(left, REDIAL.toNanos()));
        }
    }

    /** Runs a proposal. The future fails with {@link ChaincodeFailureException}. */
    public CompletableFuture<ChaincodeAnswer> execute(Proposal proposal, Simulation simulation) {
        CompletableFuture<ChaincodeAnswer> answer = new CompletableFuture<>();
        Execution execution = new Execution(proposal.transactionId(), proposal.chaincode(), simulation, answer);
        @Nullable ChaincodeStream current;
        synchronized (this) {
            current = stream;
        }
        if (current == null || !current.isReady()) {
            execution.fail("could not launch chaincode " + proposal.chaincode() + ": the chaincode server of "
                    + organisation + " is not connected");
            return answer;
        }
        var limit = timer.schedule(
                () -> execution.fail("timeout expired while executing transaction"),
                executeTimeout.toMillis(),
                TimeUnit.MILLISECONDS);
        current.execute(
                execution,
                ChaincodeMessage.newBuilder()
                        .setType(ChaincodeMessage.Type.TRANSACTION)
                        .setTxid(proposal.transactionId())
                        .setChannelId(proposal.channel())
                        .setPayload(proposal.input().toByteString())
                        .setProposal(proposal.signed())
                        .build());
        return answer.whenComplete((done, failure) -> limit.cancel(false));
    }

    /** Ends the connection; whatever ran on it has failed when this returns. */
    @Override
    public void close() {
        @Nullable ChaincodeStream last;
        synchronized (this) {
            closed = true;
            last = stream;
            if (redial != null) {
                redial.cancel(false);
            }
        }
        if (last != null) {
            last.cancel("The devnet is closing.");
        }
        channel.shutdownNow();
    }
}
