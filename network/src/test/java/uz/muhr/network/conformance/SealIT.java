package uz.muhr.network.conformance;

import static org.hyperledger.fabric.protos.peer.TxValidationCode.MVCC_READ_CONFLICT;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.VALID;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.hyperledger.fabric.client.Status;
import org.hyperledger.fabric.client.Transaction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uz.muhr.network.conformance.fixture.Conformance;
import uz.muhr.network.conformance.fixture.Consignment;
import uz.muhr.network.conformance.fixture.Paper;
import uz.muhr.network.conformance.fixture.Seals;
import uz.muhr.network.conformance.fixture.TestedNetwork;
import uz.muhr.network.conformance.fixture.Together;

/** A container seal's life on the ledger, from the consignment's opening to the seal's removal. */
@Conformance
final class SealIT {
    private static final String TO_CUSTOMS = "\"operation\":\"HAND_OVER\",\"to\":\"CustomsMSP\"";
    private static final String TO_CARRIER = "\"operation\":\"HAND_OVER\",\"to\":\"CarrierMSP\"";
    private static final String ACCEPT = "\"operation\":\"ACCEPT\"";
    private static final String WITHDRAW = "\"operation\":\"WITHDRAW\"";
    private static final String BREAK = "\"operation\":\"BREAK\",\"reason\":\"inspection\"";
    private static final String REMOVE = "\"operation\":\"REMOVE\"";

    private final TestedNetwork network;
    private final Seals carrier;
    private final Seals customs;
    private final Seals quarantine;
    private final Consignment consignment = Consignment.fresh();
    private final String seal = Paper.hash();

    SealIT(TestedNetwork network) {
        this.network = network;
        this.carrier = new Seals(network.client("CarrierMSP", "carrier"));
        this.customs = new Seals(network.client("CustomsMSP", "officer"));
        this.quarantine = new Seals(network.client("QuarantineMSP", "officer"));
    }

    @BeforeEach
    void sealed() throws Exception {
        carrier.registered();
        customs.registered();
        carrier.submit("open", consignment.opening());
        carrier.submit("affix", consignment.affix(seal, Paper.hash(), "CA"));
    }

    private JsonObject act(Seals by, String ofSeal, int expected, String act) throws Exception {
        return by.submit("act", consignment.act(ofSeal, expected, act));
    }

    private static String text(JsonObject record, String member) {
        return record.get(member).getAsString();
    }

    @Test
    void aWholeVoyageIsReadAlikeByEveryOrganisation() throws Exception {
        act(carrier, seal, 1, TO_CUSTOMS);
        assertEquals("CustomsMSP", text(act(customs, seal, 2, ACCEPT), "holder"));
        act(quarantine, seal, 3, "\"condition\":\"1\",\"operation\":\"INSPECT\"");
        act(customs, seal, 4, BREAK);
        String next = Paper.hash();
        JsonObject replacement = customs.submit("replace", consignment.replace(seal, 5, next, "CU"));
        assertEquals("CustomsMSP", text(replacement, "holder"));
        act(customs, next, 1, TO_CARRIER);
        act(carrier, next, 2, ACCEPT);
        assertEquals("REMOVED", text(act(carrier, next, 3, REMOVE), "state"));

        JsonObject whole = carrier.evaluate("consignment", consignment.id());
        assertEquals("REPLACED", text(whole.getAsJsonArray("seals").get(0).getAsJsonObject(), "state"));
        assertEquals(6, carrier.history(consignment, seal).size());
        assertEquals(4, carrier.history(consignment, next).size());
        for (String each : network.organisations()) {
            Seals other = new Seals(network.client(each, "issuer"));
            assertEquals(whole, other.evaluate("consignment", consignment.id()));
            assertEquals(carrier.history(consignment, seal), other.history(consignment, seal));
        }
        JsonObject links = carrier.evaluate("links", consignment.id(), "0");
        assertEquals(3, links.getAsJsonArray("events").size());
    }

    @Test
    void ofTwoWhoAcceptOneHandoverTheLaterConflicts() throws Exception {
        act(carrier, seal, 1, TO_CUSTOMS);
        Transaction won = customs.endorse("act", consignment.act(seal, 2, ACCEPT));
        Transaction lost = customs.endorse("act", consignment.act(seal, 2, ACCEPT));
        assertEquals(VALID, customs.client().commit(won));
        assertEquals(MVCC_READ_CONFLICT, customs.client().commit(lost));
        assertEquals("CustomsMSP", text(carrier.evaluate("read", consignment.id(), seal), "holder"));
        assertEquals(3, carrier.history(consignment, seal).size());
    }

