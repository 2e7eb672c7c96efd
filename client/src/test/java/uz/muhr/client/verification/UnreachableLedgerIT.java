package uz.muhr.client.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.client.Client;
import uz.muhr.client.OtherProfile;
import uz.muhr.client.TestNetwork;
import uz.muhr.client.Wire;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.client.submission.Order;
import uz.muhr.client.submission.Outcome;
import uz.muhr.network.script.ScriptNetwork;
import uz.muhr.protocol.verdict.Reason;
import uz.muhr.protocol.verdict.Verdict;

/** Without a ledger there is no verdict, and nothing is left half-done. */
@Tag("ledger")
@ExtendWith(TestNetwork.class)
class UnreachableLedgerIT {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** An attempt to connect that was under way when the wire was mended spoils the next question now and then. */
    private static final int TIMES = 30;

    @TempDir
    Path folder;

    @Test
    void aNetworkThatIsDownGivesUndeterminedWithinFiveSecondsAndIsAskedAgainOnceItIsBack(ScriptNetwork network)
            throws IOException {
        Order order = Client.order(Client.newFile(folder, "doc.pdf"), "861", Client.newNumber());
        try (Wire wire = Wire.toPeer(network, "chamber");
                Ledger ledger = new OtherProfile(network, "chamber")
                        .gateway("chamber", wire)
                        .open(folder.resolve("profiles"))) {
            assertInstanceOf(Outcome.Anchored.class, Client.submit(ledger, order));
            for (int time = 1; time <= TIMES; time++) {
                wire.cut();
                assertUndeterminedInTime(ledger, order);
                assertUndeterminedInTime(ledger, order);
                wire.mend();
                assertEquals(
                        Verdict.VALID,
                        verify(ledger, order).assessment().verdict(),
                        "the first question of time " + time);
            }
        }
    }

    @Test
    void aPeerThatNeverAnswersGivesUndeterminedWithinFiveSeconds(ScriptNetwork network) throws IOException {
        try (Wire wire = Wire.toPeer(network, "customs");
                Ledger ledger = new OtherProfile(network, "customs")
                        .gateway("customs", wire)
                        .open(folder.resolve("profiles"))) {
            wire.fallSilent();
            assertUndeterminedInTime(ledger, Client.order(Client.newFile(folder, "doc.pdf"), "929", "1"));
        }
    }

    @Test
    void aSubmissionThatReachedNobodyLeavesNothing(ScriptNetwork network) throws IOException {
        Path here = Files.createDirectory(folder.resolve("here"));
        Order order = Client.order(Client.newFile(here, "doc.pdf"), "861", Client.newNumber());
        try (Wire wire = Wire.toPeer(network, "chamber");
                Ledger ledger = new OtherProfile(network, "chamber")
                        .gateway("chamber", wire)
                        .open(folder.resolve("profiles"))) {
            wire.cut();
            assertInstanceOf(Outcome.NotSent.class, Client.submit(ledger, order));
        }
        assertEquals(Optional.empty(), order.receipt().read());
        try (var files = Files.list(here)) {
            assertEquals(
                    List.of("doc.pdf"),
                    files.map(path -> String.valueOf(path.getFileName())).toList());
        }
    }

    private static void assertUndeterminedInTime(Ledger ledger, Order order) {
        long start = System.nanoTime();
        Answer answer = verify(ledger, order);
        assertTrue(System.nanoTime() - start < PATIENCE.toNanos());
        assertEquals(Verdict.UNDETERMINED, answer.assessment().verdict());
        assertEquals(List.of(Reason.LEDGER_UNREACHABLE), answer.assessment().reasons());
        assertEquals(Optional.empty(), answer.heard());
    }

    private static Answer verify(Ledger ledger, Order order) {
        return new Verification(ledger)
                .verify(new Inquiry(
                        Optional.of(order.fingerprint()), order.receipt().read(), Optional.empty(), Optional.empty()));
    }
}
