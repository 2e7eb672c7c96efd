package uz.muhr.network.conformance;

import static org.hyperledger.fabric.protos.peer.TxValidationCode.VALID;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.protos.gateway.PreparedTransaction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uz.muhr.network.conformance.fixture.Conformance;
import uz.muhr.network.conformance.fixture.Documents;
import uz.muhr.network.conformance.fixture.OrderedTransaction;
import uz.muhr.network.conformance.fixture.Paper;
import uz.muhr.network.conformance.fixture.TestedNetwork;
import uz.muhr.network.local.Shell;

/** One organisation's chaincode server asks its peer key by key, the others in batches: a matter of their own. */
@Conformance
final class BatchedStateIT {
    private static final String SETTING = "MUHR_BATCHED_STATE";
    /** Three writes each: more than one batch of 1,000. */
    private static final int MANY = 350;

    private final TestedNetwork network;
    private final Documents chamber;

    BatchedStateIT(TestedNetwork network) {
        this.network = network;
        this.chamber = new Documents(network.client("ChamberMSP", "issuer"));
    }

    @AfterEach
    void asAllOthers() throws Exception {
        assertEquals(0, network.restartMuhr("CarrierMSP", Map.of()).exit());
    }

    @Test
    void theTwoKindsOfServersEndorseTheSameReadsAndWrites() throws Exception {
        Shell.Result started = network.restartMuhr("CarrierMSP", Map.of(SETTING, "off"));
        assertEquals(0, started.exit(), started::err);
        // A server that has just started is slow at first, and asks more than a thousand times for the large list; the
        // gateway of real Fabric waits 5 s for it.
        for (int few : new int[] {1, 10, 50}) {
            byAll("anchor", Paper.list(fresh(few)));
        }
        Paper[] papers = fresh(MANY);
        Transaction anchored = byAll("anchor", Paper.list(papers));
        List<String> ids = new ArrayList<>();
        for (JsonElement each : Documents.json(anchored.getResult()).getAsJsonArray("outcomes")) {
            ids.add(each.getAsJsonObject().get("documentId").getAsString());
        }
        assertEquals("VALID", chamber.verdict(papers[MANY - 1].questionOf(ids.get(MANY - 1))));
        byAll("suspend", ids.get(0), "1");
        byAll("reinstate", ids.get(0), "2");
        byAll("renew", ids.get(0), "3");
        byAll("attest", papers[0].questionOf(ids.get(0)));
    }

    @Test
    void aServerWhoseSettingIsNeitherDoesNotStart() throws Exception {
        Shell.Result refused = network.restartMuhr("CarrierMSP", Map.of(SETTING, "perhaps"));
        assertNotEquals(0, refused.exit());
        assertTrue(refused.err().contains("MUHR_BATCHED_STATE has to be on or off; it is \"perhaps\"."), refused::err);
    }

    private static Paper[] fresh(int papers) {
        return IntStream.range(0, papers).mapToObj(i -> Paper.fresh()).toArray(Paper[]::new);
    }

    /** Endorsed by every organisation, which they cannot be unless all have the same, and valid in every peer. */
    private Transaction byAll(String function, String... arguments) throws Exception {
        Transaction transaction = chamber.endorseBy(network.organisations(), function, arguments);
        Set<String> endorsers = OrderedTransaction.of(
                        PreparedTransaction.parseFrom(transaction.getBytes()).getEnvelope())
                .endorsers();
        assertEquals(new TreeSet<>(network.organisations()), endorsers);
        assertEquals(VALID, chamber.client().commit(transaction));
        return transaction;
    }
}
