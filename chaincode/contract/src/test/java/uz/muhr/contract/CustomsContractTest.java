package uz.muhr.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hyperledger.fabric.shim.Chaincode.Response;
import org.junit.jupiter.api.Test;
import uz.muhr.protocol.customs.Draw;
import uz.muhr.protocol.customs.DrawId;
import uz.muhr.protocol.customs.DrawPage;
import uz.muhr.protocol.customs.Holds;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.quantity.Amount;
import uz.muhr.protocol.record.RecordText;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;
import uz.muhr.protocol.verdict.Question;
import uz.muhr.protocol.verdict.Reason;
import uz.muhr.protocol.verdict.Report;
import uz.muhr.protocol.verdict.Verdict;

/** Write-offs and holds, under keys on which no issuer's policy lies. */
final class CustomsContractTest {
    private static final String ID = SampleNetwork.PERMIT.hex();

    @Test
    void aDrawWritesItselfAndTheTotalAndNoPolicy() {
        FakeStub stub = SampleNetwork.withLife()
                .run(
                        SampleNetwork.OFFICER,
                        "customs:draw",
                        SampleNetwork.draw(2, "5").write())
                .stub();
        DrawId id = SampleNetwork.draw(2, "5").id(new MspId("CustomsMSP"));
        assertEquals(Set.of(WorldState.key("W", ID), WorldState.key("W", ID, id.hex())), stub.writes.keySet());
        assertEquals(Set.of(), stub.policies.keySet());
    }

    /** Whoever draws reads the record, the holds and the total, so a revocation, hold or draw in between conflicts. */
    @Test
    void aDrawReadsAllThatCouldForbidIt() {
        FakeStub stub = SampleNetwork.withLife()
                .run(
                        SampleNetwork.OFFICER,
                        "customs:draw",
                        SampleNetwork.draw(2, "5").write())
                .stub();
        for (String key : List.of(
                WorldState.key("D", ID),
                WorldState.key("H", ID),
                WorldState.key("W", ID),
                WorldState.key("A", "ChamberMSP", "861"),
                WorldState.key("A", "CustomsMSP", "929"))) {
            assertEquals(true, stub.reads.contains(key), key);
        }
    }

    @Test
    void fortyDrawsOfOneFromTwentyFiveGiveTwentyFiveAndFifteenRefusals() {
        SampleNetwork network = SampleNetwork.withLife();
        network.submit(SampleNetwork.OFFICER, "customs:reverse", ID, SampleNetwork.DRAWN.hex());
        List<String> outcomes = new ArrayList<>();
        for (int line = 100; line < 140; line++) {
            SampleNetwork.Transaction made = network.run(
                    SampleNetwork.OFFICER,
                    "customs:draw",
                    SampleNetwork.draw(line, "1").write());
            network.ledger.commit(made.stub().writes, made.stub().policies);
            outcomes.add(code(made.response()));
        }
        assertEquals(25, outcomes.stream().filter("done"::equals).count());
        assertEquals(15, outcomes.stream().filter("QUANTITY_EXCEEDED"::equals).count());
        Report report = verify(network, SampleNetwork.PERMIT);
        assertEquals(
                List.of(Reason.CONTENT_NOT_COMPARED, Reason.QUANTITY_USED_UP),
                report.assessment().reasons());
        List<Draw> draws = draws(network);
        assertEquals(26, draws.size());
        assertEquals(
                Amount.parse("25"),
                draws.stream()
                        .filter(draw -> draw.reversed().isEmpty())
                        .map(draw -> draw.quantity().amount())
                        .reduce(Amount.ZERO, Amount::plus));
    }

    @Test
    void aLineDrawsOnceAndIsReversedOnce() {
        SampleNetwork network = SampleNetwork.withLife();
        network.refuses(
                ErrorCode.DRAW_EXISTS,
                "drawn from the document already",
                SampleNetwork.OFFICER,
                "customs:draw",
                SampleNetwork.draw(1, "5").write());
        network.submit(SampleNetwork.OFFICER, "customs:reverse", ID, SampleNetwork.DRAWN.hex());
        network.refuses(
                ErrorCode.ILLEGAL_TRANSITION,
                "reversed already",
                SampleNetwork.OFFICER,
                "customs:reverse",
                ID,
                SampleNetwork.DRAWN.hex());
        network.refuses(
                ErrorCode.DRAW_EXISTS,
                "drawn from the document already",
                SampleNetwork.OFFICER,
                "customs:draw",
                SampleNetwork.draw(1, "5").write());
        network.refuses(
                ErrorCode.UNKNOWN_DRAW,
                "Nothing was drawn",
                SampleNetwork.OFFICER,
                "customs:reverse",
                ID,
                SampleNetwork.draw(9, "1").id(new MspId("CustomsMSP")).hex());
    }

    @Test
    void drawsAreReadInPages() {
        SampleNetwork network = SampleNetwork.withLife();
        for (int line = 2; line <= 60; line++) {
            network.submit(
                    SampleNetwork.OFFICER,
                    "customs:draw",
                    SampleNetwork.draw(line, "0.1").write());
        }
        DrawPage first = page(network, "");
        assertEquals(50, first.newestFirst().size());
        DrawPage second = page(network, first.next().orElseThrow().hex());
        assertEquals(10, second.newestFirst().size());
        assertEquals(Optional.empty(), second.next());
        assertEquals(first.total(), second.total());
        assertEquals(SampleNetwork.DRAWN, second.newestFirst().get(9).id());
    }

