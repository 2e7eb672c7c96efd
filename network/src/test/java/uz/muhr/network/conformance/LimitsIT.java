package uz.muhr.network.conformance;

import static io.grpc.Status.Code.CANCELLED;
import static io.grpc.Status.Code.DEADLINE_EXCEEDED;
import static io.grpc.Status.Code.UNAVAILABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.grpc.Context;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.hyperledger.fabric.client.EndorseException;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.SubmitException;
import org.hyperledger.fabric.client.Transaction;
import org.junit.jupiter.api.Test;
import uz.muhr.network.conformance.fixture.Client;
import uz.muhr.network.conformance.fixture.Conformance;
import uz.muhr.network.conformance.fixture.TestedNetwork;

/** What is too large, too late, or no longer wanted. */
@Conformance
final class LimitsIT {
    private static final int MEGABYTE = 1 << 20;
    private static final int LARGEST = 10 * MEGABYTE;
    private static final int SHORT = 200;

    private final Client client;
    private final String key = "limit-" + UUID.randomUUID();

    LimitsIT(TestedNetwork network) {
        client = network.client("CustomsMSP", "officer");
    }

    @Test
    void anAnswerOfManyMegabytesArrivesWhole() throws Exception {
        int length = 6 * MEGABYTE;
        assertEquals(length, client.evaluate("answer", String.valueOf(length)).length());
    }

    @Test
    void aTransactionOfManyMegabytesIsOrdered() throws Exception {
        int length = 3 * MEGABYTE;
        client.submit("fill", key, String.valueOf(length));
        assertEquals(length, client.evaluate("get", key).length());
    }

    @Test
    void aTransactionLargerThanTheChannelTakesIsRefusedByTheOrderers() throws Exception {
        Transaction large = client.endorse("fill", key, String.valueOf(LARGEST));
        SubmitException refused = assertThrows(SubmitException.class, large::submitAsync);
        assertEquals(UNAVAILABLE, refused.getStatus().getCode());
        String detail = refused.getDetails().get(0).getMessage();
        assertTrue(
                detail.matches(
                        "received unsuccessful response from orderer: status=BAD_REQUEST, info=message payload is"
                                + " [0-9]+ bytes and exceeds maximum allowed " + LARGEST + " bytes"),
                detail);
        assertEquals("", client.evaluate("get", key));
    }

    @Test
    void anEvaluationsDeadlineThatPassesIsTheClientsOwnError() {
        GatewayException late = assertThrows(GatewayException.class, () -> client.contract()
                .newProposal("hang")
                .build()
                .evaluate(options -> options.withDeadlineAfter(SHORT, TimeUnit.MILLISECONDS)));
        assertEquals(DEADLINE_EXCEEDED, late.getStatus().getCode());
    }

    @Test
    void anEndorsementsDeadlineThatPassesIsTheClientsOwnError() {
        EndorseException late = assertThrows(EndorseException.class, () -> client.contract()
                .newProposal("hang")
                .build()
                .endorse(options -> options.withDeadlineAfter(SHORT, TimeUnit.MILLISECONDS)));
        assertEquals(DEADLINE_EXCEEDED, late.getStatus().getCode());
    }

    @Test
    void aCallThatIsCancelledEndsAtOnceAndDisturbsNoOther() throws Exception {
        ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor();
        Context.CancellableContext context = Context.current().withCancellation();
        try {
            var cancelling = later.schedule(() -> context.cancel(null), SHORT, TimeUnit.MILLISECONDS);
            GatewayException cancelled =
                    assertThrows(GatewayException.class, () -> context.call(() -> client.evaluate("hang")));
            assertEquals(CANCELLED, cancelled.getStatus().getCode());
            cancelling.get();
        } finally {
            later.shutdownNow();
            context.cancel(null);
        }
        client.submit("put", key, "x");
    }

    @Test
    void aFollowerThatLeavesEndsItsStream() throws Exception {
        long block = client.order(client.endorse("events", "Last")).getStatus().getBlockNumber();
        var events = client.network()
                .newChaincodeEventsRequest(client.contract().getChaincodeName())
                .startBlock(block)
                .build()
                .getEvents();
        assertEquals("Last", events.next().getEventName());
        events.close();
        assertThrows(RuntimeException.class, () -> {
            while (events.hasNext()) {
                events.next();
            }
        });
        client.submit("put", key, "x");
    }
}
