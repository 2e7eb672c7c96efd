package uz.muhr.network.fabric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.network.identity.NetworkHome;
import uz.muhr.network.local.TopologyText;
import uz.muhr.network.topology.SampleTopology;
import uz.muhr.network.topology.Topology;

/** The commands up to the start of processes, with scripts in place of Fabric's programs. */
final class ProcessPlanTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Topology topology = SampleTopology.topology().onFreePorts();
    private final Path folder;
    private final Path home;
    private final Path file;
    private final Path jar;

    ProcessPlanTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        home = folder.resolve("home");
        file = TopologyText.write(folder.resolve("network.yaml"), topology);
        jar = folder.resolve("server.jar");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "a.Main");
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
        for (String name : Programs.ALL) {
            Scripts.write(folder, name, "echo ' Version: v3.1.5'");
        }
        // Its last argument is the block to make.
        Scripts.write(folder, "configtxgen", "for last; do :; done", "echo block >\"$last\"");
    }

    @Test
    void prepareMakesTheHomeAndPrintsTwelveProcesses() {
        assertEquals(0, prepare(), err::toString);
        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertEquals(12, lines.size());
        List<String> peer = List.of(lines.get(4).split("\t", -1));
        assertEquals(
                List.of(
                        "peer",
                        "peer-customs",
                        home.resolve("fabric/customs/peer").toString(),
                        folder.resolve("peer").toString(),
                        home.resolve("organisations/customs/peer/tls").toString()),
                peer);
        List<String> server = List.of(lines.get(8).split("\t", -1));
        assertEquals("chaincode-customs-muhr.1", server.get(1));
        assertEquals("127.0.0.1:" + topology.organisation("customs").ports().chaincode(), server.get(2));
        assertTrue(server.get(3).startsWith("muhr.1:"), server.get(3));
        assertEquals(home.resolve("organisations/customs/chaincode/tls").toString(), server.get(5));
        assertTrue(Files.exists(home.resolve("fabric/channel/genesis.block")));
    }

    @Test
    void theFirstBlockIsMadeOnce() throws IOException {
        assertEquals(0, prepare(), err::toString);
        Scripts.write(folder, "configtxgen", "exit 1");
        assertEquals(0, prepare(), err::toString);
    }

    @Test
    void aFailedFirstBlockLeavesNone() throws IOException {
        Scripts.write(folder, "configtxgen", "echo the reason >&2", "exit 1");
        assertEquals(1, prepare());
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("the reason"), err::toString);
        assertFalse(Files.exists(home.resolve("fabric/channel/genesis.block")));
    }

    @Test
    void anotherChaincodeRunsBesideOursInTheClear() {
        assertEquals(0, prepare("--chaincode", "other=" + jar), err::toString);
        String last = out.toString(StandardCharsets.UTF_8).lines().toList().get(15);
        assertTrue(last.startsWith("chaincode\tchaincode-carrier-other.1\t127.0.0.1:"), last);
        assertTrue(last.endsWith("\t-"), last);
    }

    @Test
    void ourChaincodesNameIsNotGivenToAnother() {
        assertEquals(1, prepare("--chaincode", "muhr=" + jar));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("this network's own chaincode"), err::toString);
    }

    @Test
    void aNameThatFabricWouldNotTakeIsRefused() {
        assertEquals(1, prepare("--chaincode", "../up=" + jar));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("The chaincode must be"), err::toString);
    }

    @Test
    void anUpgradeRunsBothReleasesUntilTheOlderIsRetired() {
        assertEquals(0, prepare(), err::toString);
        out.reset();
        assertEquals(0, upgrade(), err::toString);
        assertEquals(16, out.toString(StandardCharsets.UTF_8).lines().count());
        assertEquals(0, upgrade(), err::toString);
        ProcessPlan plan = new ProcessPlan(topology, new NetworkHome(home));
        assertEquals(
                List.of(
                        "chaincode-customs-muhr.1",
                        "chaincode-chamber-muhr.1",
                        "chaincode-quarantine-muhr.1",
                        "chaincode-carrier-muhr.1"),
                plan.replaced());
        assertEquals(0, run("retire"), err::toString);
        assertTrue(plan.replaced().isEmpty());
        assertTrue(Files.exists(home.resolve("fabric/chaincodes/muhr.2/release.json")));
        assertFalse(Files.exists(home.resolve("fabric/chaincodes/muhr.1")));
    }

    @Test
    void everyTakenPortIsNamedUnlessItIsAPartsOwn() throws IOException {
        var customs = topology.organisation("customs").ports();
        try (ServerSocket orderer = listen(customs.orderer());
                ServerSocket chaincode = listen(customs.chaincode())) {
            assertEquals(1, prepare("--running", "orderer-customs"));
            assertEquals(
                    "port " + chaincode.getLocalPort() + " (chaincode of customs) is already in use\nStop what listens"
                            + " there, or change the ports in network.yaml.\n",
                    err.toString(StandardCharsets.UTF_8));
            assertTrue(orderer.isBound());
            assertFalse(Files.exists(home));
        }
    }

    @Test
    void withoutANetworkTheOtherCommandsSaySo() {
        for (String command : List.of("deploy", "retire", "status")) {
            err.reset();
            assertEquals(1, run(command));
            assertTrue(
                    err.toString(StandardCharsets.UTF_8).startsWith("There is no network on real Fabric in " + home),
                    err::toString);
        }
    }

    @Test
    void aWrongCommandLineIsAnsweredWithTheUsage() {
        assertEquals(2, run("start"));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("usage: prepare"), err::toString);
    }

    private int prepare(String... more) {
        List<String> options = new ArrayList<>(List.of("--builder", builder(), "--server", jar.toString()));
        options.addAll(List.of(more));
        return run("prepare", options.toArray(String[]::new));
    }

    private int upgrade() {
        return run("upgrade", "--builder", builder(), "--server", jar.toString());
    }

    private static String builder() {
        return SampleTopology.file().resolveSibling("ccaas").toString();
    }

    private int run(String command, String... more) {
        List<String> line = new ArrayList<>(List.of(command, "--topology", file.toString(), "--home", home.toString()));
        line.addAll(List.of(more));
        return new FabricCommand(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        Map.of("FABRIC_BIN", folder.toString()))
                .run(line.toArray(String[]::new));
    }

    private static ServerSocket listen(int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
    }
}
