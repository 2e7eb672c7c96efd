package uz.muhr.network.conformance;

import static org.hyperledger.fabric.protos.peer.TxValidationCode.MVCC_READ_CONFLICT;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.VALID;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import org.hyperledger.fabric.client.Transaction;
import org.junit.jupiter.api.Test;
import uz.muhr.network.conformance.fixture.Client;
import uz.muhr.network.conformance.fixture.Conformance;
import uz.muhr.network.conformance.fixture.Documents;
import uz.muhr.network.conformance.fixture.Paper;
import uz.muhr.network.conformance.fixture.TestedNetwork;

/** What registrars decide together takes effect on both networks alike; each case takes a type that no other uses. */
@Conformance
final class AuthorityIT {
    private final TestedNetwork network;
    private final Documents issuer;

    AuthorityIT(TestedNetwork network) {
        this.network = network;
        this.issuer = new Documents(network.client("CarrierMSP", "issuer"));
    }

    @Test
    void authorityIsInForceWithTheApprovalOfTheThirdOrganisationAndNotBefore() throws Exception {
        Paper paper = Paper.fresh().ofType("342");
        String id = propose(grant("342"));
        assertRefused(paper);
        assertFalse(approve("ChamberMSP", id));
        assertRefused(paper);
        assertTrue(approve("QuarantineMSP", id));
        issuer.anchored(paper);
    }

    /** Its endorsers read the authority as it was; the ledger has another version by then. */
    @Test
    void anAnchorHeldBackOverAWithdrawalNeverComesThrough() throws Exception {
        carry(propose(grant("343")));
        Paper paper = Paper.fresh().ofType("343");
        Transaction heldBack = issuer.endorse("anchor", Paper.list(paper));
        carry(propose("{\"from\":\"2026-01-01T00:00:00Z\",\"issuer\":\"CarrierMSP\",\"kind\":\"withdraw\","
                + "\"sequence\":1,\"type\":\"343\"}"));
        assertEquals(MVCC_READ_CONFLICT, issuer.client().commit(heldBack));
        assertEquals("UNKNOWN", issuer.verdict(paper.question()));
    }

    @Test
    void twoApprovalsOnOneStateAreNotBothCounted() throws Exception {
        String id = propose(grant("344"));
        Transaction chamber = endorse("ChamberMSP", "approve", id);
        Transaction quarantine = endorse("QuarantineMSP", "approve", id);
        assertEquals(VALID, registrar("ChamberMSP").commit(chamber));
        assertEquals(MVCC_READ_CONFLICT, registrar("QuarantineMSP").commit(quarantine));
        assertRefused(Paper.fresh().ofType("344"));
        assertTrue(approve("QuarantineMSP", id));
    }

    private void assertRefused(Paper paper) throws Exception {
        JsonObject outcome = issuer.anchor(paper).get(0);
        assertTrue(outcome.toString().contains("NOT_AUTHORISED"), outcome::toString);
    }

    private static String grant(String type) {
        return "{\"accreditation\":\"UZ-AK " + type + "\",\"from\":\"2026-01-01T00:00:00Z\","
                + "\"issuer\":\"CarrierMSP\",\"kind\":\"grant\",\"sequence\":0,\"type\":\"" + type + "\"}";
    }

    private String propose(String proposal) throws Exception {
        Transaction transaction = endorse("CustomsMSP", "propose", proposal);
        assertEquals(VALID, registrar("CustomsMSP").commit(transaction));
        return Documents.json(transaction.getResult()).get("id").getAsString();
    }

    private void carry(String id) throws Exception {
        assertFalse(approve("ChamberMSP", id));
        assertTrue(approve("QuarantineMSP", id));
    }

    /** Whether that approval was the decisive one. */
    private boolean approve(String mspId, String id) throws Exception {
        Transaction transaction = endorse(mspId, "approve", id);
        assertEquals(VALID, registrar(mspId).commit(transaction));
        return Documents.json(transaction.getResult()).get("effective").getAsBoolean();
    }

    private Transaction endorse(String mspId, String function, String argument) throws Exception {
        return registrar(mspId)
                .muhr("authority")
                .newProposal(function)
                .addArguments(argument)
                .build()
                .endorse();
    }

    private Client registrar(String mspId) {
        return network.client(mspId, "registrar");
    }
}
