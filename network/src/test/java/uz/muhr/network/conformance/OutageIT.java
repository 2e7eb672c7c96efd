package uz.muhr.network.conformance;

import static io.grpc.Status.Code.ABORTED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.UUID;
import org.hyperledger.fabric.client.EndorseException;
import org.junit.jupiter.api.Test;
import uz.muhr.network.conformance.fixture.Client;
import uz.muhr.network.conformance.fixture.Conformance;
import uz.muhr.network.conformance.fixture.TestedNetwork;

/** What happens while the chaincode servers of some organisations are away. */
@Conformance
final class OutageIT {
    private final TestedNetwork network;
    private final Client customs;
    private final Client chamber;
    private final String key = "outage-" + UUID.randomUUID();

    OutageIT(TestedNetwork network) {
        this.network = network;
        customs = network.client("CustomsMSP", "officer");
        chamber = network.client("ChamberMSP", "issuer");
    }

    @Test
    void whileOneChaincodeServerIsAwayTheOthersSufficeButForKeysThatNeedIt() throws Exception {
        customs.submit("createWithPolicy", key + "-chambers", "x", "ChamberMSP");
        network.kill(network.probeOf("ChamberMSP"));
        try {
            customs.submit("put", key, "1");
            assertEquals("1", chamber.evaluate("get", key), "another organisation's peer answers");
            EndorseException own = assertThrows(EndorseException.class, () -> chamber.endorse("put", key, "2"));
            assertEquals(ABORTED, own.getStatus().getCode());
            assertTrue(own.getDetails().get(0).getMessage().startsWith("error in simulation: failed to execute"));
            EndorseException needed =
                    assertThrows(EndorseException.class, () -> customs.endorse("put", key + "-chambers", "y"));
            assertEquals(ABORTED, needed.getStatus().getCode());
            assertEquals(
                    "failed to collect enough transaction endorsements, see attached details for more info",
                    needed.getStatus().getDescription());
        } finally {
            network.up();
        }
        chamber.submit("put", key, "3");
        customs.submit("put", key + "-chambers", "z");
    }

    @Test
    void withTwoChaincodeServersAwayThereIsNoMajority() throws Exception {
        network.kill(network.probeOf("ChamberMSP"));
        network.kill(network.probeOf("CarrierMSP"));
        try {
            EndorseException tooFew = assertThrows(EndorseException.class, () -> customs.endorse("put", key, "x"));
            assertEquals(ABORTED, tooFew.getStatus().getCode());
        } finally {
            network.up();
        }
        customs.submit("put", key, "y");
    }

    @Test
    void aChaincodeServerThatDiesInACallEndsTheCallAndIsDialledAgain() throws Exception {
        try {
            EndorseException failure = assertThrows(EndorseException.class, () -> customs.endorse("exit"));
            assertEquals(ABORTED, failure.getStatus().getCode());
            assertTrue(failure.getDetails().get(0).getMessage().endsWith("chaincode stream terminated"));
        } finally {
            network.up();
        }
        customs.submit("put", key, "x");
    }
}
