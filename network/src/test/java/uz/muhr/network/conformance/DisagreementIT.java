package uz.muhr.network.conformance;

import static io.grpc.Status.Code.ABORTED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;
import org.hyperledger.fabric.client.EndorseException;
import org.hyperledger.fabric.protos.gateway.ErrorDetail;
import org.junit.jupiter.api.Test;
import uz.muhr.network.conformance.fixture.Client;
import uz.muhr.network.conformance.fixture.Conformance;
import uz.muhr.network.conformance.fixture.TestedNetwork;

/** A chaincode that does not answer every peer alike: the probe knows the address of its own process. */
@Conformance
final class DisagreementIT {
    private static final String COLLECT =
            "failed to collect enough transaction endorsements, see attached details for more info";
    private static final String MISMATCH = "ProposalResponsePayloads do not match";

    private final TestedNetwork network;
    private final Client customs;
    private final String key = "differs-" + UUID.randomUUID();

    DisagreementIT(TestedNetwork network) {
        this.network = network;
        this.customs = network.client("CustomsMSP", "officer");
    }

    private String addressAt(String mspId) throws Exception {
        return network.client(mspId, "issuer").evaluate("address");
    }

    private static void assertMismatch(EndorseException failure) {
        assertEquals(ABORTED, failure.getStatus().getCode());
        assertEquals(COLLECT, failure.getStatus().getDescription());
        List<String> details = failure.getDetails().stream()
                .map(ErrorDetail::getMessage)
                .distinct()
                .toList();
        assertEquals(List.of(MISMATCH), details);
    }

    @Test
    void everyOrganisationsPeerAsksAProcessOfItsOwn() throws Exception {
        long different = 0;
        for (String each : network.organisations()) {
            different += addressAt(each).equals(addressAt("CustomsMSP")) ? 0 : 1;
        }
        assertEquals(3, different);
    }

    @Test
    void whenEveryPeerAnswersDifferentlyNothingIsEndorsed() {
        assertMismatch(assertThrows(EndorseException.class, () -> customs.endorse("address")));
    }

    @Test
    void onePeerThatDiffersIsLeftOutOfAMajority() throws Exception {
        String chamber = addressAt("ChamberMSP");
        assertEquals("same", customs.submit("differsAt", chamber, key));
        assertEquals("same", customs.evaluate("get", key));
    }

    @Test
    void onePeerThatDiffersFailsATransactionThatAsksForAll() throws Exception {
        String chamber = addressAt("ChamberMSP");
        EndorseException failure = assertThrows(
                EndorseException.class, () -> customs.endorseBy(network.organisations(), "differsAt", chamber, key));
        assertMismatch(failure);
    }

    @Test
    void aPeerThatDiffersCannotEndorseForItsOwnClients() throws Exception {
        String chamber = addressAt("ChamberMSP");
        Client own = network.client("ChamberMSP", "issuer");
        assertMismatch(assertThrows(EndorseException.class, () -> own.endorse("differsAt", chamber, key)));
        assertTrue(own.evaluate("get", key).isEmpty());
    }
}
