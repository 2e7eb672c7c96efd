package uz.muhr.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uz.muhr.protocol.commitment.Commitment;
import uz.muhr.protocol.customs.Draw;
import uz.muhr.protocol.customs.DrawPage;
import uz.muhr.protocol.customs.Holds;
import uz.muhr.protocol.customs.WriteOffs;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.quantity.Amount;
import uz.muhr.protocol.record.DocumentRecord;
import uz.muhr.protocol.record.DocumentStatus;
import uz.muhr.protocol.record.History;
import uz.muhr.protocol.record.HistoryPage;
import uz.muhr.protocol.record.RecordText;
import uz.muhr.protocol.refusal.Refusal;

/** Whatever is asked of the contracts, in whatever order: what must never happen does not. */
final class LifeInvariantsTest {
    private static final int STEPS = 60;

    private final SampleNetwork network = SampleNetwork.withLife();
    private final List<DocumentId> documents = new ArrayList<>(List.of(SampleNetwork.PERMIT));
    private final Map<DocumentId, DocumentStatus> finals = new HashMap<>();
    private int numbers;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void anySequenceOfOperationsKeepsTheInvariants(long seed) {
        Random random = new Random(seed);
        Set<String> done = new LinkedHashSet<>();
        for (int step = 0; step < STEPS; step++) {
            DocumentId document = documents.get(random.nextInt(documents.size()));
            String operation = operate(document, random);
            if (!operation.isEmpty()) {
                done.add(operation);
            }
            documents.forEach(this::check);
        }
        assertTrue(done.size() >= 6, "seed " + seed + " did too little: " + done);
    }

    /** Tries one operation; gives its name when it was done. */
    private String operate(DocumentId document, Random random) {
        String id = document.hex();
        long right = record(document).sequence();
        long sequence = random.nextInt(8) == 0 ? right + 1 : right;
        String expected = Long.toString(sequence);
        String holds = Long.toString(network.ledger
                .text("H", id)
                .map(Holds::parse)
                .orElse(Holds.none())
                .sequence());
        Identity issuer = random.nextInt(10) == 0 ? SampleNetwork.QUARANTINE : SampleNetwork.CHAMBER;
        return switch (random.nextInt(20)) {
            case 0, 1 -> done(issuer, "document:suspend", id, expected);
            case 2, 3, 4 -> done(issuer, "document:reinstate", id, expected);
            case 5 -> random.nextInt(6) == 0 ? done(issuer, "document:revoke", id, expected, "unspecified") : "";
            case 6 -> replace(document, sequence);
            case 7, 8 ->
                done(
                        issuer,
                        "document:reissue",
                        SampleNetwork.reissue(document, sequence, content(random))
                                .write());
            case 9 -> done(SampleNetwork.OFFICER, "customs:hold", id, holds);
            case 10, 11 -> done(SampleNetwork.OFFICER, "customs:release", id, holds);
            case 12, 13 -> reverse(document, random);
            case 14 -> done(issuer, "document:renew", id, expected);
            default ->
                done(
                        SampleNetwork.OFFICER,
                        "customs:draw",
                        SampleNetwork.draw(document, 1 + random.nextInt(40), Integer.toString(1 + random.nextInt(9)))
                                .write());
        };
    }

    private String replace(DocumentId document, long sequence) {
        String number = "R" + numbers++;
        String done = done(
                SampleNetwork.CHAMBER,
                "document:replace",
                SampleNetwork.replacement(document, sequence, number).write());
        if (!done.isEmpty()) {
            documents.add(SampleNetwork.document("ChamberMSP", SampleNetwork.ORIGIN, number));
        }
        return done;
    }

    private String reverse(DocumentId document, Random random) {
        List<Draw> draws = draws(document).newestFirst();
        return draws.isEmpty()
                ? ""
                : done(
                        SampleNetwork.OFFICER,
                        "customs:reverse",
                        document.hex(),
                        draws.get(random.nextInt(draws.size())).id().hex());
    }

    private String done(Identity caller, String function, String... arguments) {
        SampleNetwork.Transaction made = network.run(caller, function, arguments);
        if (made.response().getStatusCode() != 200) {
            assertTrue(
                    Refusal.parse(made.response().getMessage()).isPresent(),
                    made.response().getMessage());
            assertEquals(0, made.stub().writes.size(), "a refusal writes nothing");
            return "";
        }
        network.ledger.commit(made.stub().writes, made.stub().policies);
        return function;
    }

    private void check(DocumentId document) {
        History history = History.read(
                document,
                first -> HistoryPage.parse(network.evaluate(
                        SampleNetwork.OFFICER, "document:history", document.hex(), Long.toString(first))));
        DocumentRecord current = history.versions().current();
        assertEquals(record(document), current);
        assertEquals(current.sequence(), history.versions().newestFirst().size(), "versions are contiguous");
        DocumentStatus before = finals.get(document);
        assertTrue(before == null || before == current.status(), "a final status is final");
        if (current.status().isFinal()) {
            finals.put(document, current.status());
        }
        checkLineage(document, current);
        checkWriteOffs(document, current);
    }

    private void checkLineage(DocumentId document, DocumentRecord current) {
        current.replacedBy()
                .ifPresent(successor ->
                        assertEquals(Optional.of(document), record(successor).replaces(), "lineage both ways"));
        current.replaces().ifPresent(replaced -> {
            assertEquals(Optional.of(document), record(replaced).replacedBy(), "one successor");
            assertEquals(
                    amount(record(replaced)).minus(drawn(replaced)), amount(current), "what was left is inherited");
        });
        Set<DocumentId> lineage = new LinkedHashSet<>();
        Optional<DocumentId> next = Optional.of(document);
        while (next.isPresent()) {
            assertTrue(lineage.add(next.get()), "no circle");
            next = record(next.get()).replacedBy();
        }
    }

    private void checkWriteOffs(DocumentId document, DocumentRecord current) {
        assertTrue(drawn(document).compareTo(amount(current)) <= 0, "never over-drawn");
        Amount sum = draws(document).newestFirst().stream()
                .filter(draw -> draw.reversed().isEmpty())
                .map(draw -> draw.quantity().amount())
                .reduce(Amount.ZERO, Amount::plus);
        assertEquals(sum, drawn(document), "the total is the sum of the draws");
        assertEquals(
                drawn(document).equals(amount(current)),
                total(document).flatMap(WriteOffs::exhaustedSince).isPresent(),
                "exhausted when nothing is left");
    }

    private DocumentRecord record(DocumentId document) {
        return RecordText.parse(network.ledger.text("D", document.hex()).orElseThrow());
    }

    private static Amount amount(DocumentRecord record) {
        return record.quantity().orElseThrow().amount();
    }

    private Optional<WriteOffs> total(DocumentId document) {
        return network.ledger.text("W", document.hex()).map(WriteOffs::parse);
    }

    private Amount drawn(DocumentId document) {
        return total(document).map(WriteOffs::drawn).orElse(Amount.ZERO);
    }

    private DrawPage draws(DocumentId document) {
        return DrawPage.parse(network.evaluate(SampleNetwork.OFFICER, "customs:draws", document.hex(), ""));
    }

    private static Commitment content(Random random) {
        return List.of(SampleNetwork.OPEN, SampleNetwork.OTHER, SampleNetwork.SALTED)
                .get(random.nextInt(3));
    }
}
