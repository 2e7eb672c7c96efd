package uz.muhr.network.fabric;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.network.identity.NetworkHome;
import uz.muhr.network.topology.SampleTopology;
import uz.muhr.network.topology.Topology;

final class AdministratorTest {
    /** The command connects once; it reads its own limit for a peer from core.yaml, and for an orderer from here alone. */
    @Test
    void anOrdererIsGivenTimeToTakeTheCall(@TempDir Path folder) throws IOException {
        for (String name : Programs.ALL) {
            Scripts.write(folder, name, "printf '%s ' \"$@\" >'" + folder.resolve("called") + "'");
        }
        Topology topology = SampleTopology.topology();
        Administrator customs = new Administrator(
                Programs.find(Map.of("FABRIC_BIN", folder.toString())),
                topology,
                new NetworkHome(folder.resolve("home")),
                topology.organisation("customs"));
        customs.submit(folder.resolve("update.pb"));
        String called = Files.readString(folder.resolve("called"));
        assertTrue(called.startsWith("channel update "), called);
        assertTrue(called.contains(" -o 127.0.0.1:7050 --connTimeout 20s "), called);
    }
}
