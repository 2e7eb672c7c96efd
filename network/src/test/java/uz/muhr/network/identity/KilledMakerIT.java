package uz.muhr.network.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uz.muhr.network.topology.SampleTopology;
import uz.muhr.network.topology.Topology;

/** A maker killed at any moment leaves no home, or a whole one; and nothing of it stays once the next has run. */
final class KilledMakerIT {
    private final Path folder;

    KilledMakerIT(@TempDir Path folder) {
        this.folder = folder;
    }

    /** The maker that is killed: arguments are the topology and the home. */
    static final class Maker {
        private Maker() {}

        public static void main(String[] args) {
            Enrolment.prepare(Topology.read(Path.of(args[0])), Path.of(args[1]), Clock.systemUTC());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 60, 110, 160, 200})
    @Timeout(60)
    void aKillLeavesNoHalfHome(int entriesBeforeTheKill) throws IOException, InterruptedException {
        Path root = folder.resolve("home");
        Process maker = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Maker.class.getName(),
                        SampleTopology.file().toString(),
                        root.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("maker.log").toFile())
                .start();
        try {
            while (maker.isAlive() && entriesBeside(root) < entriesBeforeTheKill) {
                Thread.onSpinWait();
            }
        } finally {
            maker.destroyForcibly();
        }
        assertTrue(maker.waitFor(20, TimeUnit.SECONDS), "the killed maker ends");

        NetworkHome home = new NetworkHome(root);
        if (Files.exists(root)) {
            assertTrue(Files.exists(home.fingerprint()), "a home that can be seen is whole");
            assertEquals(0, entriesBeside(root));
        } else {
            assertTrue(entriesBeside(root) > 0, Files.readString(folder.resolve("maker.log")));
        }

        Topology topology = SampleTopology.topology();
        Enrolment.prepare(topology, root, Clock.systemUTC());
        topology.organisations()
                .forEach(organisation -> assertTrue(Files.exists(home.profile(organisation)), organisation.name()));
        assertEquals(0, entriesBeside(root), "what the killed maker left is gone");
        assertFalse(Files.exists(home.devnet()));
    }

    private int entriesBeside(Path root) throws IOException {
        int count = 0;
        List<Path> stagings;
        try (Stream<Path> siblings = Files.list(folder)) {
            stagings = siblings.filter(path ->
                            String.valueOf(path.getFileName()).startsWith("." + root.getFileName() + ".preparing-"))
                    .toList();
        }
        for (Path staging : stagings) {
            try (Stream<Path> tree = Files.walk(staging)) {
                count += (int) tree.count();
            } catch (UncheckedIOException | NoSuchFileException moved) {
                return count;
            }
        }
        return count;
    }
}