    @Test
    void aHeldDocumentIsSuspendedForEverybodyUntilItIsReleased() {
        SampleNetwork network = SampleNetwork.withLife();
        assertEquals(Verdict.SUSPENDED, verdict(network, SampleNetwork.HELD));
        network.submit(SampleNetwork.OFFICER, "customs:release", SampleNetwork.HELD.hex(), "1");
        assertEquals(Verdict.VALID, verdict(network, SampleNetwork.HELD));
        Holds holds = Holds.parse(network.evaluate(SampleNetwork.OFFICER, "customs:holds", SampleNetwork.HELD.hex()));
        assertEquals(2, holds.sequence());
        network.refuses(
                ErrorCode.STALE_SEQUENCE,
                "the record is at version 2",
                SampleNetwork.OFFICER,
                "customs:hold",
                SampleNetwork.HELD.hex(),
                "0");
    }

    @Test
    void anIssuerCannotErasePutAsideOrOutlastAHold() {
        SampleNetwork network = SampleNetwork.withLife();
        String held = SampleNetwork.HELD.hex();
        network.submit(
                SampleNetwork.CHAMBER,
                "document:reissue",
                SampleNetwork.reissue(SampleNetwork.HELD, 1, SampleNetwork.OPEN).write());
        network.submit(SampleNetwork.CHAMBER, "document:suspend", held, "2");
        network.submit(SampleNetwork.CHAMBER, "document:reinstate", held, "3");
        assertEquals(Verdict.SUSPENDED, verdict(network, SampleNetwork.HELD));
        network.refuses(
                ErrorCode.ILLEGAL_TRANSITION,
                "Customs holds the document",
                SampleNetwork.CHAMBER,
                "document:replace",
                SampleNetwork.replacement(SampleNetwork.HELD, 4, "H2").write());
    }

    @Test
    void customsWhoseAuthorityIsWithdrawnDrawsAndHoldsNothing() {
        SampleNetwork network = SampleNetwork.withLife();
        network.ledger.tamper("", "A", "CustomsMSP", "929");
        network.refuses(
                ErrorCode.NOT_AUTHORISED,
                "Only customs may do this",
                SampleNetwork.OFFICER,
                "customs:draw",
                SampleNetwork.draw(2, "1").write());
        network.refuses(
                ErrorCode.NOT_AUTHORISED, "Only customs may do this", SampleNetwork.OFFICER, "customs:hold", ID, "0");
    }

    @Test
    void atAnAskedTimeHoldsAndExhaustionAreAsTheyWere() {
        SampleNetwork network = SampleNetwork.withLife();
        Instant before = network.now();
        network.timed(before.plusSeconds(10));
        network.submit(SampleNetwork.OFFICER, "customs:release", SampleNetwork.HELD.hex(), "1");
        network.submit(
                SampleNetwork.OFFICER,
                "customs:draw",
                SampleNetwork.draw(2, "20").write());
        for (int second : List.of(0, 9, 10)) {
            Question held = new Question(
                    Optional.of(SampleNetwork.OTHER),
                    Optional.of(SampleNetwork.HELD),
                    Optional.of(before.plusSeconds(second)));
            assertEquals(second < 10 ? Verdict.SUSPENDED : Verdict.VALID, verdict(network, held));
            Question permit = new Question(
                    Optional.of(SampleNetwork.SALTED),
                    Optional.of(SampleNetwork.PERMIT),
                    Optional.of(before.plusSeconds(second)));
            assertEquals(second < 10 ? Verdict.VALID : Verdict.EXHAUSTED, verdict(network, permit));
        }
    }

    @Test
    void anUnknownDocumentIsRefusedByEveryFunction() {
        SampleNetwork network = SampleNetwork.established();
        for (String[] call : new String[][] {
            {"customs:draw", SampleNetwork.draw(1, "1").write()},
            {"customs:reverse", ID, SampleNetwork.DRAWN.hex()},
            {"customs:hold", ID, "0"},
            {"customs:release", ID, "1"},
            {"customs:draws", ID, ""},
            {"customs:holds", ID}
        }) {
            network.refuses(
                    ErrorCode.UNKNOWN_DOCUMENT,
                    "No document",
                    SampleNetwork.OFFICER,
                    call[0],
                    List.of(call).subList(1, call.length).toArray(String[]::new));
        }
    }

    private static List<Draw> draws(SampleNetwork network) {
        return page(network, "").newestFirst();
    }

    private static DrawPage page(SampleNetwork network, String first) {
        return DrawPage.parse(network.evaluate(SampleNetwork.OFFICER, "customs:draws", ID, first));
    }

    private static Verdict verdict(SampleNetwork network, DocumentId document) {
        String record = network.evaluate(SampleNetwork.OFFICER, "document:read", document.hex());
        return verdict(
                network,
                new Question(
                        Optional.of(RecordText.parse(record).commitment()), Optional.of(document), Optional.empty()));
    }

    private static Verdict verdict(SampleNetwork network, Question question) {
        return Report.parse(network.evaluate(SampleNetwork.OFFICER, "document:verify", question.write()))
                .assessment()
                .verdict();
    }

    private static Report verify(SampleNetwork network, DocumentId document) {
        Question question = new Question(Optional.empty(), Optional.of(document), Optional.empty());
        return Report.parse(network.evaluate(SampleNetwork.OFFICER, "document:verify", question.write()));
    }

    private static String code(Response response) {
        return response.getStatusCode() == 200
                ? "done"
                : Refusal.parse(response.getMessage()).orElseThrow().code().name();
    }
}
