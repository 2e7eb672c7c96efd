package uz.muhr.network.fabric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProgramRunTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    private final Path folder;

    ProgramRunTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void whatAProgramWritesIsReturned() throws IOException {
        Path echo = Scripts.write(folder, "echo", "printf '%s|' \"$@\"");
        assertEquals("a b|c|", new ProgramRun(echo).arguments("a b", "c").within(LONG));
    }

    /** Fabric's programs would take a CORE_ variable of the caller's before their configuration files. */
    @Test
    void theEnvironmentIsTheRunsOwn() throws IOException {
        Path env = Scripts.write(folder, "env", "env");
        String seen =
                new ProgramRun(env).with("CORE_PEER_MSPCONFIGPATH", folder).within(LONG);
        assertTrue(seen.contains("CORE_PEER_MSPCONFIGPATH=" + folder + "\n"), seen);
        for (String inherited : System.getenv().keySet()) {
            if (!inherited.matches("PATH|HOME|TMPDIR|PWD|OLDPWD|SHLVL|_|LD_LIBRARY_PATH")) {
                assertTrue(seen.lines().noneMatch(line -> line.startsWith(inherited + "=")), inherited);
            }
        }
    }

    @Test
    void aFailureCarriesTheEndOfWhatWasWritten() throws IOException {
        Path fail =
                Scripts.write(folder, "fail", "echo one", "echo two >&2", "echo three >&2", "echo four >&2", "exit 3");
        FabricException failure = assertThrows(FabricException.class, () -> new ProgramRun(fail)
                .arguments("to", "do", "it", "secretly")
                .within(LONG));
        assertEquals("fail to do it failed: three / four / one", failure.getMessage());
    }

    @Test
    void aProgramThatDoesNotEndIsEnded() throws IOException {
        Path hang = Scripts.write(folder, "hang", "exec tail -f /dev/null");
        FabricException failure =
                assertThrows(FabricException.class, () -> new ProgramRun(hang).within(Duration.ofMillis(200)));
        assertTrue(String.valueOf(failure.getMessage()).contains("did not end within"), failure::getMessage);
        ProcessHandle.current()
                .children()
                .filter(child ->
                        child.info().command().filter(c -> c.endsWith("tail")).isPresent())
                .forEach(child -> child.onExit().orTimeout(5, TimeUnit.SECONDS).join());
    }

    @Test
    void aProgramThatIsNotThereIsNamed() {
        FabricException failure =
                assertThrows(FabricException.class, () -> new ProgramRun(folder.resolve("nosuch")).within(LONG));
        assertTrue(String.valueOf(failure.getMessage()).contains("nosuch cannot be run"), failure::getMessage);
    }
}
