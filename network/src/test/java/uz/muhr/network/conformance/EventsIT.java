package uz.muhr.network.conformance;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.hyperledger.fabric.client.ChaincodeEvent;
import org.hyperledger.fabric.client.CloseableIterator;
import org.hyperledger.fabric.client.GatewayRuntimeException;
import org.hyperledger.fabric.client.SubmittedTransaction;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.peer.FilteredBlock;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.Test;
import uz.muhr.network.conformance.fixture.Client;
import uz.muhr.network.conformance.fixture.Conformance;
import uz.muhr.network.conformance.fixture.OnlyOn;
import uz.muhr.network.conformance.fixture.TestedNetwork;
import uz.muhr.network.identity.Engine;

@Conformance
final class EventsIT {
    private final TestedNetwork network;
    private final Client client;
    private final String chaincode;

    EventsIT(TestedNetwork network) {
        this.network = network;
        this.client = network.client("ChamberMSP", "issuer");
        this.chaincode = network.topology().chaincode();
    }

    private SubmittedTransaction submit(String... names) throws Exception {
        SubmittedTransaction submitted = client.order(client.endorse("events", names));
        assertTrue(submitted.getStatus().isSuccessful());
        return submitted;
    }

    private static ChaincodeEvent next(CloseableIterator<ChaincodeEvent> events) {
        return events.next();
    }

