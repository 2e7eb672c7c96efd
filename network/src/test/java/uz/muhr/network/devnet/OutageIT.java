package uz.muhr.network.devnet;

import static io.grpc.Status.Code.ABORTED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.hyperledger.fabric.client.EndorseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import uz.muhr.network.devnet.fixture.Client;
import uz.muhr.network.devnet.fixture.TestChaincode;
import uz.muhr.network.devnet.fixture.TestNetwork;

/** What happens when organisations differ or are away. */
@Timeout(120)
final class OutageIT {
    private static final List<String> ALL = List.of("CustomsMSP", "ChamberMSP", "QuarantineMSP", "CarrierMSP");

    @Test
    void anOrganisationWhoseChaincodeAnswersDifferentlyIsLeftOutOrNamed() throws Exception {
        Map<String, Map<String, String>> environments =
                Map.of("ChamberMSP", Map.of(TestChaincode.OWN_ANSWER, "different"));
        try (TestNetwork network = TestNetwork.start(environments)) {
            Client customs = network.client("CustomsMSP", "officer");
            // Customs, quarantine and carrier agree, which is a majority.
            assertEquals("same", customs.submit("own", "own-key"));
            EndorseException failure =
                    assertThrows(EndorseException.class, () -> customs.endorseBy(ALL, "own", "own-key"));
            assertEquals(ABORTED, failure.getStatus().getCode());
            assertEquals(
                    "failed to collect enough transaction endorsements, see attached details for more info",
                    failure.getStatus().getDescription());
            assertTrue(failure.getDetails().stream()
                    .allMatch(each -> each.getMessage().equals("ProposalResponsePayloads do not match")));
            // For chamber itself nobody agrees with the first answer.
            Client chamber = network.client("ChamberMSP", "issuer");
            String mismatch = "ProposalResponsePayloads do not match";
            EndorseException alone = assertThrows(EndorseException.class, () -> chamber.endorse("own", "own-key"));
            assertTrue(alone.getDetails().stream()
                    .allMatch(each -> each.getMessage().equals(mismatch)));
        }
    }

    @Test
    void whileOneChaincodeServerIsAwayTheOthersSufficeAndItsOwnClientsAreToldWhy() throws Exception {
        try (TestNetwork network = TestNetwork.start()) {
            Client customs = network.client("CustomsMSP", "officer");
            Client chamber = network.client("ChamberMSP", "issuer");
            customs.submit("createWithPolicy", "chambers", "x", "ChamberMSP");
            network.killChaincode("ChamberMSP");

            customs.submit("put", "shared", "1");
            assertEquals("1", chamber.evaluate("get", "shared"), "another organisation's peer answers");
            EndorseException own = assertThrows(EndorseException.class, () -> chamber.endorse("put", "shared", "2"));
            assertEquals(ABORTED, own.getStatus().getCode());
            assertTrue(own.getDetails().get(0).getMessage().startsWith("error in simulation: failed to execute"));
            EndorseException needed =
                    assertThrows(EndorseException.class, () -> customs.endorse("put", "chambers", "y"));
            assertEquals(
                    "failed to collect enough transaction endorsements, see attached details for more info",
                    needed.getStatus().getDescription());

            network.killChaincode("CarrierMSP");
            EndorseException tooFew = assertThrows(EndorseException.class, () -> customs.endorse("put", "shared", "3"));
            assertEquals(ABORTED, tooFew.getStatus().getCode());

            network.startChaincode("ChamberMSP", Map.of());
            network.startChaincode("CarrierMSP", Map.of());
            network.awaitChaincode();
            assertEquals("", chamber.submit("put", "shared", "4"));
            customs.submit("put", "chambers", "z");
        }
    }

    @Test
    void aChaincodeThatDiesInACallEndsTheCallAndIsDialledAgain() throws Exception {
        try (TestNetwork network = TestNetwork.start()) {
            Client customs = network.client("CustomsMSP", "officer");
            EndorseException failure = assertThrows(EndorseException.class, () -> customs.endorse("exit"));
            assertTrue(failure.getDetails().get(0).getMessage().endsWith("chaincode stream terminated"));
            network.startChaincode("CustomsMSP", Map.of());
            network.awaitChaincode();
            customs.submit("put", "after", "x");
        }
    }
}
