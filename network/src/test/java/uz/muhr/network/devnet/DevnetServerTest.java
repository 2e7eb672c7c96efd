package uz.muhr.network.devnet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.network.identity.Enrolment;
import uz.muhr.network.identity.NetworkHome;
import uz.muhr.network.topology.Topology;

final class DevnetServerTest {
    private static void assertSays(String expected, String... arguments) {
        RuntimeException refused = assertThrows(RuntimeException.class, () -> DevnetServer.main(arguments));
        assertTrue(String.valueOf(refused.getMessage()).contains(expected), refused.getMessage());
    }

    @Test
    void aMissingOrUnknownArgumentIsNamedWithTheUsage() {
        assertSays("--topology is missing. Usage");
        assertSays("Unexpected argument --port", "--port", "7051");
        assertSays("Unexpected argument --home", "--home");
    }

    @Test
    void aHomeWithoutIdentitiesIsToldToMakeThem(@TempDir Path folder) throws Exception {
        Path sample = Path.of(System.getProperty("basedir", ".")).resolve("network.yaml");
        Path topology = Files.copy(sample, folder.resolve("network.yaml"));
        assertSays(
                "create the network's identities first",
                "--topology",
                topology.toString(),
                "--home",
                folder.resolve("nothing").toString());
    }

    @Test
    void whenAPortIsTakenItIsNamedAndNothingIsHeld(@TempDir Path folder) throws Exception {
        Topology topology = Topology.read(
                        Path.of(System.getProperty("basedir", ".")).resolve("network.yaml"))
                .onFreePorts();
        NetworkHome home = Enrolment.prepare(topology, folder.resolve("home"), Clock.systemUTC());
        int taken = topology.organisations().get(3).ports().peer();
        try (ServerSocket socket = new ServerSocket(taken, 1, InetAddress.getLoopbackAddress())) {
            assertTrue(socket.isBound());
            RuntimeException refused = assertThrows(RuntimeException.class, () -> Devnet.start(topology, home));
            assertTrue(String.valueOf(refused.getMessage()).contains("The port " + taken + " of carrier"));
        }
        // The ledger and the first three ports are free again.
        try (Devnet devnet = Devnet.start(topology, home)) {
            assertEquals(2, devnet.height());
            IllegalStateException absent =
                    assertThrows(IllegalStateException.class, () -> devnet.awaitChaincode(Duration.ofMillis(50)));
            assertTrue(String.valueOf(absent.getMessage()).contains("The chaincode of customs did not register"));
        }
    }

    @Test
    void aLedgerOfOtherIdentitiesIsRefusedAndLetGo(@TempDir Path folder) throws Exception {
        Topology topology = Topology.read(
                        Path.of(System.getProperty("basedir", ".")).resolve("network.yaml"))
                .onFreePorts();
        NetworkHome first = Enrolment.prepare(topology, folder.resolve("first"), Clock.systemUTC());
        NetworkHome second = Enrolment.prepare(topology, folder.resolve("second"), Clock.systemUTC());
        Devnet.start(topology, first).close();
        Files.createDirectories(second.devnet());
        Files.copy(first.devnet().resolve("ledger.mv"), second.devnet().resolve("ledger.mv"));
        for (int i = 0; i < 2; i++) {
            IllegalStateException refused =
                    assertThrows(IllegalStateException.class, () -> Devnet.start(topology, second));
            assertTrue(String.valueOf(refused.getMessage()).contains("begun by other organisations"));
        }
    }

    @Test
    void nobodyOutsideThisMachineIsListenedTo(@TempDir Path folder) throws Exception {
        Topology topology = Topology.read(
                        Path.of(System.getProperty("basedir", ".")).resolve("network.yaml"))
                .onFreePorts();
        NetworkHome home = Enrolment.prepare(topology, folder.resolve("home"), Clock.systemUTC());
        try (Devnet devnet = Devnet.start(topology, home)) {
            assertEquals(2, devnet.height());
            for (NetworkInterface each : Collections.list(NetworkInterface.getNetworkInterfaces())) {
                for (InetAddress address : Collections.list(each.getInetAddresses())) {
                    if (!address.isLoopbackAddress()) {
                        int port = topology.organisations().get(0).ports().peer();
                        try (Socket socket = new Socket()) {
                            assertThrows(
                                    IOException.class,
                                    () -> socket.connect(new InetSocketAddress(address, port), 2_000));
                        }
                    }
                }
            }
        }
    }
}
