package uz.muhr.network.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ScriptLibraryIT {
    private final Shell shell;
    private final Path folder;

    ScriptLibraryIT(@TempDir Path folder) {
        this.folder = folder;
        this.shell = new Shell(folder, Map.of());
    }

    @Test
    void aStartedProcessRunsUntilItIsStopped() throws IOException, InterruptedException {
        Shell.Result result = shell.library("""
                muhr_start clock sh -c 'echo begun; exec tail -f /dev/null'
                muhr_running clock && echo running
                muhr_started
                muhr_pid clock
                muhr_stop clock
                muhr_running clock || echo stopped
                """);
        assertEquals(0, result.exit(), result.err());
        String[] lines = result.out().split("\n", -1);
        assertEquals("running", lines[0]);
        assertEquals("clock", lines[1]);
        assertEquals("stopped", lines[3]);
        assertFalse(ProcessHandle.of(Long.parseLong(lines[2]))
                .map(ProcessHandle::isAlive)
                .orElse(false));
        assertFalse(Files.exists(shell.state().resolve("run/clock.pid")));
        assertTrue(Files.exists(shell.state().resolve("log/clock.log")));
    }

    /** Else whoever is killed in between leaves a process that nobody knows, and that holds its ports. */
    @Test
    void aProcessIsWrittenDownBeforeItIsTheCommand() throws IOException, InterruptedException {
        Shell.Result result = shell.library("""
                muhr_start clock sh -c 'echo $$; sed -n 1p "$0/run/clock.pid"; exec tail -f /dev/null' "$MUHR_HOME"
                until [ "$(wc -l <"$MUHR_HOME/log/clock.log")" -eq 2 ]; do sleep 0.05; done
                muhr_pid clock
                cat "$MUHR_HOME/log/clock.log"
                muhr_stop clock
                """);
        String[] lines = result.out().split("\n", -1);
        assertEquals(lines[0], lines[1], result.err());
        assertEquals(lines[0], lines[2], result.err());
    }

    @Test
    void aRunningProcessIsNotStartedTwice() throws IOException, InterruptedException {
        Shell.Result result = shell.library("""
                muhr_start clock tail -f /dev/null
                first=$(muhr_pid clock)
                muhr_start clock tail -f /dev/null || echo refused
                [ "$first" = "$(muhr_pid clock)" ] && echo same
                muhr_stop clock
                """);
        assertEquals("refused\nsame\n", result.out());
        assertTrue(result.err().startsWith("clock is already running (process "), result.err());
    }

    @Test
    void aProcessThatOnlyHasTheSameIdIsNeitherOursNorKilled() throws IOException, InterruptedException {
        Shell.Result result = shell.library("""
                tail -f /dev/null & stranger=$!
                mkdir -p "$MUHR_HOME/run"
                printf '%s\\n%s\\n' "$stranger" "long ago" >"$MUHR_HOME/run/clock.pid"
                muhr_running clock || echo 'not ours'
                muhr_stop clock
                kill -0 "$stranger" && echo 'still alive'
                kill "$stranger"
                """);
        assertEquals("not ours\nstill alive\n", result.out(), result.err());
        assertFalse(Files.exists(shell.state().resolve("run/clock.pid")));
    }

    /** Being killed takes a moment too, here a second; whatever is started in its place would find its ports taken. */
    @Test
    void whatIgnoresTheRequestToEndIsKilledAfterTenSecondsAndWaitedFor() throws IOException, InterruptedException {
        Shell.Result result = shell.library("""
                kill() {
                    if [ "$1" = -KILL ]; then (sleep 1; command kill "$@") & else command kill "$@"; fi
                }
                muhr_start deaf bash -c 'trap "" TERM; echo deaf; while :; do read -r -t 5 <> <(:) || true; done'
                until grep -q deaf "$MUHR_HOME/log/deaf.log"; do sleep 0.05; done
                pid=$(muhr_pid deaf)
                muhr_stop deaf
                [ -n "$(muhr_birth "$pid")" ] || echo gone
                """);
        assertEquals("gone\n", result.out(), result.err());
        assertFalse(Files.exists(shell.state().resolve("run/deaf.pid")));
        assertTrue(result.err().contains("did not end within 10 s and is killed."), result.err());
    }

    @Test
    void aJdkOfAtLeast17IsFoundAndAnOlderOneIsNot() throws IOException, InterruptedException {
        Path old = folder.resolve("old/bin");
        Files.createDirectories(old);
        for (String tool : new String[] {"java", "javac"}) {
            Path file = Files.writeString(
                    old.resolve(tool), "#!/bin/sh\necho 'openjdk version \"11.0.2\" 2019-01-15' >&2\n");
            assertTrue(file.toFile().setExecutable(true));
        }
        Shell.Result result = shell.library("muhr_need_java; echo \"$JAVA_HOME\"; muhr_jdk_version '"
                + folder.resolve("old") + "'; JAVA_HOME='" + folder.resolve("old") + "' muhr_find_jdk");
        String[] lines = result.out().split("\n", -1);
        assertEquals(System.getProperty("java.home"), lines[0]);
        assertEquals("11", lines[1]);
        assertFalse(lines[2].startsWith(folder.toString()), "an old JAVA_HOME is passed over");
    }

    @Test
    void aModuleIsStaleWhenItWasNotBuiltOrASourceIsNewer() throws IOException, InterruptedException {
        Shell.Result result = shell.library("""
                MUHR_ROOT=$MUHR_HOME/tree
                mkdir -p "$MUHR_ROOT/m/src/main" "$MUHR_ROOT/m/target" "$MUHR_ROOT/network"
                touch -t 202601010000 "$MUHR_ROOT/pom.xml" "$MUHR_ROOT/network/network.yaml" "$MUHR_ROOT/m/src/main/A"
                muhr_is_stale m && echo 'not built'
                touch -t 202601020000 "$(muhr_jar m)"
                muhr_is_stale m || echo fresh
                touch -t 202601030000 "$MUHR_ROOT/pom.xml"
                muhr_is_stale m && echo 'newer pom'
                touch -t 202601040000 "$MUHR_ROOT/m/target/built"
                muhr_is_stale m || echo 'built since'
                touch -t 202601050000 "$MUHR_ROOT/m/src/main/A"
                muhr_is_stale m && echo 'newer source'
                """);
        assertEquals("not built\nfresh\nnewer pom\nbuilt since\nnewer source\n", result.out(), result.err());
    }
}
