package uz.muhr.network.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.Status;
import org.hyperledger.fabric.client.SubmittedTransaction;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.protos.common.BlockchainInfo;
import org.junit.jupiter.api.Test;
import uz.muhr.network.conformance.fixture.Client;
import uz.muhr.network.conformance.fixture.Conformance;
import uz.muhr.network.conformance.fixture.OrderedBlock;
import uz.muhr.network.conformance.fixture.TestedNetwork;
import uz.muhr.network.local.Retry;

/** Every process is killed in the middle of work, as a power cut would, and started again. */
@Conformance
final class RestartIT {
    private static final int WRITERS = 8;
    private static final int ENOUGH = 40;
    private static final Duration SOON = Duration.ofSeconds(60);

    private final TestedNetwork network;
    private final Client client;
    private final String key = "restart-" + UUID.randomUUID();
    private final AtomicInteger numbers = new AtomicInteger();

    RestartIT(TestedNetwork network) {
        this.network = network;
        this.client = network.client("CarrierMSP", "carrier");
    }

    @Test
    void aKillInTheMiddleOfLoadLosesNothingAndTheChainGoesOn() throws Exception {
        SubmittedTransaction event = client.order(client.endorse("events", "Kept"));
        client.submit("createWithPolicy", key, "x", "QuarantineMSP");
        client.submit("put", key, "y");
        Map<String, Long> acknowledged = writeUntilKilled();
        network.up();
        // The client's gateway may not have found the other peers yet.
        Transaction first = new Retry(SOON).until("Nothing is endorsed", () -> client.endorse("noop"));
        // Every peer has this block once it is there, and so all before it.
        Status next = client.order(first).getStatus();

        for (Map.Entry<String, Long> each : acknowledged.entrySet()) {
            assertEquals("of " + each.getKey(), client.evaluate("get", each.getKey()));
        }
        assertEquals("QuarantineMSP", client.evaluate("getPolicy", key));
        assertEquals("y", client.evaluate("get", key));
        assertReplayed(event);
        assertTrue(acknowledged.values().stream().allMatch(block -> block < next.getBlockNumber()));
        assertUnbroken();
    }

    private Map<String, Long> writeUntilKilled() throws Exception {
        Map<String, Long> acknowledged = new ConcurrentHashMap<>();
        CountDownLatch enough = new CountDownLatch(ENOUGH);
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        List<Future<?>> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            Client writer = network.client(i % 2 == 0 ? "CustomsMSP" : "ChamberMSP", "issuer");
            writers.add(threads.submit(() -> {
                try {
                    while (true) {
                        String own = key + "-" + numbers.getAndIncrement();
                        Status status = writer.endorse("put", own, "of " + own)
                                .submitAsync()
                                .getStatus();
                        if (status.isSuccessful()) {
                            acknowledged.put(own, status.getBlockNumber());
                            enough.countDown();
                        }
                    }
                } catch (GatewayException killed) {
                    // The end of every writer: the processes it spoke to are gone.
                    return null;
                }
            }));
        }
        assertTrue(enough.await(60, TimeUnit.SECONDS));
        network.killAll();
        for (Future<?> writer : writers) {
            writer.get();
        }
        threads.shutdown();
        return acknowledged;
    }

    private void assertReplayed(SubmittedTransaction event) throws Exception {
        try (var events = client.network()
                .newChaincodeEventsRequest(network.topology().chaincode())
                .startBlock(event.getStatus().getBlockNumber())
                .build()
                .getEvents(options -> options.withDeadlineAfter(30, TimeUnit.SECONDS))) {
            assertEquals(event.getTransactionId(), events.next().getTransactionId());
        }
    }

    private void assertUnbroken() throws Exception {
        BlockchainInfo info = BlockchainInfo.parseFrom(client.network()
                .getContract("qscc")
                .evaluateTransaction("GetChainInfo", network.topology().channel()));
        ByteString previous = ByteString.EMPTY;
        for (long i = 0; i < info.getHeight(); i++) {
            OrderedBlock block = client.block(i);
            assertEquals(i, block.number());
            assertEquals(previous, block.block().getHeader().getPreviousHash());
            assertEquals(block.dataHash(), block.block().getHeader().getDataHash());
            previous = block.headerHash();
        }
        assertEquals(previous, info.getCurrentBlockHash());
    }
}
