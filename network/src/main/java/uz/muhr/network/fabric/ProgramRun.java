package uz.muhr.network.fabric;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * One call of a program, with a deadline and an environment of its own: Fabric's programs take any CORE_ or ORDERER_
 * variable before their configuration files, so none of the caller's may get through.
 */
final class ProgramRun {
    private static final int LINES_SHOWN = 3;
    private static final List<String> INHERITED = List.of("PATH", "HOME", "TMPDIR");

    private final Path program;
    private final List<String> command = new ArrayList<>();
    private final TreeMap<String, String> environment = new TreeMap<>();

    ProgramRun(Path program) {
        this.program = program;
        command.add(program.toString());
    }

    ProgramRun arguments(Object... more) {
        for (Object argument : more) {
            command.add(argument.toString());
        }
        return this;
    }

    ProgramRun with(String variable, Object value) {
        environment.put(variable, value.toString());
        return this;
    }

    /**
     * Runs it to its end.
     *
     * @return what it wrote to standard output
     * @throws FabricException when it fails, with the end of what it wrote, or does not end in time
     */
    String within(Duration deadline) {
        try {
            Path output = Files.createTempFile("muhr-fabric-", ".out");
            Path complaints = Files.createTempFile("muhr-fabric-", ".err");
            try {
                return run(deadline, output, complaints);
            } finally {
                Files.deleteIfExists(output);
                Files.deleteIfExists(complaints);
            }
        } catch (IOException e) {
            throw new FabricException(program + " cannot be run: " + e.getMessage(), e);
        }
    }

    private String run(Duration deadline, Path output, Path complaints) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(output.toFile()).redirectError(complaints.toFile());
        builder.environment().keySet().retainAll(INHERITED);
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            if (!process.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new FabricException(shown() + " did not end within " + deadline.toSeconds() + " s.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FabricException("Waiting for " + shown() + " was interrupted.", e);
        } finally {
            process.destroyForcibly();
        }
        String text = Files.readString(output, UTF_8);
        if (process.exitValue() != 0) {
            throw new FabricException(shown() + " failed: " + end(Files.readString(complaints, UTF_8) + text));
        }
        return text;
    }

    private String shown() {
        return program.getFileName() + " "
                + String.join(" ", command.subList(1, Math.min(command.size(), 1 + LINES_SHOWN)));
    }

    private static String end(String text) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        return String.join(" / ", lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size()));
    }
}
