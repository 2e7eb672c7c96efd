package uz.muhr.client.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.client.TestNetwork;
import uz.muhr.client.access.TestKey;
import uz.muhr.client.cli.Terminal;
import uz.muhr.network.identity.Engine;

/**
 * The lines of API.md, run as they stand there beside a network that nobody shares, since they give their documents numbers.
 * Each answer is held against the description as well.
 */
@TestInstance(Lifecycle.PER_CLASS)
class ApiLinesIT {
    private static final String CERTIFICATE = "0f".repeat(32);

    private final List<ApiLine> lines;
    private final TestNetwork.Running running;
    private final Path folder;
    private final Door door;
    private final DescribedAnswers described;

    private record Said(int exit, String status, String answer) {}

    ApiLinesIT(@TempDir Path folder) throws IOException {
        this.folder = folder;
        lines = ApiLine.in(Files.readString(TestNetwork.root().resolve("client/API.md")));
        running = TestNetwork.start(Engine.DEVNET);
        Path profiles = running.network().profiles();
        door = Door.open(
                profiles, "customs/officer", folder.resolve("data"), "--muhr.page=https://verify.customs.example/");
        described = new DescribedAnswers(door.get("/api/openapi.json").is(200).json());
    }

    @AfterAll
    void close() throws IOException {
        door.close();
        running.close();
    }

    @Test
    void everyOperationHasOneLineAndEveryLineAnOperation() {
        List<String> shown = lines.stream().map(ApiLine::operation).sorted().toList();
        assertEquals(
                described.operations(),
                shown,
                "client/API.md has one line for each operation of /api/openapi.json, below a comment with its operationId:"
                        + " add the ones that are missing, take away those that are gone");
        lines.forEach(line -> assertEquals(1, line.requests(), line.operation() + " takes one curl line"));
    }

    @Test
    void everyLineIsAnsweredAsItSays() throws IOException, InterruptedException {
        prepare();
        Map<String, String> names = new TreeMap<>();
        for (ApiLine line : lines) {
            Said said = run(line, names);
            String told = "client/API.md, " + line.operation() + ": " + said;
            assertEquals(Integer.toString(line.status()), said.status, told);
            assertTrue(said.exit == 0 || line.script(names).contains("--max-time"), told);
            Optional<JsonElement> json = said.answer.startsWith("{") || said.answer.startsWith("[")
                    ? Optional.of(JsonParser.parseString(said.answer))
                    : Optional.empty();
            assertEquals(Optional.empty(), line.fault(said.answer, json, names), told);
            json.ifPresent(
                    answer -> assertEquals(List.of(), described.faults(line.operation(), line.status(), answer), told));
        }
    }

    /** What the lines read, a disclosure, and a proposal that lacks one approval. */
    private void prepare() throws IOException {
        try (Stream<Path> samples = Files.list(TestNetwork.root().resolve("scripts/samples"))) {
            for (Path sample : samples.toList()) {
                Files.copy(sample, folder.resolve(sample.getFileName()));
            }
        }
        Files.writeString(folder.resolve("key.txt"), "Authorization: " + TestKey.header() + "\n");
        Files.writeString(folder.resolve(".curlrc"), "silent\nshow-error\nwrite-out = \"%{stderr}%{http_code}\"\n");
        Path document = Files.writeString(
                folder.resolve("certificate.json"), "{\"exporter\": \"Namuna\", \"goods\": [{\"hs\": \"080610\"}]}");
        muhr("submit", document.toString(), "--type", "861", "--number", "CO-1", "--fields", "--as", "chamber");
        Path shown = folder.resolve("shown.json");
        Terminal.muhr("disclose", document.toString(), "--field", "/goods/0/hs", "-o", shown.toString());
        Terminal proposed = muhr(
                "distrust",
                "--certificate",
                CERTIFICATE,
                "--since",
                "2026-01-01",
                "--as",
                "chamber/registrar",
                "--json");
        JsonObject proposal = JsonParser.parseString(proposed.out()).getAsJsonObject();
        muhr("approve", proposal.get("id").getAsString(), "--as", "quarantine/registrar");
    }

    private Terminal muhr(String... words) {
        List<String> command = new ArrayList<>(List.of(words));
        command.addAll(List.of("--profiles", running.network().profiles().toString()));
        Terminal said = Terminal.muhr(command.toArray(String[]::new));
        assertEquals(0, said.exit(), said.out() + said.err());
        return said;
    }

    private Said run(ApiLine line, Map<String, String> names) throws IOException, InterruptedException {
        Path answer = folder.resolve("answer");
        Path status = folder.resolve("status");
        ProcessBuilder bash = new ProcessBuilder("bash", "-c", line.script(names))
                .directory(folder.toFile())
                .redirectOutput(answer.toFile())
                .redirectError(status.toFile());
        bash.environment().put("muhr", "http://127.0.0.1:" + door.port());
        bash.environment().put("CURL_HOME", folder.toString());
        Process process = bash.start();
        assertTrue(process.waitFor(1, TimeUnit.MINUTES), line.operation());
        // A PDF is no text, but what is looked for in it is.
        return new Said(
                process.exitValue(),
                Files.readString(status).lines().reduce("", (former, last) -> last),
                new String(
                        Files.readAllBytes(line.file().map(folder::resolve).orElse(answer)), StandardCharsets.UTF_8));
    }
}
