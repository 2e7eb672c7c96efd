package uz.muhr.client.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import uz.muhr.client.access.TestKey;

/** The application in a process of its own, as a person starts it. */
final class WebProcess implements AutoCloseable {
    private static final String READY = "Muhr is at ";

    private final Process process;
    private final BufferedReader output;
    private final StringBuilder said = new StringBuilder();

    private WebProcess(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    /** The same, which knows the tests' key. */
    static WebProcess admitting(List<String> jvm, String... arguments) throws IOException {
        TestKey.admit(arguments);
        return start(jvm, arguments);
    }

    static WebProcess start(List<String> jvm, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvm);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), WebApplication.class.getName()));
        command.addAll(List.of(arguments));
        return new WebProcess(
                new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /** Where it is; null when it ended without saying so. */
    @Nullable
    String address() throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            said.append(line).append('\n');
            if (line.startsWith(READY)) {
                return line.substring(READY.length());
            }
        }
        return null;
    }

    /** All that it has said so far. */
    String said() {
        return said.toString();
    }

    /** Ends it, and gives all that it ever said. */
    String end() {
        // Process.destroy would close its output before it is read.
        process.toHandle().destroy();
        output.lines().forEach(line -> said.append(line).append('\n'));
        return said();
    }

    /** Ends it as a power cut would. */
    void kill() throws InterruptedException {
        // Process.destroyForcibly would close its output before it is read.
        process.toHandle().destroyForcibly();
        process.waitFor();
    }

    int exit() throws InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new AssertionError("It does not end: " + said);
        }
        return process.exitValue();
    }

    @Override
    public void close() throws IOException {
        process.toHandle().destroy();
        // Its output ends when it does; killed at once, it would leave the server's folder behind.
        while (output.readLine() != null) {}
        output.close();
    }
}
