package uz.muhr.network.conformance;

import static org.hyperledger.fabric.protos.peer.TxValidationCode.ENDORSEMENT_POLICY_FAILURE;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.VALID;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.protos.gateway.PreparedTransaction;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uz.muhr.network.conformance.fixture.Client;
import uz.muhr.network.conformance.fixture.Conformance;
import uz.muhr.network.conformance.fixture.Documents;
import uz.muhr.network.conformance.fixture.Forgery;
import uz.muhr.network.conformance.fixture.OrderedTransaction;
import uz.muhr.network.conformance.fixture.Paper;
import uz.muhr.network.conformance.fixture.TestedNetwork;

/** A record belongs to its issuer's peer and enough others: no other organisations together can change it. */
@Conformance
final class DocumentPolicyIT {
    private final TestedNetwork network;
    private final Documents chamber;
    private String id = "";

    DocumentPolicyIT(TestedNetwork network) {
        this.network = network;
        this.chamber = new Documents(network.client("ChamberMSP", "issuer"));
    }

    @BeforeEach
    void anchor() throws Exception {
        id = chamber.anchored(Paper.fresh());
    }

    private TxValidationCode revokedBy(String... mspIds) throws Exception {
        return chamber.client().commit(chamber.endorseBy(List.of(mspIds), "revoke", id, "1", "unspecified"));
    }

    private String status() throws Exception {
        return chamber.evaluate("read", id).get("status").getAsString();
    }

    @Test
    void threeOthersTogetherCannotChangeARecord() throws Exception {
        assertEquals(ENDORSEMENT_POLICY_FAILURE, revokedBy("CustomsMSP", "QuarantineMSP", "CarrierMSP"));
        assertEquals("VALID", status());
    }

    @Test
    void theIssuerAloneOrWithOneOtherCannotEither() throws Exception {
        assertEquals(ENDORSEMENT_POLICY_FAILURE, revokedBy("ChamberMSP"));
        assertEquals(ENDORSEMENT_POLICY_FAILURE, revokedBy("ChamberMSP", "CustomsMSP"));
        assertEquals("VALID", status());
    }

    @Test
    void theIssuerWithAnyTwoOthersCan() throws Exception {
        assertEquals(VALID, revokedBy("ChamberMSP", "QuarantineMSP", "CarrierMSP"));
        assertEquals("REVOKED", status());
    }

    @Test
    void anotherOrganisationsGatewayAsksTheIssuersPeer() throws Exception {
        Forgery visitor = Forgery.of(network.home(), network.topology().organisation("ChamberMSP"), "issuer");
        try (Client abroad = Client.of(network, "CarrierMSP", visitor.identity("ChamberMSP"), visitor.key())) {
            Transaction revocation = new Documents(abroad).endorse("revoke", id, "1", "unspecified");
            Set<String> endorsers = OrderedTransaction.of(
                            PreparedTransaction.parseFrom(revocation.getBytes()).getEnvelope())
                    .endorsers();
            assertEquals(3, endorsers.size());
            assertTrue(endorsers.contains("ChamberMSP"), endorsers::toString);
            assertEquals(VALID, abroad.commit(revocation));
        }
    }

    @Test
    void theNextVersionKeepsThePolicy() throws Exception {
        assertEquals(VALID, chamber.revoke(id, 1));
        // A read that is ordered needs only the chaincode's policy, whoever owns what it read.
        List<String> others = List.of("CustomsMSP", "QuarantineMSP", "CarrierMSP");
        assertEquals(VALID, chamber.client().commit(chamber.endorseBy(others, "read", id)));
        assertEquals("REVOKED", status());
    }
}
