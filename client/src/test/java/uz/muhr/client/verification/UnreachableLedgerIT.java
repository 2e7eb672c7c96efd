package uz.muhr.client.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.client.Client;
import uz.muhr.client.TestNetwork;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.client.submission.Order;
import uz.muhr.client.submission.Outcome;
import uz.muhr.network.local.LocalNetwork;
import uz.muhr.protocol.verdict.Reason;
import uz.muhr.protocol.verdict.Verdict;

/** Without a ledger there is no verdict, and nothing is left half-done. */
@ExtendWith(TestNetwork.class)
class UnreachableLedgerIT {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @TempDir
    Path folder;

    @Test
    void aNetworkThatIsDownGivesUndeterminedWithinFiveSeconds(LocalNetwork network) throws IOException {
        Path file = Client.newFile(folder, "doc.pdf");
        Order order = Client.order(file, "861", Client.newNumber());
        try (Ledger ledger = Client.ledger(network, "chamber")) {
            assertInstanceOf(Outcome.Anchored.class, Client.submit(ledger, order));
        }
        network.stopDevnet();
        try (Ledger ledger = Client.ledger(network, "customs")) {
            assertUndeterminedInTime(ledger, order);
        } finally {
            network.startDevnet();
        }
        try (Ledger ledger = Client.ledger(network, "customs")) {
            assertEquals(
                    Verdict.VALID, Client.verdict(ledger, file, order.receipt().read()));
        }
    }

    @Test
    void aPeerThatNeverAnswersGivesUndeterminedWithinFiveSeconds(LocalNetwork network) throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Path profile = network.profile("customs");
            String address = "127.0.0.1:" + silent.getLocalPort();
            Path moved = folder.resolve("network/profiles/customs.json");
            Files.createDirectories(moved.resolveSibling(""));
            Files.writeString(
                    moved,
                    Files.readString(profile)
                            .replaceAll("127\\.0\\.0\\.1:[0-9]+", address)
                            .replace("../", profile.resolveSibling("../").toAbsolutePath() + "/"));
            try (Ledger ledger = Ledger.open(moved.resolveSibling(""), "customs")) {
                assertUndeterminedInTime(ledger, Client.order(Client.newFile(folder, "doc.pdf"), "929", "1"));
            }
        }
    }

    @Test
    void aSubmissionThatReachedNobodyLeavesNothing(LocalNetwork network) throws IOException {
        Order order = Client.order(Client.newFile(folder, "doc.pdf"), "861", Client.newNumber());
        network.stopDevnet();
        try (Ledger ledger = Client.ledger(network, "chamber")) {
            assertInstanceOf(Outcome.NotSent.class, Client.submit(ledger, order));
        } finally {
            network.startDevnet();
        }
        assertEquals(Optional.empty(), order.receipt().read());
        try (var files = Files.list(folder)) {
            assertEquals(
                    List.of("doc.pdf"),
                    files.map(path -> String.valueOf(path.getFileName())).toList());
        }
    }

    private static void assertUndeterminedInTime(Ledger ledger, Order order) {
        long start = System.nanoTime();
        Answer answer = new Verification(ledger)
                .verify(new Inquiry(
                        Optional.of(order.fingerprint()), order.receipt().read(), Optional.empty(), Optional.empty()));
        assertTrue(System.nanoTime() - start < PATIENCE.toNanos());
        assertEquals(Verdict.UNDETERMINED, answer.assessment().verdict());
        assertEquals(List.of(Reason.LEDGER_UNREACHABLE), answer.assessment().reasons());
    }
}