    @Test
    void ofAnAcceptanceAndAWithdrawalInOneBlockTheLaterConflicts() throws Exception {
        act(carrier, seal, 1, TO_CUSTOMS);
        List<String> seals = new ArrayList<>();
        List<Status> statuses = Together.inOneBlock(carrier.client(), () -> {
            String fresh = Paper.hash();
            seals.add(fresh);
            carrier.submit("affix", consignment.affix(fresh, Paper.hash(), "CA"));
            act(carrier, fresh, 1, TO_CUSTOMS);
            return List.of(
                    customs.endorse("act", consignment.act(fresh, 2, ACCEPT)),
                    carrier.endorse("act", consignment.act(fresh, 2, WITHDRAW)));
        });
        assertEquals(
                List.of(VALID, MVCC_READ_CONFLICT),
                statuses.stream().map(Status::getCode).toList());
        JsonObject record = carrier.evaluate("read", consignment.id(), seals.get(seals.size() - 1));
        assertEquals("CustomsMSP", text(record, "holder"));
    }

    @Test
    void nobodyButTheReceiverAcceptsAndACompetitorAffixesNothing() throws Exception {
        act(carrier, seal, 1, TO_CUSTOMS);
        quarantine.assertRefused("NOT_CUSTODIAN", "act", consignment.act(seal, 2, ACCEPT));
        carrier.assertRefused("NOT_CUSTODIAN", "act", consignment.act(seal, 2, ACCEPT));
        customs.assertRefused("STALE_SEQUENCE", "act", consignment.act(seal, 1, ACCEPT));
        carrier.assertRefused("NOT_AUTHORISED", "act", consignment.act(seal, 2, BREAK));
        carrier.assertRefused("SEAL_EXISTS", "affix", consignment.affix(seal, Paper.hash(), "CA"));
        new Seals(network.client("ChamberMSP", "issuer"))
                .assertRefused("NOT_AUTHORISED", "affix", consignment.affix(Paper.hash(), Paper.hash(), "CA"));
    }

    @Test
    void oneOrganisationAffixesOneSealOnceInWhicheverConsignment() throws Exception {
        String tag = Paper.hash();
        String first = Paper.hash();
        carrier.submit("affix", consignment.affix(first, tag, "CA"));
        Consignment other = Consignment.fresh();
        carrier.submit("open", other.opening());
        carrier.assertRefused("SEAL_EXISTS", "affix", other.affix(Paper.hash(), tag, "CA"));
        assertEquals(first, text(customs.evaluate("tagged", "CarrierMSP", tag), "seal"));
    }

    @Test
    void twoThousandReadingsInListsAreEachOneEventOfTheHistory() throws Exception {
        List<String> ids = IntStream.range(0, 2_000).mapToObj(i -> Paper.hash()).toList();
        for (int from = 0; from < ids.size(); from += 500) {
            JsonObject answer = carrier.submit("observe", consignment.readings(seal, ids.subList(from, from + 500)));
            answer.getAsJsonArray("outcomes")
                    .forEach(each -> assertEquals("RECORDED", text(each.getAsJsonObject(), "outcome")));
        }
        JsonObject again = carrier.submit("observe", consignment.readings(seal, ids.subList(0, 500)));
        again.getAsJsonArray("outcomes")
                .forEach(each -> assertEquals("ALREADY_RECORDED", text(each.getAsJsonObject(), "outcome")));
        List<JsonObject> events = customs.history(consignment, seal);
        assertEquals(2_001, events.size());
        Set<String> found = new HashSet<>();
        events.stream()
                .map(event -> event.getAsJsonObject("act"))
                .filter(act -> text(act, "operation").equals("READ"))
                .forEach(act -> found.add(text(act, "id")));
        assertEquals(new TreeSet<>(ids), new TreeSet<>(found));
    }

    @Test
    void aReadingWithoutCustodyOrAuthorityIsRefusedByNameAndChangesNothing() throws Exception {
        act(carrier, seal, 1, TO_CUSTOMS);
        act(customs, seal, 2, ACCEPT);
        JsonObject refused = carrier.submit("observe", consignment.readings(seal, List.of(Paper.hash())));
        JsonObject outcome = refused.getAsJsonArray("outcomes").get(0).getAsJsonObject();
        assertTrue(text(outcome, "refused").startsWith("NOT_CUSTODIAN: "), outcome::toString);
        assertEquals(3, customs.history(consignment, seal).size());
        JsonObject taken = quarantine.submit("observe", consignment.readings(seal, List.of(Paper.hash())));
        assertFalse(taken.getAsJsonArray("outcomes").get(0).getAsJsonObject().has("refused"));
    }
}
