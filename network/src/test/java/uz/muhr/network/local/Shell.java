package uz.muhr.network.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs the project's scripts as a person would, with state of their own in a folder. */
public record Shell(Path folder, Map<String, String> environment) {
    private static final int DEADLINE_SECONDS = 300;

    public record Result(int exit, String out, String err) {}

    public static Path root() {
        return Path.of(System.getProperty("muhr.root", "..")).toAbsolutePath().normalize();
    }

    /** The same with more in the environment. */
    public Shell with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(environment);
        all.putAll(more);
        return new Shell(folder, all);
    }

    public Path state() {
        return folder.resolve("state");
    }

    public Result network(String... words) throws IOException, InterruptedException {
        return run(line(words));
    }

    /** The same without waiting for its end; what it says is dropped. */
    public Process start(String... words) throws IOException {
        return builder(line(words))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static String[] line(String... words) {
        String[] line = new String[words.length + 1];
        line[0] = root().resolve("scripts/network").toString();
        System.arraycopy(words, 0, line, 1, words.length);
        return line;
    }

    /** Runs a few lines of bash after the library was read. */
    Result library(String lines) throws IOException, InterruptedException {
        return run("bash", "-c", "set -euo pipefail; . '" + root().resolve("scripts/lib.sh") + "'\n" + lines);
    }

    private Result run(String... line) throws IOException, InterruptedException {
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path err = Files.createTempFile(folder, "err", ".txt");
        Process process = builder(line)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        if (!process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(String.join(" ", line) + " did not end in " + DEADLINE_SECONDS + " s: "
                    + Files.readString(err, UTF_8));
        }
        return new Result(process.exitValue(), Files.readString(out, UTF_8), Files.readString(err, UTF_8));
    }

    private ProcessBuilder builder(String... line) {
        ProcessBuilder builder = new ProcessBuilder(List.of(line));
        builder.environment().put("MUHR_HOME", state().toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        return builder;
    }
}
