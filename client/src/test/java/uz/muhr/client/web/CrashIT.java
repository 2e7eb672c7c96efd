package uz.muhr.client.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.client.Client;
import uz.muhr.client.TestNetwork;
import uz.muhr.client.commitment.Receipt;
import uz.muhr.client.commitment.ReceiptText;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.client.web.CrashLoad.Acknowledged;
import uz.muhr.network.script.ScriptNetwork;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.record.DocumentRecord;
import uz.muhr.protocol.record.DocumentStatus;

/** The server killed with SIGKILL at random moments under load, again and again, and started anew on the same journal. */
@Tag("ledger")
@ExtendWith(TestNetwork.class)
class CrashIT {
    private static final int LATEST_KILL_MILLIS = 1_200;

    @TempDir
    Path folder;

    @Test
    void whatWasAcknowledgedEndsOnceThoughTheServerIsKilledEightTimes(ScriptNetwork network) throws Exception {
        killedRounds(network, 8);
    }

    @Test
    @Tag("long")
    void whatWasAcknowledgedEndsOnceThoughTheServerIsKilledTwoHundredTimes(ScriptNetwork network) throws Exception {
        killedRounds(network, 200);
    }

    private void killedRounds(ScriptNetwork network, int rounds) throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        CrashLoad load = new CrashLoad();
        CountDownLatch never = new CountDownLatch(1);
        for (int round = 0; round < rounds; round++) {
            WebProcess server = start(network);
            CrashLoad.Clients clients = load.new Clients(address(server));
            clients.awaitFirst();
            assertFalse(never.await(random.nextInt(LATEST_KILL_MILLIS), TimeUnit.MILLISECONDS));
            server.kill();
            clients.awaitTheirEnd();
        }
        try (Door last = Door.open(network.profiles(), "chamber/issuer", folder);
                Ledger ledger = Client.ledger(network, "customs")) {
            int anchored = assertEndedOnce(last, ledger, load);
            System.out.println(rounds + " kills at random moments of seed " + seed + ": of "
                    + load.documents().size() + " acknowledged documents " + anchored
                    + " are anchored and the rest refused, of "
                    + load.revocations().size() + " revocations each is done or refused");
            assertTrue(anchored > rounds, "hardly anything was acknowledged");
        }
    }

    private static int assertEndedOnce(Door server, Ledger ledger, CrashLoad load) {
        Map<String, String> revokedIn = new HashMap<>();
        Map<String, String> refused = new HashMap<>();
        for (Acknowledged each : load.revocations()) {
            JsonObject end = ended(server, each);
            if (end.get("state").getAsString().equals("DONE")) {
                revokedIn.put(each.document(), end.get("transaction").getAsString());
            } else {
                refused.put(each.document(), end.get("code").getAsString());
            }
        }
        Set<String> anchored = new HashSet<>();
        for (Acknowledged each : load.documents()) {
            JsonObject end = ended(server, each);
            if (end.get("state").getAsString().equals("ANCHORED")) {
                assertTrue(anchored.add(each.document()), "two documents are anchored under one number");
                assertOnTheLedger(ledger, end, revokedIn.get(each.document()), load.mayBeRevoked(each.document()));
            } else {
                assertEquals("DOCUMENT_EXISTS", end.get("code").getAsString(), end::toString);
            }
        }
        assertEquals(Map.of(), refused, "a revocation was asked for once, and so it is not refused");
        assertTrue(anchored.containsAll(revokedIn.keySet()));
        return anchored.size();
    }

    private static void assertOnTheLedger(
            Ledger ledger, JsonObject end, @Nullable String revokedIn, boolean mayBeRevoked) {
        Receipt receipt = ReceiptText.parse(end.getAsJsonObject("receipt").toString());
        List<DocumentRecord> versions = ledger.history(
                        new DocumentId(end.get("subject").getAsString()))
                .value()
                .versions()
                .newestFirst();
        DocumentRecord first = versions.get(versions.size() - 1);
        assertEquals(receipt.commitment(), first.commitment());
        assertEquals(
                receipt.place().orElseThrow().transaction(), first.anchored().transaction());
        if (!mayBeRevoked) {
            assertEquals(revokedIn == null ? 1 : 2, versions.size());
        }
        if (revokedIn != null) {
            assertEquals(DocumentStatus.REVOKED, versions.get(0).status());
            assertEquals(revokedIn, versions.get(0).changed().transaction().hex());
        }
    }

    private static JsonObject ended(Door server, Acknowledged submission) {
        String where = "/api/submissions/" + submission.id();
        Awaited.until(() -> !server.get(where).is(200).member("state").equals("RECEIVED"));
        return server.get(where).json();
    }

    private WebProcess start(ScriptNetwork network) throws Exception {
        return WebProcess.admitting(
                List.of("-Xmx128m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"),
                "--server.port=0",
                "--muhr.profiles=" + network.profiles(),
                "--muhr.as=chamber/issuer",
                "--muhr.data=" + folder,
                // Nobody reads what it says.
                "--logging.level.root=ERROR",
                "--logging.level.uz.muhr.journal=ERROR");
    }

    private static String address(WebProcess server) throws Exception {
        String address = server.address();
        assertNotNull(address, server.said());
        return address;
    }
}
