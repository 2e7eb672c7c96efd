package uz.muhr.network.devnet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.network.identity.NetworkHome;
import uz.muhr.network.topology.SampleTopology;
import uz.muhr.network.topology.Topology;

/** Where the servers of chaincodes that are added to the devnet listen. */
final class HostedChaincodeTest {
    private final Topology topology = SampleTopology.topology().onFreePorts();

    @TempDir
    Path folder;

    @Test
    void noTwoServersAreGivenOnePortThoughNoneOfThemListensYet() throws IOException {
        NetworkHome home = new NetworkHome(folder);
        for (int i = 0; i < 60; i++) {
            HostedChaincode.add(topology, home, "other" + i, folder.resolve("other.jar"));
        }
        Set<Integer> given = new HashSet<>(topology.ports());
        for (HostedChaincode other : HostedChaincode.others(home)) {
            for (int port : other.ports().values()) {
                assertTrue(given.add(port), "port " + port + " is given twice");
            }
        }
        assertEquals(24 + 60 * 4, given.size());
    }

    @Test
    void oneThatIsAddedAgainKeepsItsPorts() throws IOException {
        NetworkHome home = new NetworkHome(folder);
        HostedChaincode.add(topology, home, "other", folder.resolve("other.jar"));
        HostedChaincode first = HostedChaincode.others(home).get(0);
        HostedChaincode.add(topology, home, "other", folder.resolve("newer.jar"));
        HostedChaincode again = HostedChaincode.others(home).get(0);
        assertEquals(first.ports(), again.ports());
        assertTrue(again.jar().endsWith("newer.jar"), again.jar());
    }
}
