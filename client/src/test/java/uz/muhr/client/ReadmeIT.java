package uz.muhr.client;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.network.identity.Engine;

/** What the README shows, typed as it stands there: each command says what the README says it does. */
@Tag("ledger")
class ReadmeIT {
    private static final Pattern CONSOLE = Pattern.compile("```console\n(.*?)```", Pattern.DOTALL);
    private static final Pattern PORTS = Pattern.compile("(?<=: )[0-9]{4,5}(?=[,}])");

    private static final Pattern OWN_FILE = Pattern.compile("(?<= )(mine|permit|successor)\\.pdf\\b");

    private record Step(String command, List<String> answers) {}

    @TempDir
    Path folder;

    @Test
    void everyCommandOfTheReadmeAnswersAsItSays() throws Exception {
        Path topology = Files.writeString(
                folder.resolve("network.yaml"), onFreePorts(Files.readString(project("network/network.yaml"))));
        boolean any = false;
        try {
            for (Step step : steps(Files.readString(project("README.md")))) {
                String said = shell(OWN_FILE.matcher(onThisEngine(step.command)).replaceAll(folder + "/$0"), topology);
                for (String answer : step.answers) {
                    any = true;
                    assertTrue(
                            said.lines().anyMatch(line -> line.equals(answer) || line.startsWith(answer + " ")),
                            step.command + "\n" + said);
                }
            }
        } finally {
            shell("scripts/network down", topology);
        }
        assertTrue(any, "the README shows no answer");
    }

    /** What works on the devnet works on real Fabric unchanged, but for how that is started. */
    private static String onThisEngine(String command) {
        return TestNetwork.engine() == Engine.FABRIC
                ? command.replaceAll("^scripts/network up$", "scripts/network up --fabric")
                : command;
    }

    private static List<Step> steps(String readme) {
        List<Step> steps = new ArrayList<>();
        Matcher block = CONSOLE.matcher(readme);
        while (block.find()) {
            for (String line : block.group(1).lines().toList()) {
                if (line.startsWith("$ ")) {
                    steps.add(new Step(line.substring(2), new ArrayList<>()));
                } else {
                    assertFalse(steps.isEmpty(), line);
                    steps.get(steps.size() - 1).answers.add(line);
                }
            }
        }
        return steps;
    }

    private String shell(String command, Path topology) throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", command)
                .directory(project("").toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("MUHR_HOME", folder.resolve("home").toString());
        builder.environment().put("MUHR_TOPOLOGY", topology.toString());
        Process process = builder.start();
        assertTrue(process.waitFor(2, TimeUnit.MINUTES), command);
        return new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
    }

    private static String onFreePorts(String topology) {
        return PORTS.matcher(topology).replaceAll(ReadmeIT::freePort);
    }

    private static String freePort(MatchResult port) {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return Integer.toString(socket.getLocalPort());
        } catch (IOException e) {
            throw new AssertionError(port.group(), e);
        }
    }

    private static Path project(String path) {
        return TestNetwork.root().resolve(path);
    }
}
