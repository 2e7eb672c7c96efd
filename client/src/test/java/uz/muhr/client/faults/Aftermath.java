package uz.muhr.client.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import uz.muhr.client.Client;
import uz.muhr.client.commitment.Receipt;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.client.submission.Order;
import uz.muhr.client.submission.Outcome;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.record.DocumentRecord;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;
import uz.muhr.protocol.verdict.Verdict;

/** What clients were told through a fault, to be compared with the ledger after it. */
record Aftermath(List<Attempt> attempts, List<Load.Asked> asked) {
    /** One proposal (15 s), one commit (40 s), and two questions (4 s each) about what became of it; and a busy machine. */
    private static final Duration SUBMISSION = Duration.ofSeconds(65);

    /** One question (4 s), on a machine that starts a network meanwhile. */
    private static final Duration VERIFICATION = Duration.ofSeconds(10);

    private static final MspId ISSUER = new MspId("ChamberMSP");

    /** Every call ended by its deadline, and no verdict was better or worse than what is known. */
    Aftermath assertTypedAndInTime() {
        for (Attempt attempt : attempts) {
            assertTrue(attempt.took().compareTo(SUBMISSION) < 0, attempt::toString);
            assertFalse(attempt.outcome() instanceof Outcome.Refused, attempt::toString);
        }
        for (Load.Asked each : asked) {
            assertTrue(each.took().compareTo(VERIFICATION) < 0, each::toString);
            assertTrue(
                    Set.of(Verdict.VALID, Verdict.UNDETERMINED)
                            .contains(each.answer().assessment().verdict()),
                    each::toString);
        }
        return this;
    }

    /**
     * Once the network is whole again: what was acknowledged is there, what nobody could say is found out by submitting again
     * under the same receipt, what was not sent is not there; and no document has a second version.
     */
    void assertNothingLostNorDoubled(Ledger issuer, Ledger anybody) {
        for (Attempt attempt : attempts) {
            if (attempt.outcome() instanceof Outcome.Unknown) {
                resume(issuer, attempt.order());
            }
        }
        for (Attempt attempt : attempts) {
            if (attempt.outcome() instanceof Outcome.NotSent) {
                assertAbsent(anybody, attempt.order());
            } else {
                assertAnchoredOnce(anybody, attempt.order());
            }
        }
    }

    /** The longest time from one acknowledged document to the next, since then. */
    Duration longestOutage(long since) {
        List<Long> ends = attempts.stream()
                .filter(Attempt::anchored)
                .map(Attempt::ended)
                .filter(end -> end >= since)
                .sorted()
                .toList();
        long longest = 0;
        long last = since;
        for (long end : ends) {
            longest = Math.max(longest, end - last);
            last = end;
        }
        return Duration.ofNanos(longest);
    }

    /** How many ended in which way, and the longest of each. */
    String summary() {
        return attempts.stream()
                        .collect(Collectors.groupingBy(
                                attempt -> attempt.outcome().getClass().getSimpleName(),
                                TreeMap::new,
                                Collectors.collectingAndThen(
                                        Collectors.toList(),
                                        some -> some.size() + " (longest "
                                                + some.stream()
                                                        .map(Attempt::took)
                                                        .max(Duration::compareTo)
                                                        .orElseThrow()
                                                        .toMillis()
                                                + " ms)")))
                + "; verified "
                + asked.stream()
                        .collect(Collectors.groupingBy(
                                each -> each.answer().assessment().verdict() + " by "
                                        + each.answer()
                                                .heard()
                                                .map(heard -> heard.by().value())
                                                .orElse("nobody"),
                                TreeMap::new,
                                Collectors.counting()));
    }

    private static void resume(Ledger issuer, Order order) {
        Receipt pending = order.receipt().read().orElseThrow();
        Outcome outcome = Client.submit(issuer, order);
        Receipt complete = assertInstanceOf(Outcome.Anchored.class, outcome, outcome::toString)
                .receipt();
        assertEquals(pending.commitment(), complete.commitment());
    }

    private static void assertAnchoredOnce(Ledger ledger, Order order) {
        Receipt receipt = order.receipt().read().orElseThrow();
        List<DocumentRecord> versions =
                ledger.history(receipt.documentId()).value().versions().newestFirst();
        assertEquals(1, versions.size(), order.name());
        assertEquals(receipt.commitment(), versions.get(0).commitment(), order.name());
        assertEquals(
                receipt.place().orElseThrow().transaction(),
                versions.get(0).anchored().transaction(),
                order.name());
        assertEquals(
                receipt.place().orElseThrow().block(),
                ledger.blockOf(versions.get(0).anchored().transaction()),
                order.name());
        assertEquals(
                Verdict.VALID,
                Client.verdict(ledger, Path.of(order.name()), order.receipt().read()),
                order.name());
    }

    private static void assertAbsent(Ledger ledger, Order order) {
        assertTrue(order.receipt().read().isEmpty(), order.name());
        DocumentId document = DocumentId.of(ISSUER, order.type(), order.number().digest());
        assertEquals(
                ErrorCode.UNKNOWN_DOCUMENT,
                assertThrows(Refusal.class, () -> ledger.read(document), order.name())
                        .code());
    }
}
