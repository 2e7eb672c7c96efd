package uz.muhr.network.conformance;

import static org.hyperledger.fabric.protos.peer.TxValidationCode.ENDORSEMENT_POLICY_FAILURE;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.VALID;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hyperledger.fabric.client.Status;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.protos.gateway.PreparedTransaction;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uz.muhr.network.conformance.fixture.Client;
import uz.muhr.network.conformance.fixture.Conformance;
import uz.muhr.network.conformance.fixture.OrderedTransaction;
import uz.muhr.network.conformance.fixture.TestedNetwork;
import uz.muhr.network.conformance.fixture.Together;

@Conformance
final class PolicyIT {
    private static final List<String> ALL = List.of("CustomsMSP", "ChamberMSP", "QuarantineMSP", "CarrierMSP");

    private final Client customs;
    private final Client carrier;
    private String key = "";

    PolicyIT(TestedNetwork network) {
        customs = network.client("CustomsMSP", "officer");
        carrier = network.client("CarrierMSP", "carrier");
    }

    @BeforeEach
    void newKey() {
        key = "policy-" + UUID.randomUUID();
    }

    private TxValidationCode commit(Transaction transaction) throws Exception {
        return customs.commit(transaction);
    }

    private static Set<String> endorsers(Transaction transaction) throws InvalidProtocolBufferException {
        return OrderedTransaction.of(
                        PreparedTransaction.parseFrom(transaction.getBytes()).getEnvelope())
                .endorsers();
    }

    @Test
    void theGatewayAsksItsOwnOrganisationAndTwoOthersForAMajority() throws Exception {
        Set<String> endorsers = endorsers(carrier.endorse("put", key, "x"));
        assertEquals(3, endorsers.size());
        assertTrue(endorsers.contains("CarrierMSP"));
    }

    @Test
    void anyThreeOrganisationsAreEnoughAndAnyTwoAreNot() throws Exception {
        for (String missing : ALL) {
            List<String> three =
                    ALL.stream().filter(each -> !each.equals(missing)).toList();
            assertEquals(VALID, commit(customs.endorseBy(three, "put", key, "x")));
            assertEquals(ENDORSEMENT_POLICY_FAILURE, commit(customs.endorseBy(three.subList(0, 2), "put", key, "x")));
        }
    }

    @Test
    void aKeysPolicyReplacesTheChaincodesForThatKey() throws Exception {
        customs.submit("put", key, "x");
        customs.submit("setPolicy", key, "", "CarrierMSP");
        assertEquals("CarrierMSP", customs.evaluate("getPolicy", key));
        List<String> withoutCarrier = List.of("CustomsMSP", "ChamberMSP", "QuarantineMSP");
        assertEquals(ENDORSEMENT_POLICY_FAILURE, commit(customs.endorseBy(withoutCarrier, "put", key, "y")));
        assertEquals(VALID, commit(customs.endorseBy(List.of("CarrierMSP"), "put", key, "z")));
        assertEquals("z", customs.evaluate("get", key));
        // A later write of the value keeps the policy.
        assertEquals("CarrierMSP", customs.evaluate("getPolicy", key));
    }

    @Test
    void theGatewayFindsTheEndorserThatAKeysPolicyAsksFor() throws Exception {
        customs.submit("createWithPolicy", key, "x", "QuarantineMSP");
        Transaction update = customs.endorse("put", key, "y");
        assertEquals(Set.of("QuarantineMSP"), endorsers(update));
        assertEquals(VALID, commit(update));
        // A key with a policy and one without need both policies: a majority that includes quarantine.
        Transaction both = customs.endorse("rangeThenPut", key, key + "~", key + "-other");
        assertEquals(3, endorsers(both).size());
        customs.submit("createWithPolicy", key + "-two", "x", "CustomsMSP", "CarrierMSP");
        assertEquals(Set.of("CarrierMSP", "CustomsMSP"), endorsers(customs.endorse("put", key + "-two", "y")));
    }

    @Test
    void aPolicyIsTightenedAndRemovedOnlyByThoseItNames() throws Exception {
        customs.submit("createWithPolicy", key, "x", "ChamberMSP");
        List<String> others = List.of("CustomsMSP", "QuarantineMSP", "CarrierMSP");
        assertEquals(ENDORSEMENT_POLICY_FAILURE, commit(customs.endorseBy(others, "setPolicy", key, "", "CustomsMSP")));
        assertEquals(ENDORSEMENT_POLICY_FAILURE, commit(customs.endorseBy(others, "clearPolicy", key)));
        customs.submit("setPolicy", key, "", "ChamberMSP", "CustomsMSP");
        assertEquals(ENDORSEMENT_POLICY_FAILURE, commit(customs.endorseBy(List.of("ChamberMSP"), "put", key, "y")));
        assertEquals(VALID, commit(customs.endorseBy(List.of("ChamberMSP", "CustomsMSP"), "clearPolicy", key)));
        assertEquals(VALID, commit(customs.endorseBy(others, "put", key, "z")));
    }

    @Test
    void anotherKeyOfTheSameTransactionIsStillUnderTheChaincodesPolicy() throws Exception {
        customs.submit("createWithPolicy", key + "-00000", "x", "ChamberMSP");
        assertEquals(
                ENDORSEMENT_POLICY_FAILURE,
                commit(customs.endorseBy(List.of("ChamberMSP"), "putMany", key + "-", "2")));
    }

    @Test
    void aPolicyOnAKeyThatIsMissingDoesNothing() throws Exception {
        customs.submit("setPolicy", key, "", "ChamberMSP");
        assertEquals("none", customs.evaluate("getPolicy", key));
        assertEquals(
                VALID,
                commit(customs.endorseBy(List.of("CustomsMSP", "QuarantineMSP", "CarrierMSP"), "put", key, "x")));
        assertEquals("none", customs.evaluate("getPolicy", key));
    }

    @Test
    void aDeletedKeyTakesItsPolicyWithIt() throws Exception {
        customs.submit("createWithPolicy", key, "x", "ChamberMSP");
        customs.submit("delete", key);
        assertEquals(
                VALID,
                commit(customs.endorseBy(List.of("CustomsMSP", "QuarantineMSP", "CarrierMSP"), "put", key, "x")));
        assertEquals("none", customs.evaluate("getPolicy", key));
    }

    @Test
    void aKeyWhosePolicyWasSetInABlockIsNotWrittenAgainInThatBlock() throws Exception {
        List<Status> statuses = Together.inOneBlock(customs, () -> {
            newKey();
            customs.submit("put", key, "x");
            return List.of(
                    customs.endorseBy(ALL, "setPolicy", key, "", "CustomsMSP"),
                    customs.endorseBy(ALL, "put", key, "y"),
                    customs.endorseBy(ALL, "update", key, "z"));
        });
        assertEquals(
                List.of(VALID, ENDORSEMENT_POLICY_FAILURE, ENDORSEMENT_POLICY_FAILURE),
                statuses.stream().map(Status::getCode).toList());
        assertEquals("x", customs.evaluate("get", key));
    }

    @Test
    void readingThePolicyIsAReadOfTheKey() throws Exception {
        customs.submit("put", key, "x");
        Transaction reader = customs.endorse("getPolicy", key);
        customs.submit("put", key, "y");
        assertEquals(TxValidationCode.MVCC_READ_CONFLICT, commit(reader));
    }
}
