package uz.muhr.network.devnet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.Status;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockchainInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.network.devnet.fixture.Client;
import uz.muhr.network.devnet.fixture.SeparateNetwork;
import uz.muhr.network.devnet.ledger.BlockHashes;

@Timeout(180)
final class DurabilityIT {
    private static final int WRITERS = 8;
    private static final int ENOUGH = 60;

    @Test
    void aKillInTheMiddleOfLoadLosesNothingThatWasAcknowledged(@TempDir Path folder) throws Exception {
        Map<String, Long> acknowledged = new ConcurrentHashMap<>();
        AtomicInteger numbers = new AtomicInteger();
        try (SeparateNetwork network = SeparateNetwork.start(folder)) {
            for (int round = 0; round < 3; round++) {
                writeUntilKilled(network, acknowledged, numbers);
                network.serveAgain();
                try (Client client = network.client("CustomsMSP", "officer")) {
                    for (String key : acknowledged.keySet()) {
                        assertEquals("of " + key, client.evaluate("get", key));
                    }
                    assertUnbroken(client, network.topology().channel());
                }
            }
            assertTrue(acknowledged.size() >= 3 * ENOUGH);
        }
    }

    private static void writeUntilKilled(SeparateNetwork network, Map<String, Long> acknowledged, AtomicInteger numbers)
            throws Exception {
        CountDownLatch enough = new CountDownLatch(ENOUGH);
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        List<Client> clients = new ArrayList<>();
        List<Future<?>> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            Client client = network.client(i % 2 == 0 ? "CustomsMSP" : "ChamberMSP", "issuer");
            clients.add(client);
            writers.add(threads.submit(() -> {
                try {
                    while (true) {
                        String key = "durable-" + numbers.getAndIncrement();
                        Status status = client.endorse("put", key, "of " + key)
                                .submitAsync()
                                .getStatus();
                        if (status.isSuccessful()) {
                            acknowledged.put(key, status.getBlockNumber());
                            enough.countDown();
                        }
                    }
                } catch (GatewayException killed) {
                    // The end of every writer: the process it spoke to is gone.
                    return null;
                }
            }));
        }
        assertTrue(enough.await(60, TimeUnit.SECONDS));
        network.kill();
        for (Future<?> writer : writers) {
            writer.get();
        }
        threads.shutdown();
        clients.forEach(Client::close);
    }

    private static void assertUnbroken(Client client, String channel) throws Exception {
        var qscc = client.network().getContract("qscc");
        BlockchainInfo info = BlockchainInfo.parseFrom(qscc.evaluateTransaction("GetChainInfo", channel));
        ByteString previous = ByteString.EMPTY;
        for (long i = 0; i < info.getHeight(); i++) {
            Block block = Block.parseFrom(qscc.evaluateTransaction("GetBlockByNumber", channel, String.valueOf(i)));
            assertEquals(i, block.getHeader().getNumber());
            assertEquals(previous, block.getHeader().getPreviousHash());
            assertEquals(BlockHashes.data(block.getData()), block.getHeader().getDataHash());
            previous = BlockHashes.header(block.getHeader());
        }
        assertEquals(previous, info.getCurrentBlockHash());
    }

    @Test
    void aRestartContinuesTheSameChainAndItsOutcomesAndEventsAreStillThere(@TempDir Path folder) throws Exception {
        try (SeparateNetwork network = SeparateNetwork.start(folder)) {
            String id;
            long block;
            try (Client client = network.client("CarrierMSP", "carrier")) {
                var submitted = client.endorse("events", "Kept").submitAsync();
                id = submitted.getTransactionId();
                block = submitted.getStatus().getBlockNumber();
                client.submit("createWithPolicy", "kept", "x", "QuarantineMSP");
            }
            assertEquals(143, network.terminate(), "ended by SIGTERM");
            network.serveAgain();
            try (Client client = network.client("CarrierMSP", "carrier");
                    var events = client.network()
                            .newChaincodeEventsRequest(network.topology().chaincode())
                            .startBlock(block)
                            .build()
                            .getEvents(options -> options.withDeadlineAfter(30, TimeUnit.SECONDS))) {
                assertEquals(id, events.next().getTransactionId());
                assertEquals("QuarantineMSP", client.evaluate("getPolicy", "kept"));
                Status next = client.endorse("noop").submitAsync().getStatus();
                assertEquals(block + 2, next.getBlockNumber());
                assertUnbroken(client, network.topology().channel());
            }
        }
    }
}
