package uz.muhr.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uz.muhr.protocol.anchoring.AnchorItem;
import uz.muhr.protocol.anchoring.AnchorOutcome;
import uz.muhr.protocol.anchoring.AnchorOutcome.Refused;
import uz.muhr.protocol.authority.MemberOrganisations;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.record.DocumentRecord;
import uz.muhr.protocol.record.DocumentStatus;
import uz.muhr.protocol.record.RecordText;
import uz.muhr.protocol.refusal.ErrorCode;

final class AnchorTest {
    private static final AnchorItem SAMPLE = SampleNetwork.item(SampleNetwork.ORIGIN, "N1", SampleNetwork.OPEN);

    @Test
    void anAnchoredDocumentNamesItsCreatorItsTransactionAndItsTime() {
        SampleNetwork network = SampleNetwork.established();
        SampleNetwork.Transaction made =
                network.run(SampleNetwork.CHAMBER, "document:anchor", SampleNetwork.list(SAMPLE));
        assertEquals("{\"outcomes\":[{\"documentId\":\"" + SampleNetwork.DOCUMENT + "\"}]}", made.answer());

        byte[] written =
                Objects.requireNonNull(made.stub().writes.get(WorldState.key("D", SampleNetwork.DOCUMENT.hex())));
        DocumentRecord record = RecordText.parse(new String(written, StandardCharsets.UTF_8));
        assertEquals("ChamberMSP", record.issuer().value());
        assertEquals(DocumentStatus.VALID, record.status());
        assertEquals(SampleNetwork.OPEN, record.commitment());
        assertEquals(made.stub().getTxId(), record.anchored().transaction().hex());
        assertEquals(network.now(), record.anchored().time());
        assertEquals(
                SampleNetwork.CHAMBER.certificateHash(),
                record.anchored().by().certificate().hex());
    }

    @Test
    void itWritesTheRecordItsPolicyAndTheIndexEntryAndNothingElse() {
        SampleNetwork network = SampleNetwork.established();
        FakeStub stub = network.run(SampleNetwork.CHAMBER, "document:anchor", SampleNetwork.list(SAMPLE))
                .stub();
        String record = WorldState.key("D", SampleNetwork.DOCUMENT.hex());
        String index = WorldState.key("C", SampleNetwork.OPEN.hex(), SampleNetwork.DOCUMENT.hex());
        assertEquals(Set.of(record, index), stub.writes.keySet());
        assertArrayEquals(new byte[] {0}, stub.writes.get(index));
        assertEquals(Set.of(record), stub.policies.keySet());
        assertArrayEquals(
                DocumentPolicy.of(
                                new MspId("ChamberMSP"),
                                MemberOrganisations.parse(
                                        network.ledger.text("O").orElseThrow()))
                        .toByteArray(),
                stub.policies.get(record));
    }

    @Test
    void aSecondAnchorOfTheSameNumberIsRefusedAndLeavesTheFirst() {
        SampleNetwork network = SampleNetwork.withDocument();
        String before = network.ledger.text("D", SampleNetwork.DOCUMENT.hex()).orElseThrow();
        String answer = network.submit(
                SampleNetwork.CHAMBER,
                "document:anchor",
                SampleNetwork.list(SampleNetwork.item(SampleNetwork.ORIGIN, "n 1", SampleNetwork.OTHER)));
        assertEquals(List.of("DOCUMENT_EXISTS"), outcomes(answer));
        assertEquals(
                before, network.ledger.text("D", SampleNetwork.DOCUMENT.hex()).orElseThrow());
    }

    @Test
    void eachItemOfAListHasItsOwnOutcome() {
        SampleNetwork network = SampleNetwork.withDocument();
        SampleNetwork.Transaction made = network.run(
                SampleNetwork.CHAMBER,
                "document:anchor",
                SampleNetwork.list(
                        SAMPLE,
                        SampleNetwork.item(SampleNetwork.ORIGIN, "N2", SampleNetwork.OPEN),
                        SampleNetwork.item(SampleNetwork.PHYTOSANITARY, "N1", SampleNetwork.OPEN),
                        SampleNetwork.item(SampleNetwork.ORIGIN, "N2", SampleNetwork.OTHER),
                        SampleNetwork.item(SampleNetwork.ORIGIN, "N3", SampleNetwork.SALTED)));
        assertEquals(
                List.of("DOCUMENT_EXISTS", "ANCHORED", "NOT_AUTHORISED", "REPEATED_IN_LIST", "ANCHORED"),
                outcomes(made.answer()));
        assertEquals(4, made.stub().writes.size());
        assertEquals(2, made.stub().policies.size());
    }

