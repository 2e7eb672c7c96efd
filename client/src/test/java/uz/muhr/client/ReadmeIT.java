package uz.muhr.client;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.network.identity.Engine;
import uz.muhr.network.local.TopologyText;
import uz.muhr.network.topology.SampleTopology;

/** What the README shows, typed as it stands there: each command says what the README says it does. */
class ReadmeIT {
    private static final Pattern CONSOLE = Pattern.compile("```console\n(.*?)```", Pattern.DOTALL);
    private static final Pattern OWN_FILE = Pattern.compile(
            "(?<= )((mine|permit|successor)\\.pdf\\b|(successor-proof|network-trust|shown-id)\\.json\\b|shown\\.xml\\b|voyage(?= ))");

    private record Step(String command, List<String> answers) {}

    @TempDir
    Path folder;

    @Test
    void everyCommandOfTheReadmeAnswersAsItSays() throws Exception {
        Path topology = TopologyText.write(
                folder.resolve("network.yaml"), SampleTopology.topology().onFreePorts());
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
        String said = new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
        assertTrue(process.exitValue() == 0 || !command.startsWith("scripts/network"), command + "\n" + said);
        return said;
    }

    private static Path project(String path) {
        return TestNetwork.root().resolve(path);
    }
}
