package uz.muhr.client.fabric;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.client.Client;
import uz.muhr.client.OtherProfile;
import uz.muhr.client.TestNetwork;
import uz.muhr.client.Wire;
import uz.muhr.network.script.ScriptNetwork;
import uz.muhr.protocol.anchoring.AnchorItem;
import uz.muhr.protocol.anchoring.AnchorList;
import uz.muhr.protocol.commitment.Commitment;
import uz.muhr.protocol.commitment.Fingerprint;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.identifier.DocumentNumber;
import uz.muhr.protocol.identifier.TransactionId;
import uz.muhr.protocol.identifier.TypeCode;
import uz.muhr.protocol.record.RevocationReason;
import uz.muhr.protocol.record.Validity;
import uz.muhr.protocol.verdict.Question;

/** Peers that take every connection and never answer: each call of the ledger ends by its deadline, with one gateway or two. */
@Tag("ledger")
@Tag("long-on-fabric")
@ExtendWith(TestNetwork.class)
class DeadlinesIT {
    private static final Duration READ = Duration.ofSeconds(4);
    private static final Duration PROPOSE = Duration.ofSeconds(15);
    private static final Duration COMMIT = Duration.ofSeconds(40);

    /** What a call may take beyond its deadline on a busy machine. */
    private static final Duration SLACK = Duration.ofSeconds(3);

    private static final DocumentId DOCUMENT = new DocumentId("0".repeat(64));
    private static final Commitment COMMITMENT = Commitment.open(new Fingerprint("0".repeat(64)));

    private record Call(String name, Duration deadline, Class<? extends Exception> end, Runnable call) {}

    @Test
    void everyCallEndsByItsDeadline(ScriptNetwork network, @TempDir Path folder) throws Exception {
        try (Wire own = Wire.toPeer(network, "chamber");
                Wire other = Wire.toPeer(network, "customs");
                Ledger one = new OtherProfile(network, "chamber")
                        .gateway("chamber", own)
                        .open(folder.resolve("one"));
                Ledger two = new OtherProfile(network, "chamber")
                        .gateway("chamber", own)
                        .gateway("customs", other)
                        .open(folder.resolve("two"))) {
            List<Call> calls = new ArrayList<>();
            for (Ledger ledger : List.of(one, two)) {
                Endorsed endorsed = ledger.proposeAnchor(newDocument());
                calls.add(new Call("commit", COMMIT, OutcomeUnknownException.class, endorsed::commit));
                calls.addAll(callsOf(ledger));
            }
            own.fallSilent();
            other.fallSilent();
            assertEndInTime(calls);
        }
    }

    private static List<Call> callsOf(Ledger ledger) {
        Class<LedgerUnavailableException> unavailable = LedgerUnavailableException.class;
        Question question = new Question(Optional.of(COMMITMENT), Optional.empty(), Optional.empty());
        return List.of(
                new Call("read", READ, unavailable, () -> ledger.read(DOCUMENT)),
                new Call("history", READ, unavailable, () -> ledger.history(DOCUMENT)),
                new Call("blockOf", READ, unavailable, () -> ledger.blockOf(new TransactionId("0".repeat(64)))),
                new Call("verify", READ, unavailable, () -> ledger.verify(question, READ)),
                new Call("proposeAnchor", PROPOSE, unavailable, () -> ledger.proposeAnchor(newDocument())),
                new Call(
                        "proposeRevoke",
                        PROPOSE,
                        unavailable,
                        () -> ledger.proposeRevoke(DOCUMENT, 1, RevocationReason.UNSPECIFIED)));
    }

    private static void assertEndInTime(List<Call> calls) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(calls.size());
        try {
            List<Future<Duration>> ends = new ArrayList<>();
            for (Call call : calls) {
                ends.add(threads.submit(() -> timeTo(call)));
            }
            for (int i = 0; i < calls.size(); i++) {
                Call call = calls.get(i);
                Duration took = ends.get(i).get();
                assertTrue(took.compareTo(call.deadline.plus(SLACK)) < 0, call.name + " took " + took);
            }
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private static Duration timeTo(Call call) {
        long start = System.nanoTime();
        try {
            call.call.run();
            throw new AssertionError(call.name + " was answered");
        } catch (RuntimeException e) {
            assertInstanceOf(call.end, e, call.name);
            return Duration.ofNanos(System.nanoTime() - start);
        }
    }

    private static AnchorList newDocument() {
        return new AnchorList(List.of(new AnchorItem(
                new TypeCode("861"),
                DocumentNumber.parse(Client.newNumber()).digest(),
                COMMITMENT,
                Validity.unlimited(),
                Optional.empty())));
    }
}