    @Test
    void aListOfWhichNothingIsAnchoredWritesNothing() {
        SampleNetwork network = SampleNetwork.established();
        SampleNetwork.Transaction made =
                network.run(SampleNetwork.CUSTOMS, "document:anchor", SampleNetwork.list(SAMPLE));
        assertEquals(List.of("NOT_AUTHORISED"), outcomes(made.answer()));
        assertEquals(0, made.stub().writes.size() + made.stub().policies.size());
    }

    /** Same number, same type: the issuer is in the name, so nobody takes a number in another's name. */
    @Test
    void theSameNumberOfAnotherIssuerIsAnotherDocument() {
        SampleNetwork network = SampleNetwork.withDocument();
        String answer = network.submit(
                SampleNetwork.QUARANTINE,
                "document:anchor",
                SampleNetwork.list(SampleNetwork.item(SampleNetwork.PHYTOSANITARY, "N1", SampleNetwork.OPEN)));
        assertEquals(List.of("ANCHORED"), outcomes(answer));
        assertTrue(network.ledger
                .text(
                        "D",
                        SampleNetwork.document("QuarantineMSP", SampleNetwork.PHYTOSANITARY, "N1")
                                .hex())
                .isPresent());
    }

    @Test
    void authorityThatBeginsTomorrowIsNotInForce() {
        SampleNetwork network = SampleNetwork.fresh();
        network.submit(
                SampleNetwork.REGISTRAR, "network:establish", SampleNetwork.establishment("2999-01-01T00:00:00Z"));
        assertEquals(
                List.of("NOT_AUTHORISED"),
                outcomes(network.submit(SampleNetwork.CHAMBER, "document:anchor", SampleNetwork.list(SAMPLE))));
    }

    /** Four single messages for each document, one for each type, one for the organisations, one for the caller: no more, whatever the list. */
    @Test
    void aListCostsFourMessagesForEachDocument() {
        SampleNetwork network = SampleNetwork.established();
        FakeStub one = network.run(SampleNetwork.CHAMBER, "document:anchor", SampleNetwork.list(SAMPLE))
                .stub();
        assertEquals(Map.of("GET_STATE", 4, "PUT_STATE", 2, "PUT_STATE_METADATA", 1), one.messages);

        AnchorItem[] items = IntStream.range(0, 500)
                .mapToObj(i -> SampleNetwork.item(SampleNetwork.ORIGIN, "N" + i, SampleNetwork.OPEN))
                .toArray(AnchorItem[]::new);
        FakeStub many = network.run(SampleNetwork.CHAMBER, "document:anchor", SampleNetwork.list(items))
                .stub();
        assertEquals(Map.of("GET_STATE", 3 + 500, "PUT_STATE", 2 * 500, "PUT_STATE_METADATA", 500), many.messages);
    }

    @Test
    void aMalformedListIsRefusedWhole() {
        SampleNetwork network = SampleNetwork.established();
        String good = SampleNetwork.list(SAMPLE);
        for (String wrong : List.of(
                "", "[]", "{\"documents\":[]}", good.replace("\"861\"", "\"471\""), good.replace("open", "tree"))) {
            network.refuses(ErrorCode.MALFORMED_ARGUMENT, "has to", SampleNetwork.CHAMBER, "document:anchor", wrong);
        }
        network.refuses(
                ErrorCode.MALFORMED_ARGUMENT, "canonical form", SampleNetwork.CHAMBER, "document:anchor", good + " ");
    }

    @Test
    void aRecordThatCannotBeReadIsNotOverwritten() {
        SampleNetwork network = SampleNetwork.established();
        network.ledger.tamper("{\"format\":9}", "D", SampleNetwork.DOCUMENT.hex());
        network.refuses(
                ErrorCode.CORRUPT_RECORD,
                "A document record is of format 9",
                SampleNetwork.CHAMBER,
                "document:anchor",
                SampleNetwork.list(SAMPLE));
    }

    private static List<String> outcomes(String answer) {
        return AnchorOutcome.parse(answer).stream()
                .map(outcome -> outcome instanceof Refused refused
                        ? refused.refusal().code().name()
                        : "ANCHORED")
                .toList();
    }
}
