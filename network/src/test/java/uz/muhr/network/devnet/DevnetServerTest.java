package uz.muhr.network.devnet;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
}
