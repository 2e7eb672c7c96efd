package uz.muhr.network.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.network.topology.SampleTopology;
import uz.muhr.network.topology.Topology;

/** A day in the life of {@code scripts/network}: up, up again, a part that dies, fresh, down. */
final class NetworkScriptIT {
    private final Topology topology = SampleTopology.topology().onFreePorts();
    private final Shell shell;

    NetworkScriptIT(@TempDir Path folder) throws IOException {
        Path file = TopologyText.write(folder.resolve("network.yaml"), topology);
        Path jar = ContractJar.write(folder.resolve("contract.jar"));
        shell = new Shell(folder, Map.of("MUHR_TOPOLOGY", file.toString(), "MUHR_CHAINCODE", jar.toString()));
    }

    @Test
    void theNetworkComesUpStaysUpHealsStartsAfreshAndGoesDown() throws IOException, InterruptedException {
        try {
            assertEquals(addresses(), up());
            Map<String, Long> first = processes();
            assertEquals(
                    List.of(
                            "chaincode-carrier",
                            "chaincode-chamber",
                            "chaincode-customs",
                            "chaincode-quarantine",
                            "devnet"),
                    first.keySet().stream().sorted().toList());
            Shell.Result status = shell.network("status", "--json");
            assertEquals(0, status.exit(), status.out());
            assertTrue(status.out().startsWith("{\"up\":true,"), status.out());
            assertTrue(status.out().contains("\"height\":3"), "configuration, definition, establishment");

            assertEquals(addresses(), up());
            assertEquals(first, processes(), "what runs stays");

            kill(Objects.requireNonNull(first.get("chaincode-chamber")));
            Shell.Result ill = shell.network("status");
            assertEquals(1, ill.exit());
            assertTrue(ill.out().contains("down: the chaincode does not answer"), ill.out());
            assertEquals(addresses(), up());
            Map<String, Long> healed = processes();
            assertNotEquals(first.get("chaincode-chamber"), healed.get("chaincode-chamber"));
            assertEquals(first.get("devnet"), healed.get("devnet"));

            Path key = shell.state().resolve("network/organisations/customs/ca/ca.key");
            String old = Files.readString(key);
            assertEquals(addresses(), up("--fresh"));
            assertNotEquals(old, Files.readString(key));
            assertNotEquals(healed.get("devnet"), processes().get("devnet"));

            Map<String, Long> last = processes();
            Shell.Result down = shell.network("down");
            assertEquals("The network is down.\n", down.err());
            last.values().forEach(NetworkScriptIT::assertEnds);
            assertEquals(1, shell.network("status").exit());
        } finally {
            assertEquals(0, shell.network("down").exit());
        }
    }

    private String up(String... options) throws IOException, InterruptedException {
        String[] words = new String[options.length + 1];
        words[0] = "up";
        System.arraycopy(options, 0, words, 1, options.length);
        Shell.Result result = shell.network(words);
        assertEquals(0, result.exit(), result.err());
        return result.out();
    }

    private String addresses() {
        return topology.organisations().stream()
                .map(o -> String.format(
                        "%-12s peer 127.0.0.1:%d%n", o.name(), o.ports().peer()))
                .collect(Collectors.joining());
    }

    private Map<String, Long> processes() throws IOException {
        try (var files = Files.list(shell.state().resolve("run"))) {
            return files.collect(Collectors.toMap(
                    file -> String.valueOf(file.getFileName()).replace(".pid", ""), NetworkScriptIT::pid));
        }
    }

    private static long pid(Path file) {
        try {
            return Long.parseLong(Files.readAllLines(file).get(0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void kill(long pid) {
        ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
    }

    /** A process that ended may still be listed until its parent takes notice. */
    private static void assertEnds(long pid) {
        ProcessHandle.of(pid)
                .ifPresent(process ->
                        process.onExit().orTimeout(10, TimeUnit.SECONDS).join());
    }
}
