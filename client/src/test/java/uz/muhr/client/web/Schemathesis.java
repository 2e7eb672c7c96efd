package uz.muhr.client.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import uz.muhr.client.TestNetwork;

/** The program schemathesis that is installed: it makes requests of a description, and holds the answers against it. */
final class Schemathesis {
    private static final long LONGEST_MINUTES = 12;

    /** The program puts the variable's value there. */
    private static final String KEY = "\n[auth.openapi.key]\nbearer = \"${MUHR_KEY}\"\n";

    private final Path program;
    private final Path reports = TestNetwork.root().resolve("client/target/schemathesis");

    private Schemathesis(Path program) {
        this.program = program;
    }

    /** Finds it; a test without it is skipped and says so. */
    static Schemathesis installed() {
        Optional<Path> program = Stream.concat(
                        Stream.ofNullable(System.getenv("SCHEMATHESIS")),
                        Stream.of(Objects.requireNonNullElse(System.getenv("PATH"), "")
                                        .split(File.pathSeparator, -1))
                                .map(folder -> folder + "/schemathesis"))
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        if (program.isEmpty()) {
            System.out.println("SKIPPED: the tests by the description need schemathesis; install it (pip install"
                    + " schemathesis) or name it in the environment variable SCHEMATHESIS.");
        }
        Assumptions.assumeTrue(program.isPresent(), "no schemathesis");
        return new Schemathesis(program.get());
    }

    /**
     * Asks a client of everything that its description has; fails with what was found.
     *
     * @param name of the report
     * @param key of whoever asks, which goes into the environment, since every user of the computer can read arguments;
     *     empty for a stranger
     * @param more arguments
     */
    void ask(Door door, String name, Optional<String> key, String... more) throws IOException, InterruptedException {
        Files.createDirectories(reports);
        Path report = reports.resolve(name + ".txt");
        Path settings = TestNetwork.root().resolve("client/src/test/resources/schemathesis/schemathesis.toml");
        Path whole = Files.writeString(
                reports.resolve(name + ".toml"),
                Files.readString(settings) + key.map(value -> KEY).orElse(""));
        List<String> command = new ArrayList<>(List.of(
                program.toString(),
                "--config-file",
                whole.toAbsolutePath().toString(),
                "run",
                door.at("/api/openapi.json").toString(),
                "--no-color"));
        command.addAll(List.of(more));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(reports.toFile())
                .redirectErrorStream(true)
                .redirectOutput(report.toFile());
        builder.environment().put("MUHR_URL", door.at("").toString());
        key.ifPresent(value -> builder.environment().put("MUHR_KEY", value));
        Process process = builder.start();
        boolean ended = process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES);
        process.destroy();
        assertTrue(ended, () -> "schemathesis does not end\n" + text(report));
        assertEquals(0, process.exitValue(), () -> text(report));
    }

    private static String text(Path report) {
        try {
            return Files.readString(report);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
