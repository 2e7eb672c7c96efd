package uz.muhr.network.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.network.topology.SampleTopology;
import uz.muhr.network.topology.Topology;

/** What {@code scripts/network} says when it cannot do what it was asked. */
final class NetworkScriptRefusalsIT {
    private final Topology topology = SampleTopology.topology().onFreePorts();
    private final Shell shell;

    NetworkScriptRefusalsIT(@TempDir Path folder) throws IOException {
        Path file = TopologyText.write(folder.resolve("network.yaml"), topology);
        Path jar = Files.writeString(folder.resolve("not-a.jar"), "not a jar");
        shell = new Shell(folder, Map.of("MUHR_TOPOLOGY", file.toString(), "MUHR_CHAINCODE", jar.toString()));
    }

    @Test
    void statusOfANetworkThatIsDownSaysHowToStartIt() throws IOException, InterruptedException {
        Shell.Result result = shell.network("status");
        assertEquals(1, result.exit());
        assertEquals("The network is down; start it with scripts/network up.\n", result.err());
        assertEquals("", result.out());

        Shell.Result json = shell.network("status", "--json");
        assertEquals(1, json.exit());
        assertEquals("{\"up\":false,\"organisations\":[]}\n", json.out());
    }

    @Test
    void downOfANetworkThatIsDownIsNoError() throws IOException, InterruptedException {
        Shell.Result result = shell.network("down");
        assertEquals(0, result.exit());
        assertEquals("The network was not running.\n", result.err());
    }

    @Test
    void aPortInUseIsNamedAndNothingStarts() throws IOException, InterruptedException {
        try (ServerSocket taken = new ServerSocket(
                topology.organisation("customs").ports().peer(), 1, InetAddress.getLoopbackAddress())) {
            Shell.Result result = shell.network("up");
            assertEquals(1, result.exit());
            assertTrue(
                    result.err().contains("port " + taken.getLocalPort() + " (peer of customs) is already in use\n"),
                    result.err());
        }
        assertFalse(Files.exists(shell.state().resolve("run/devnet.pid")));
        assertFalse(Files.exists(shell.state().resolve("network")));
    }

    @Test
    void aPartThatEndsWhileStartingIsNamedWithItsLog() throws IOException, InterruptedException {
        try {
            Shell.Result result = shell.network("up");
            assertEquals(1, result.exit());
            assertTrue(result.err().contains(" ended while the network was starting; its output is in "), result.err());
            assertTrue(result.err().contains("Invalid or corrupt jarfile"), result.err());
        } finally {
            assertEquals(0, shell.network("down").exit());
        }
    }

    @Test
    void aWrongWordIsAnsweredWithUsage() throws IOException, InterruptedException {
        for (String[] words : new String[][] {{}, {"start"}, {"up", "--new"}, {"down", "--fresh"}}) {
            Shell.Result result = shell.network(words);
            assertEquals(2, result.exit());
            assertTrue(result.err().startsWith("usage: scripts/network up"), result.err());
        }
    }
}
