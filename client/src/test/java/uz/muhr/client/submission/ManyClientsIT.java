package uz.muhr.client.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.client.Client;
import uz.muhr.client.TestNetwork;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.network.script.ScriptNetwork;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.verdict.Verdict;

/** Many clients of one agency that want the same number at the same time. */
@Tag("ledger")
@ExtendWith(TestNetwork.class)
class ManyClientsIT {
    private static final int CLIENTS = 50;

    @TempDir
    Path folder;

    @Test
    void ofFiftyThatAnchorOneNumberExactlyOneWins(ScriptNetwork network) throws Exception {
        String number = Client.newNumber();
        List<Callable<Outcome>> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            Order order = Client.order(Client.newFile(folder, i + ".pdf"), "861", number);
            clients.add(() -> {
                try (Ledger ledger = Client.ledger(network, "chamber")) {
                    return Client.submit(ledger, order);
                }
            });
        }
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        List<Outcome> outcomes = new ArrayList<>();
        try {
            for (Future<Outcome> outcome : threads.invokeAll(clients)) {
                outcomes.add(outcome.get());
            }
        } finally {
            threads.shutdownNow();
        }
        assertOneWinner(network, outcomes);
    }

    private static void assertOneWinner(ScriptNetwork network, List<Outcome> outcomes) {
        int winners = 0;
        try (Ledger ledger = Client.ledger(network, "customs")) {
            for (Outcome outcome : outcomes) {
                Path file = Path.of(outcome.order().name());
                if (outcome instanceof Outcome.Anchored anchored) {
                    winners++;
                    assertEquals(
                            Verdict.VALID,
                            Client.verdict(
                                    ledger, file, anchored.order().receipt().read()));
                } else if (outcome instanceof Outcome.Refused refused) {
                    assertEquals(ErrorCode.DOCUMENT_EXISTS, refused.refusal().code());
                    assertTrue(outcome.order().receipt().read().isEmpty(), "a refused order keeps no receipt");
                } else if (outcome instanceof Outcome.NotSent notSent) {
                    assertTrue(notSent.sentence().contains("Other transactions came first"), notSent.sentence());
                } else {
                    fail("nobody said what became of " + file);
                }
            }
        }
        assertEquals(1, winners);
    }
}
