package uz.muhr.network.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.network.identity.Engine;
import uz.muhr.network.identity.NetworkHome;
import uz.muhr.network.topology.Organisation;
import uz.muhr.network.topology.SampleTopology;
import uz.muhr.network.topology.Topology;

final class NetworkCommandTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final NetworkCommand command =
            new NetworkCommand(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
    private final Path home;
    private final Topology topology = SampleTopology.topology().onFreePorts();
    private final Path file;

    NetworkCommandTest(@TempDir Path folder) throws IOException {
        home = folder.resolve("home");
        file = TopologyText.write(folder.resolve("network.yaml"), topology);
    }

    @Test
    void prepareMakesTheHomeAndPrintsThePlanOfProcesses() {
        assertEquals(0, run("prepare"), err::toString);
        StringBuilder plan = new StringBuilder();
        for (Organisation organisation : topology.organisations()) {
            plan.append(
                    organisation.name() + " 127.0.0.1:" + organisation.ports().peer() + " 127.0.0.1:"
                            + organisation.ports().chaincode() + " muhr:1\n");
        }
        assertEquals(plan.toString(), out.toString(UTF_8).replace(System.lineSeparator(), "\n"));
        assertTrue(Files.exists(home.resolve("profiles").resolve("customs.json")));
    }

    @Test
    void aPortInUseIsNamedWithItsPurposeAndNothingIsMade() throws IOException {
        Organisation customs = topology.organisation("customs");
        Organisation carrier = topology.organisation("carrier");
        try (ServerSocket peer = listen(customs.ports().peer());
                ServerSocket chaincode = listen(carrier.ports().chaincode())) {
            assertEquals(1, run("prepare"));
            assertEquals(
                    "port " + peer.getLocalPort() + " (peer of customs) is already in use\nport "
                            + chaincode.getLocalPort() + " (chaincode of carrier) is already in use\n"
                            + "Stop what listens there, or change the ports in network.yaml.\n",
                    errors());
            assertFalse(Files.exists(home));
        }
    }

    @Test
    void thePortsOfTheNetworksOwnRunningPartsAreNotComplainedOf() throws IOException {
        try (ServerSocket peer = listen(topology.organisation("customs").ports().peer());
                ServerSocket chaincode =
                        listen(topology.organisation("carrier").ports().chaincode())) {
            assertTrue(peer.isBound() && chaincode.isBound());
            assertEquals(0, run("prepare", "--running", "devnet,chaincode-carrier"), err::toString);
        }
    }

    @Test
    void anotherChaincodeIsServedForEachOrganisationOnPortsItKeeps() throws IOException {
        Path jar = Files.writeString(home.resolveSibling("other.jar"), "");
        assertEquals(0, run("prepare", "--chaincode", "other=" + jar), err::toString);
        String plan = out.toString(UTF_8);
        assertEquals(8, plan.lines().count());
        String last = plan.lines().toList().get(7);
        assertTrue(last.startsWith("carrier-other 127.0.0.1:"), last);
        assertTrue(last.endsWith(" other:1 " + jar), last);
        out.reset();
        assertEquals(0, run("prepare"));
        assertEquals(plan, out.toString(UTF_8));
        out.reset();
        assertEquals(0, run("prepare", "--chaincode", "other=" + jar));
        assertEquals(plan, out.toString(UTF_8));
    }

    @Test
    void aChaincodeThatCannotBeServedIsRefused() {
        assertEquals(1, run("prepare", "--chaincode", "muhr=x.jar"));
        assertTrue(errors().contains("is this network's own chaincode's"), errors());
        assertEquals(1, run("prepare", "--chaincode", "other=nosuch.jar"));
        assertTrue(errors().contains("The chaincode server nosuch.jar is not there"), errors());
        assertEquals(1, run("prepare", "--chaincode", "../up=" + file));
        assertTrue(errors().contains("The chaincode must be letters and digits"), errors());
    }

    @Test
    void aHomeOfRealFabricIsRefused() {
        assertEquals(0, run("prepare"));
        NetworkHome real = new NetworkHome(home.resolveSibling("real"));
        Engine.claim(real, Engine.FABRIC);
        assertEquals(
                1,
                command.run(
                        "prepare",
                        "--topology",
                        file.toString(),
                        "--home",
                        real.root().toString()));
        assertTrue(errors().contains("runs on real Fabric"), errors());
    }

    @Test
    void discardRemovesTheHomeAndAccessNamesAFile() {
        assertEquals(0, run("prepare"));
        out.reset();
        assertEquals(0, run("access"));
        assertEquals(home.resolve("access.json").toString(), out.toString(UTF_8).strip());
        assertEquals(0, run("discard"));
        assertFalse(Files.exists(home));
    }

    @Test
    void freshMakesNewKeys() throws IOException {
        assertEquals(0, run("prepare"));
        Path key = home.resolve("organisations/customs/ca/ca.key");
        String first = Files.readString(key);
        assertEquals(0, run("prepare"));
        assertEquals(first, Files.readString(key));
        assertEquals(0, run("prepare", "--fresh"));
        assertNotEquals(first, Files.readString(key));
    }

    @Test
    void statusAndAwaitWithoutANetworkSaySo() {
        String sentence = "There is no network in " + home + "; start one with scripts/network up.\n";
        assertEquals(1, run("status"));
        assertEquals(sentence, errors());
        err.reset();
        assertEquals(1, run("await"));
        assertEquals(sentence, errors());
    }

    @Test
    void statusOfANetworkThatIsDownNamesEveryOrganisation() {
        assertEquals(0, run("prepare"));
        out.reset();
        assertEquals(1, run("status"));
        assertEquals(4, out.toString(UTF_8).lines().count());
        out.toString(UTF_8).lines().forEach(line -> assertTrue(line.contains("down: the peer does not answer"), line));
        out.reset();
        assertEquals(1, run("status", "--json"));
        assertTrue(out.toString(UTF_8).startsWith("{\"up\":false,\"organisations\":[{\"name\":\"customs\""));
    }

    @Test
    void aWrongTopologyIsASentenceAndAWrongCommandLineIsUsage() throws IOException {
        Files.writeString(file, "channel: x\n");
        assertEquals(1, run("prepare"));
        assertEquals("network.yaml: line 1: The topology lacks the field \"chaincode\".\n", errors());
        err.reset();
        assertEquals(2, command.run("prepare", "--wrong"));
        assertTrue(errors().startsWith("The command prepare has no option \"--wrong\".\nusage: prepare"), errors());
    }

    private int run(String name, String... options) {
        String[] line = new String[options.length + 5];
        line[0] = name;
        System.arraycopy(options, 0, line, 1, options.length);
        System.arraycopy(
                new String[] {"--topology", file.toString(), "--home", home.toString()},
                0,
                line,
                1 + options.length,
                4);
        return command.run(line);
    }

    private String errors() {
        return err.toString(UTF_8).replace(System.lineSeparator(), "\n");
    }

    private static ServerSocket listen(int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
    }
}
