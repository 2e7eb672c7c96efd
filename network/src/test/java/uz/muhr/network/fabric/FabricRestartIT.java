package uz.muhr.network.fabric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.network.identity.Engine;
import uz.muhr.network.local.ContractJar;
import uz.muhr.network.local.PeerGateway;
import uz.muhr.network.local.Shell;
import uz.muhr.network.script.NeedsFabric;
import uz.muhr.network.script.ScriptNetwork;

/** A hard day in the life of a network on real Fabric. */
@NeedsFabric
final class FabricRestartIT {
    @Test
    void aNetworkWhoseEveryProcessWasKilledGoesOnWithAllItsData(@TempDir Path folder) throws Exception {
        try (ScriptNetwork network =
                new ScriptNetwork(folder, Engine.FABRIC, ContractJar.write(folder.resolve("contract.jar")))) {
            network.up();
            byte[] members = members(network);
            long height = network.height();
            assertEquals(12, network.processes().size());

            network.killAll();
            assertEquals(1, network.script("status").exit());
            network.up();
            assertArrayEquals(members, members(network));
            assertTrue(network.height() >= height);

            endsOneAndHeals(network, "peer-carrier");
            endsOneAndHeals(network, "chaincode-customs-muhr.1");

            Shell.Result devnet = network.script("up");
            assertEquals(1, devnet.exit());
            assertTrue(devnet.err().contains("runs on real Fabric (scripts/network up --fabric)"), devnet.err());

            List<ProcessHandle> last = network.processes();
            network.succeed("down");
            // A process that ended may still be listed until its parent takes notice.
            last.forEach(
                    process -> process.onExit().orTimeout(10, TimeUnit.SECONDS).join());
            assertTrue(Files.exists(new FabricFolder(network.home()).genesisBlock()));
            network.succeed("down", "--purge");
            assertFalse(Files.exists(network.home().root()));
        }
    }

    private static void endsOneAndHeals(ScriptNetwork network, String part) throws IOException, InterruptedException {
        network.kill(part);
        Shell.Result ill = network.script("status");
        assertEquals(1, ill.exit());
        assertTrue(ill.out().matches("(?s).*" + part + " +ended; its output is in .*"), ill.out());
        network.up();
        network.statusOnceUp();
    }

    private static byte[] members(ScriptNetwork network) throws Exception {
        try (PeerGateway peer = network.open("quarantine", "issuer", "muhr")) {
            return peer.contract("network").evaluateTransaction("members");
        }
    }
}