    @Test
    void anEventArrivesWithItsNamePayloadTransactionAndBlock() throws Exception {
        AtomicBoolean arrived = new AtomicBoolean();
        // From the next commit on: which one that is, is known only when an event has come, so several are sent.
        CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> {
            while (!arrived.get()) {
                assertDoesNotThrow(() -> submit("Opened"));
            }
        });
        try (var events = client.network()
                .getChaincodeEvents(chaincode, options -> options.withDeadlineAfter(30, TimeUnit.SECONDS))) {
            ChaincodeEvent event = next(events);
            while (!event.getEventName().equals("Opened")) {
                event = next(events);
            }
            assertEquals("of Opened", Client.text(event.getPayload()));
            assertEquals(chaincode, event.getChaincodeName());
            assertTrue(client.block(event.getBlockNumber()).position(event.getTransactionId()) >= 0);
        } finally {
            arrived.set(true);
            sending.join();
        }
    }

    @Test
    void ofSeveralEventsInATransactionTheLastOneStays() throws Exception {
        SubmittedTransaction submitted = submit("First", "Second", "Third");
        assertEquals(List.of("Third"), replay(submitted.getStatus().getBlockNumber(), submitted.getTransactionId()));
    }

    /** The names of a transaction's events from a block on, up to a marker event sent now. */
    private List<String> replay(long startBlock, String transactionId) throws Exception {
        SubmittedTransaction marker = submit("Marker");
        List<String> names = new ArrayList<>();
        try (var events = client.network()
                .newChaincodeEventsRequest(chaincode)
                .startBlock(startBlock)
                .build()
                .getEvents(options -> options.withDeadlineAfter(30, TimeUnit.SECONDS))) {
            for (ChaincodeEvent event = next(events);
                    !event.getTransactionId().equals(marker.getTransactionId());
                    event = next(events)) {
                if (event.getTransactionId().equals(transactionId)) {
                    names.add(event.getEventName());
                }
            }
        }
        return names;
    }

    @Test
    void aTransactionThatFailedItsValidationHasNoEvent() throws Exception {
        String key = "event-" + UUID.randomUUID();
        Transaction first = client.endorse("create", key, "1");
        Transaction second = client.endorse("create", key, "2");
        var won = client.order(first);
        assertTrue(won.getStatus().isSuccessful());
        var lost = client.order(second);
        assertFalse(lost.getStatus().isSuccessful());
        long block = won.getStatus().getBlockNumber();
        assertEquals(List.of("Created"), replay(block, first.getTransactionId()));
        assertEquals(List.of(), replay(block, second.getTransactionId()));
    }

    @Test
    void replayAfterATransactionBeginsWithTheNextEvent() throws Exception {
        SubmittedTransaction first = submit("One");
        submit("Two");
        submit("Three");
        try (var events = client.network()
                .newChaincodeEventsRequest(chaincode)
                .startBlock(0)
                .checkpoint(new After(first.getStatus().getBlockNumber(), first.getTransactionId()))
                .build()
                .getEvents(options -> options.withDeadlineAfter(30, TimeUnit.SECONDS))) {
            assertEquals("Two", next(events).getEventName());
            assertEquals("Three", next(events).getEventName());
        }
    }

    private record After(long block, String transaction) implements org.hyperledger.fabric.client.Checkpoint {
        @Override
        public java.util.OptionalLong getBlockNumber() {
            return java.util.OptionalLong.of(block);
        }

        @Override
        public java.util.Optional<String> getTransactionId() {
            return java.util.Optional.of(transaction);
        }
    }

    @Test
    void replayAfterATransactionWithoutAnEventDeliversNothing() throws Exception {
        SubmittedTransaction silent = client.order(client.endorse("noop"));
        assertTrue(silent.getStatus().isSuccessful());
        submit("After");
        try (var events = client.network()
                .newChaincodeEventsRequest(chaincode)
                .checkpoint(new After(silent.getStatus().getBlockNumber(), silent.getTransactionId()))
                .build()
                .getEvents(options -> options.withDeadlineAfter(1, TimeUnit.SECONDS))) {
            GatewayRuntimeException late = assertThrows(GatewayRuntimeException.class, events::hasNext);
            assertEquals(io.grpc.Status.Code.DEADLINE_EXCEEDED, late.getStatus().getCode());
        }
    }

    @Test
    void anotherChaincodesFollowerSeesNoneOfTheseEvents() throws Exception {
        long start = submit("Here").getStatus().getBlockNumber();
        try (var events = client.network()
                .newChaincodeEventsRequest("another")
                .startBlock(start)
                .build()
                .getEvents(options -> options.withDeadlineAfter(1, TimeUnit.SECONDS))) {
            assertThrows(GatewayRuntimeException.class, events::hasNext);
        }
    }

    @Test
    void blocksComeFromAnyNumberInOrderAndOnAsTheyAreMade() throws Exception {
        try (var blocks = client.network()
                .newBlockEventsRequest()
                .startBlock(0)
                .build()
                .getEvents(options -> options.withDeadlineAfter(30, TimeUnit.SECONDS))) {
            assertEquals(0, blocks.next().getHeader().getNumber());
            long made = submit("More").getStatus().getBlockNumber();
            Block block = blocks.next();
            for (long i = 1; i < made; i++) {
                assertEquals(i, block.getHeader().getNumber());
                block = blocks.next();
            }
            assertEquals(5, block.getMetadata().getMetadataCount());
        }
    }

    @Test
    void filteredBlocksShowIdentifiersCodesAndEventsWithoutPayloads() throws Exception {
        SubmittedTransaction submitted = submit("Seen");
        try (var blocks = client.network()
                .newFilteredBlockEventsRequest()
                .startBlock(submitted.getStatus().getBlockNumber())
                .build()
                .getEvents(options -> options.withDeadlineAfter(30, TimeUnit.SECONDS))) {
            FilteredBlock block = blocks.next();
            assertEquals(network.topology().channel(), block.getChannelId());
            var transaction = block.getFilteredTransactionsList().stream()
                    .filter(each -> each.getTxid().equals(submitted.getTransactionId()))
                    .findFirst()
                    .orElseThrow();
            assertEquals(TxValidationCode.VALID, transaction.getTxValidationCode());
            var event =
                    transaction.getTransactionActions().getChaincodeActions(0).getChaincodeEvent();
            assertEquals("Seen", event.getEventName());
            assertTrue(event.getPayload().isEmpty());
        }
    }

    @Test
    @OnlyOn(value = Engine.DEVNET, because = "Fabric has private data, which no chaincode here uses")
    void blocksWithPrivateDataAreNotImplemented() throws Exception {
        try (var blocks = client.network()
                .newBlockAndPrivateDataEventsRequest()
                .startBlock(0)
                .build()
                .getEvents(options -> options.withDeadlineAfter(10, TimeUnit.SECONDS))) {
            GatewayRuntimeException refused = assertThrows(GatewayRuntimeException.class, blocks::hasNext);
            assertEquals(io.grpc.Status.Code.UNIMPLEMENTED, refused.getStatus().getCode());
            assertTrue(String.valueOf(refused.getStatus().getDescription()).contains("DeliverWithPrivateData"));
        }
    }
}
