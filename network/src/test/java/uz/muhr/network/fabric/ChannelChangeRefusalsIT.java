package uz.muhr.network.fabric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.network.local.Shell;

/** Where a running channel cannot be changed, and what a package needs none of. */
final class ChannelChangeRefusalsIT {
    private static final String[][] CHANGES = {
        {"add-organisation", "terminal"}, {"revoke-identity", "customs", "issuer"}, {"renew"}, {"renew", "--all"}
    };

    private final Shell shell;

    ChannelChangeRefusalsIT(@TempDir Path folder) {
        shell = new Shell(folder, Map.of());
    }

    @Test
    void theDevnetTakesAFreshStart() throws IOException, InterruptedException {
        engine("devnet");
        for (String[] words : CHANGES) {
            Shell.Result result = shell.network(words);
            assertEquals(1, result.exit());
            assertTrue(
                    result.err()
                            .endsWith(
                                    " on real Fabric only; the devnet takes a fresh start: scripts/network up --fresh.\n"),
                    result.err());
        }
    }

    @Test
    void aNetworkThatIsDownIsToBeStarted() throws IOException, InterruptedException {
        engine("fabric");
        for (String[] words : new String[][] {CHANGES[1], CHANGES[2]}) {
            Shell.Result result = shell.network(words);
            assertEquals(1, result.exit());
            assertEquals("The network is down; start it with scripts/network up --fabric.\n", result.err());
        }
    }

    @Test
    void otherWordsAreAnsweredWithUsage() throws IOException, InterruptedException {
        for (String[] words : new String[][] {
            {"add-organisation"},
            {"add-organisation", "a", "b"},
            {"revoke-identity", "customs"},
            {"renew", "all"},
            {"package"}
        }) {
            Shell.Result result = shell.network(words);
            assertEquals(2, result.exit());
            assertTrue(result.err().startsWith("usage: scripts/network up"), result.err());
        }
    }

    @Test
    void aPackageIsMadeWithoutAnyNetwork() throws IOException, InterruptedException {
        Path out = shell.folder().resolve("made");
        Shell.Result result = shell.network("package", "--address", "cc.example:7052", "--out", out.toString());
        assertEquals(0, result.exit(), result::err);
        assertTrue(result.out().matches("(?s)package .*/made/muhr.tar.gz\nid muhr:[0-9a-f]{64}\n.*"), result.out());
        assertTrue(Files.exists(out.resolve("muhr.tar.gz")));
        assertFalse(Files.exists(shell.state().resolve("network")));
    }

    private void engine(String name) throws IOException {
        Path home = Files.createDirectories(shell.state().resolve("network"));
        Files.writeString(home.resolve("engine"), name + "\n");
    }
}
