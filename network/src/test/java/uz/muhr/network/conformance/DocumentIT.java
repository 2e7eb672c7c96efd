package uz.muhr.network.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.hyperledger.fabric.client.SubmittedTransaction;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.Test;
import uz.muhr.network.conformance.fixture.Conformance;
import uz.muhr.network.conformance.fixture.Documents;
import uz.muhr.network.conformance.fixture.Paper;
import uz.muhr.network.conformance.fixture.Shifted;
import uz.muhr.network.conformance.fixture.TestedNetwork;

/** A document's life on the ledger: anchored, read, verified, revoked, and its history. */
@Conformance
final class DocumentIT {
    private final TestedNetwork network;
    private final Documents chamber;
    private final Documents customs;
    private final Paper paper = Paper.fresh();

    DocumentIT(TestedNetwork network) {
        this.network = network;
        this.chamber = new Documents(network.client("ChamberMSP", "issuer"));
        this.customs = new Documents(network.client("CustomsMSP", "officer"));
    }

    @Test
    void anAnchoredDocumentIsReadAlikeByEveryOrganisation() throws Exception {
        String id = chamber.anchored(paper);
        JsonObject record = chamber.evaluate("read", id);
        assertEquals("ChamberMSP", record.get("issuer").getAsString());
        assertEquals(paper.commitment(), record.get("commitment").getAsString());
        assertEquals("VALID", record.get("status").getAsString());
        assertEquals(1, record.get("sequence").getAsInt());
        for (String each : network.organisations()) {
            assertEquals(record, new Documents(network.client(each, "issuer")).evaluate("read", id));
        }
    }

    @Test
    void theRecordNamesTheTransactionThatAnchoredItAndItsTime() throws Exception {
        Transaction transaction = chamber.endorse("anchor", Paper.list(paper));
        SubmittedTransaction submitted = chamber.client().order(transaction);
        assertTrue(submitted.getStatus().isSuccessful());
        String id = Documents.json(transaction.getResult())
                .getAsJsonArray("outcomes")
                .get(0)
                .getAsJsonObject()
                .get("documentId")
                .getAsString();
        JsonObject anchored = customs.evaluate("read", id).getAsJsonObject("anchored");
        assertEquals(submitted.getTransactionId(), anchored.get("transaction").getAsString());
        long claimed = chamber.client()
                .block(submitted.getStatus().getBlockNumber())
                .transaction(submitted.getTransactionId())
                .header()
                .getTimestamp()
                .getSeconds();
        assertEquals(
                Instant.ofEpochSecond(claimed).toString(), anchored.get("time").getAsString());
    }

    @Test
    void anAnchoredContentIsValidAndAnUnknownOneUnknown() throws Exception {
        chamber.anchored(paper);
        assertEquals("VALID", customs.verdict(paper.question()));
        assertEquals("UNKNOWN", customs.verdict(Paper.fresh().question()));
    }

    @Test
    void anotherContentUnderTheSameNumberIsAltered() throws Exception {
        String id = chamber.anchored(paper);
        assertEquals("VALID", customs.verdict(paper.questionOf(id)));
        assertEquals("ALTERED", customs.verdict(Paper.fresh().questionOf(id)));
    }

    @Test
    void aNumberAloneLeavesTheContentUncompared() throws Exception {
        String id = chamber.anchored(paper);
        assertEquals("UNDETERMINED", customs.verdict("{\"document\":\"" + id + "\"}"));
    }

    @Test
    void aSaltedDocumentNeedsItsReceipt() throws Exception {
        String id = chamber.anchored(paper.salted());
        assertEquals("VALID", customs.verdict(paper.salted().questionOf(id)));
        assertEquals("UNDETERMINED", customs.verdict(Paper.fresh().questionOf(id)));
    }

    @Test
    void aRevokedDocumentIsRevokedForEverybody() throws Exception {
        String id = chamber.anchored(paper);
        assertEquals(TxValidationCode.VALID, chamber.revoke(id, 1));
        assertEquals("REVOKED", customs.evaluate("read", id).get("status").getAsString());
        for (String each : network.organisations()) {
            assertEquals("REVOKED", new Documents(network.client(each, "issuer")).verdict(paper.question()));
        }
    }

    @Test
    void theHistoryHoldsEveryVersionNewestFirst() throws Exception {
        String id = chamber.anchored(paper);
        JsonObject before = chamber.evaluate("read", id);
        chamber.revoke(id, 1);
        JsonArray versions = customs.evaluate("history", id, "0").getAsJsonArray("versions");
        assertEquals(2, versions.size());
        assertEquals("REVOKED", versions.get(0).getAsJsonObject().get("status").getAsString());
        assertTrue(versions.get(0).getAsJsonObject().has("predecessor"));
        assertEquals(before, versions.get(1));
    }

    @Test
    void whatWasValidBeforeItsRevocationIsStillToldForThatTime() throws Exception {
        String id = chamber.anchored(paper);
        String then = chamber.evaluate("read", id)
                .getAsJsonObject("anchored")
                .get("time")
                .getAsString();
        // Times are whole seconds: a revocation in the same one would hold for that second too.
        var later = Shifted.by(
                Duration.ofSeconds(30), chamber.client(), chamber.proposal("revoke", id, "1", "unspecified"));
        assertEquals(TxValidationCode.VALID, chamber.client().commit(later.endorse()));
        assertEquals(
                "VALID",
                customs.verdict("{\"at\":\"" + then + "\"," + paper.question().substring(1)));
        assertEquals("REVOKED", customs.verdict(paper.question()));
    }

    @Test
    void everyDocumentOfAContentIsFound() throws Exception {
        String first = chamber.anchored(paper);
        String second = chamber.anchored(Paper.fresh().withContent(paper.commitment()));
        List<String> found =
                customs.evaluate("find", "open", paper.commitment()).getAsJsonArray("documents").asList().stream()
                        .map(each -> each.getAsString())
                        .toList();
        assertEquals(List.of(first, second).stream().sorted().toList(), found);
        assertFalse(customs.evaluate("find", "open", Paper.hash()).get("more").getAsBoolean());
    }

    @Test
    void aListIsOneTransactionWithAnOutcomeForEachDocument() throws Exception {
        chamber.anchored(paper);
        Paper fresh = Paper.fresh();
        List<JsonObject> outcomes =
                chamber.anchor(fresh, paper, fresh, Paper.fresh().ofType("911"));
        assertFalse(outcomes.get(0).has("refused"));
        assertRefused("DOCUMENT_EXISTS", outcomes.get(1));
        assertRefused("REPEATED_IN_LIST", outcomes.get(2));
        assertRefused("NOT_AUTHORISED", outcomes.get(3));
        assertEquals("VALID", customs.verdict(fresh.question()));
    }

    private static void assertRefused(String code, JsonObject outcome) {
        assertTrue(outcome.get("refused").getAsString().startsWith(code + ": "), outcome::toString);
    }

    @Test
    void aNumberIsTakenOnceByEachIssuer() throws Exception {
        String id = chamber.anchored(paper);
        assertRefused(
                "DOCUMENT_EXISTS",
                chamber.anchor(paper.withContent(Paper.hash())).get(0));
        assertEquals(
                paper.commitment(),
                customs.evaluate("read", id).get("commitment").getAsString());
        Documents carrier = new Documents(network.client("CarrierMSP", "issuer"));
        String other = carrier.anchored(paper.ofType("705"));
        assertFalse(other.equals(id));
    }
}
