package uz.muhr.network.fabric;

import static org.hyperledger.fabric.protos.peer.TxValidationCode.ENDORSEMENT_POLICY_FAILURE;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.VALID;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.network.identity.Engine;
import uz.muhr.network.local.PeerGateway;
import uz.muhr.network.local.Retry;
import uz.muhr.network.local.Shell;
import uz.muhr.network.script.NeedsFabric;
import uz.muhr.network.script.ScriptNetwork;
import uz.muhr.network.topology.FreePorts;
import uz.muhr.network.topology.Organisation;
import uz.muhr.network.topology.Ports;
import uz.muhr.network.topology.SampleTopology;
import uz.muhr.protocol.identifier.DocumentId;

/** The years of one network on real Fabric, in order: somebody joins, somebody is revoked, everything is renewed. */
@NeedsFabric
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class FabricMembershipIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String AFTER_THE_LAST = "\n# From when";

    private static final List<DocumentId> DOCUMENTS = new ArrayList<>();
    private static ScriptNetwork network;
    private static Organisation newcomer;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException, InterruptedException {
        Path jar = Shell.root().resolve("chaincode/contract/target/contract-0.1.0.jar");
        assertTrue(Files.exists(jar), "build chaincode/contract first");
        network = new ScriptNetwork(folder, Engine.FABRIC, jar);
        network.up();
        Organisation sample = SampleTopology.newcomer();
        List<Integer> free = List.copyOf(FreePorts.take(6, network.topology().ports()));
        newcomer = new Organisation(
                sample.name(),
                sample.mspId(),
                sample.domain(),
                new Ports(free.get(0), free.get(1), free.get(2), free.get(3), free.get(4), free.get(5)),
                sample.users(),
                sample.issues());
    }

    @AfterAll
    static void end() throws IOException {
        network.close();
    }

    @Test
    @Order(1)
    void anyOtherChangeOfTheTopologyIsRefusedAndChangesNothing() throws IOException, InterruptedException {
        String text = SampleTopology.text(newcomer);
        assertRefused("There is no organisation \"terminal\"", same -> same);
        assertRefused(
                "An organisation joins at the end of the list; move terminal there, after carrier.",
                before -> before.replace("organisations:\n", "organisations:\n" + text));
        assertRefused(
                "with nothing but terminal added at the end, and differs in something else; undo the other changes.",
                before -> before.replace(AFTER_THE_LAST, text + AFTER_THE_LAST)
                        .replace("name: auditor", "name: inspector"));
        network.statusOnceUp();
    }

    @Test
    @Order(2)
    void anOrganisationJoinsThoughItsAdmissionIsKilledAgainAndAgain() throws Exception {
        network.edit(before -> before.replace(AFTER_THE_LAST, SampleTopology.text(newcomer) + AFTER_THE_LAST));
        try (SteadyClient client = new SteadyClient(network, "chamber", "861", 1_000)) {
            killAdmissionOnce(network.home().organisation(newcomer));
            killAdmissionOnce(new FabricFolder(network.home()).orderer(newcomer).resolve("data/chains/documents"));
            network.succeed("add-organisation", "terminal");
            DOCUMENTS.addAll(client.finish());
        }
        allIsUp(5);
        try (SteadyClient client = new SteadyClient(network, "terminal", "271", 2_000)) {
            DOCUMENTS.addAll(client.finish());
        }
        everybodyReads(DOCUMENTS);
    }

    /** Each makes three of five; but a record's own policy counts only those it names. */
    @Test
    @Order(3)
    void theNewcomersPeerCountsForADocumentOnceItIsRenewed() throws Exception {
        String document = DOCUMENTS.get(0).toString();
        try (PeerGateway chamber = network.open("chamber", "issuer", "muhr")) {
            assertEquals(ENDORSEMENT_POLICY_FAILURE, suspendedWithTheNewcomer(chamber, document));
            chamber.contract("document").submitTransaction("renew", document, "1");
            assertEquals(
                    VALID,
                    new Retry(SOON)
                            .until(
                                    "A peer stays behind the others, and endorses another change than they do",
                                    () -> suspendedWithTheNewcomer(chamber, document)));
        }
    }

    private static TxValidationCode suspendedWithTheNewcomer(PeerGateway chamber, String document)
            throws GatewayException {
        return chamber.contract("document")
                .newProposal("suspend")
                .addArguments(document, "1")
                .setEndorsingOrganizations("ChamberMSP", "CustomsMSP", newcomer.mspId())
                .build()
                .endorse()
                .submitAsync()
                .getStatus()
                .getCode();
    }

    @Test
    @Order(4)
    void joiningOnceMoreChangesNothing() throws IOException, InterruptedException {
        List<ProcessHandle> before = network.processes();
        network.succeed("add-organisation", "terminal");
        assertEquals(before, network.processes());
        allIsUp(5);
    }

    @Test
    @Order(5)
    void fiveOrganisationsUpgradeGoDownAndComeUpAgain() throws Exception {
        network.succeed("upgrade");
        allIsUp(5);
        network.succeed("down");
        network.up();
        allIsUp(5);
        everybodyReads(DOCUMENTS);
    }

    @Test
    @Order(6)
    void aRevokedIdentityIsRefusedByEveryPeerAndOthersGoOn() throws Exception {
        List<Stranger> everywhere = new ArrayList<>();
        try {
            for (Organisation peer : network.topology().organisations()) {
                everywhere.add(Stranger.at(network, peer, "carrier", "carrier"));
            }
            for (Stranger peer : everywhere) {
                peer.contract("network").evaluateTransaction("members");
            }
            network.succeed("revoke-identity", "carrier", "carrier");
            for (Stranger peer : everywhere) {
                assertThrows(
                        GatewayException.class, () -> peer.contract("network").evaluateTransaction("members"));
                assertThrows(
                        GatewayException.class, () -> peer.contract("network").submitTransaction("members"));
            }
        } finally {
            everywhere.forEach(Stranger::close);
        }
        String profile =
                Files.readString(network.home().profile(network.topology().organisation("carrier")));
        assertFalse(profile.contains("\"carrier\",\n      \"role\""), profile);
        try (SteadyClient others = new SteadyClient(network, "carrier", "705", 3_000)) {
            DOCUMENTS.addAll(others.finish());
        }
    }

    @Test
    @Order(7)
    void severalAreRevokedAndRevokingAgainOrStartingAgainBringsNobodyBack() throws Exception {
        // The first organisation's peer may be a block behind those that the last client heard.
        everybodyReads(DOCUMENTS);
        long height = network.height();
        network.succeed("revoke-identity", "carrier", "carrier");
        assertEquals(height, network.height(), "it was done");
        network.succeed("revoke-identity", "customs", "auditor");
        network.up();
        allIsUp(5);
        for (String[] who : new String[][] {{"carrier", "carrier"}, {"customs", "auditor"}}) {
            try (PeerGateway peer = network.open(who[0], who[1], "muhr")) {
                assertThrows(
                        GatewayException.class, () -> peer.contract("network").evaluateTransaction("members"));
            }
        }
        Shell.Result administrator = network.script("revoke-identity", "customs", "admin");
        assertEquals(1, administrator.exit());
        assertTrue(
                administrator.err().contains("cannot be revoked by it; name one of its users."), administrator.err());
    }

    @Test
    @Order(8)
    @Tag("long")
    void everythingIsRenewedWhileAClientGoesOnAndNothingIsLost() throws Exception {
        Path consenter = network.home().orderer(newcomer).certificate();
        Path user = network.home().user(newcomer, "issuer").certificate();
        String before = Files.readString(consenter) + Files.readString(user);
        try (SteadyClient client = new SteadyClient(network, "quarantine", "851", 4_000)) {
            network.succeed("renew", "--all");
            List<DocumentId> meanwhile = client.finish();
            assertTrue(meanwhile.size() > 10, "it was kept waiting: " + meanwhile.size());
            DOCUMENTS.addAll(meanwhile);
        }
        assertNotEquals(before, Files.readString(consenter) + Files.readString(user));
        allIsUp(5);
        everybodyReads(DOCUMENTS);
        network.succeed("renew");
        network.killAll();
        network.up();
        allIsUp(5);
        everybodyReads(DOCUMENTS);
        try (SteadyClient client = new SteadyClient(network, "terminal", "271", 5_000)) {
            client.finish();
        }
    }

    /** The script and what it runs of ours are killed, the network's own processes are not. */
    private static void killAdmissionOnce(Path sign) throws IOException {
        Process admission = network.start("add-organisation", "terminal");
        new Retry(SOON).until("The admission did not come so far: " + sign, () -> {
            if (!Files.exists(sign)) {
                throw new FabricException(admission.isAlive() ? "it goes on" : "it ended");
            }
            return true;
        });
        List<ProcessHandle> ours = admission
                .descendants()
                .filter(each -> each.info().commandLine().orElse("").contains("Command "))
                .toList();
        admission.destroyForcibly();
        ours.forEach(ProcessHandle::destroyForcibly);
        admission.onExit().orTimeout(10, TimeUnit.SECONDS).join();
    }

    private static void assertRefused(String sentence, UnaryOperator<String> change)
            throws IOException, InterruptedException {
        String[] before = {""};
        network.edit(text -> {
            before[0] = text;
            return change.apply(text);
        });
        try {
            Shell.Result result = network.script("add-organisation", "terminal");
            assertEquals(1, result.exit());
            assertTrue(result.err().contains(sentence), result.err());
            assertEquals(1, result.err().lines().count(), result.err());
            assertFalse(Files.exists(network.home().organisation(newcomer)));
        } finally {
            network.edit(changed -> before[0]);
        }
        network.up();
    }

    private static void allIsUp(int organisations) {
        JsonObject status = network.statusOnceUp();
        assertEquals(organisations, status.getAsJsonArray("organisations").size());
        for (JsonElement each : status.getAsJsonArray("organisations")) {
            assertTrue(each.getAsJsonObject().get("chaincode").getAsBoolean(), each::toString);
        }
    }

    private static void everybodyReads(List<DocumentId> documents) {
        for (Organisation organisation : network.topology().organisations()) {
            try (PeerGateway peer = network.open(organisation.name(), "registrar", "muhr")) {
                for (DocumentId document : documents) {
                    new Retry(SOON).until(organisation.name() + " does not have " + document, () -> {
                        peer.contract("document").evaluateTransaction("read", document.toString());
                        return true;
                    });
                }
            }
        }
    }
}
