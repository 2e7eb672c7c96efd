package uz.muhr.network.fabric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.grpc.Grpc;
import io.grpc.ManagedChannel;
import io.grpc.TlsChannelCredentials;
import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.identity.Identities;
import org.hyperledger.fabric.client.identity.Signers;
import org.hyperledger.fabric.client.identity.X509Identity;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.network.identity.Engine;
import uz.muhr.network.local.ContractJar;
import uz.muhr.network.local.PeerGateway;
import uz.muhr.network.local.Retry;
import uz.muhr.network.local.Shell;
import uz.muhr.network.local.contract.ContractServer;
import uz.muhr.network.script.NeedsFabric;
import uz.muhr.network.script.ScriptNetwork;
import uz.muhr.network.topology.Organisation;

/** One network on real Fabric, with a second chaincode beside the network's own. */
@NeedsFabric
final class FabricNetworkIT {
    private static ScriptNetwork network;
    private static String printed;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException, InterruptedException {
        Path jar = ContractJar.write(folder.resolve("contract.jar"));
        network = new ScriptNetwork(folder, Engine.FABRIC, jar);
        printed = network.up("--chaincode", "other=" + jar);
    }

    @AfterAll
    static void end() throws IOException {
        network.close();
    }

    @Test
    void statusNamesEveryProcessEveryHeightAndEveryChaincode() throws IOException, InterruptedException {
        JsonObject status = network.statusOnceUp();
        assertEquals("fabric", status.get("engine").getAsString());
        assertEquals(4, status.getAsJsonArray("organisations").size());
        for (JsonElement each : status.getAsJsonArray("organisations")) {
            JsonObject organisation = each.getAsJsonObject();
            long height = organisation.get("height").getAsLong();
            assertTrue(height >= 4, "configuration, approvals, definitions, establishment");
            assertTrue(organisation.getAsJsonObject("orderer").get("height").getAsLong() >= height, each::toString);
            assertTrue(Math.abs(organisation.get("clockSkewSeconds").getAsLong()) <= 2, each::toString);
        }
        String text = network.succeed("status");
        for (Organisation organisation : network.topology().organisations()) {
            assertTrue(text.contains("peer-" + organisation.name() + " "), text);
            assertTrue(text.contains("orderer-" + organisation.name() + " "), text);
            assertTrue(text.contains("chaincode-" + organisation.name() + "-other.1 "), text);
        }
        assertTrue(text.contains("chaincode other: version 1"), text);
        assertTrue(text.contains("chaincode muhr: version "), text);
    }

    @Test
    void upOnceMoreChangesNothing() throws IOException, InterruptedException {
        var before = network.processes();
        long height = network.height();
        network.up();
        assertEquals(before, network.processes());
        assertEquals(height, network.height());
    }

    @Test
    void upEndsOnceEveryOrganisationsServerOfEveryChaincodeAnswers() throws Exception {
        network.kill("chaincode-quarantine-other.1");
        Shell.Result up = network.script(Map.of(ContractServer.LATE, "10"), "up", "--fabric");
        assertEquals(0, up.exit(), up::err);
        try (PeerGateway peer = network.open("quarantine", "issuer", "other")) {
            peer.contract("network")
                    .newProposal("members")
                    .setEndorsingOrganizations("QuarantineMSP")
                    .build()
                    .evaluate();
        }
    }

    /** Reads nothing of this project's but the one file that up prints. */
    @Test
    void anyApplicationReachesAnyChaincodeWithTheAccessFile() throws Exception {
        Path file = Path.of(printed.lines().reduce((a, b) -> b).orElseThrow());
        JsonObject access = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
        for (JsonElement each : access.getAsJsonArray("organisations")) {
            JsonObject one = each.getAsJsonObject();
            try (Reader certificate = Files.newBufferedReader(path(one, "certificate"));
                    Reader key = Files.newBufferedReader(path(one, "privateKey"))) {
                evaluate(
                        one.get("gateway").getAsString(),
                        one.get("serverName").getAsString(),
                        path(one, "tlsCaCertificate").toFile(),
                        one.get("mspId").getAsString(),
                        Identities.readX509Certificate(certificate),
                        Identities.readPrivateKey(key));
            }
        }
    }

    @Test
    void whatOneOrganisationSubmitsEveryOrganisationReads() throws Exception {
        try (PeerGateway carrier = network.open("carrier", "registrar", "other")) {
            carrier.contract("network").submitTransaction("establish", "written by carrier");
        }
        for (Organisation organisation : network.topology().organisations()) {
            try (PeerGateway peer = network.open(organisation.name(), "issuer", "other")) {
                new Retry(Duration.ofSeconds(20)).until(organisation.name() + " does not read it", () -> {
                    assertSame("written by carrier", peer.contract("network"));
                    return true;
                });
            }
        }
    }

    private static void assertSame(String expected, Contract contract) throws GatewayException, FabricException {
        String read = new String(contract.evaluateTransaction("members"), StandardCharsets.UTF_8);
        if (!read.equals(expected)) {
            throw new FabricException("read \"" + read + "\"");
        }
    }

    @Test
    void anUpgradeKeepsTheDataAndDisturbsNobody() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger answers = new AtomicInteger();
        Organisation chamber = network.topology().organisation("chamber");
        try (Stranger peer = Stranger.at(network, chamber, "chamber", "issuer")) {
            byte[] before = peer.contract("network").evaluateTransaction("members");
            CompletableFuture<Void> reader = CompletableFuture.runAsync(() -> {
                try {
                    while (!over.get()) {
                        assertEquals(before.length, peer.contract("network").evaluateTransaction("members").length);
                        answers.incrementAndGet();
                    }
                } catch (GatewayException e) {
                    throw new AssertionError(e.getStatus() + " " + e.getDetails(), e);
                }
            });
            network.succeed("upgrade");
            over.set(true);
            reader.get(30, TimeUnit.SECONDS);
            assertTrue(answers.get() > 0);
        }
        String text = network.succeed("status");
        assertTrue(text.contains("chaincode muhr: version 2"), text);
        assertTrue(!text.contains("muhr.1 "), text);
        assertTrue(text.contains("chaincode-carrier-muhr.2 "), text);
    }

    private static void evaluate(
            String address,
            String serverName,
            File authority,
            String mspId,
            X509Certificate certificate,
            PrivateKey key)
            throws IOException, GatewayException {
        ManagedChannel channel = Grpc.newChannelBuilder(
                        address,
                        TlsChannelCredentials.newBuilder()
                                .trustManager(authority)
                                .build())
                .overrideAuthority(serverName)
                .build();
        try (Gateway gateway = Gateway.newInstance()
                .identity(new X509Identity(mspId, certificate))
                .signer(Signers.newPrivateKeySigner(key))
                .connection(channel)
                .evaluateOptions(options -> options.withDeadlineAfter(20, TimeUnit.SECONDS))
                .connect()) {
            byte[] members = gateway.getNetwork("documents")
                    .getContract("muhr", "network")
                    .evaluateTransaction("members");
            assertTrue(members.length > 0);
        } finally {
            channel.shutdownNow();
        }
    }

    private static Path path(JsonObject from, String member) {
        return Path.of(from.get(member).getAsString());
    }
}
