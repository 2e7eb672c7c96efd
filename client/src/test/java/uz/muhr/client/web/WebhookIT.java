package uz.muhr.client.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uz.muhr.client.Client;
import uz.muhr.client.TestNetwork;
import uz.muhr.client.access.TestKey;
import uz.muhr.client.webhook.Receiver;
import uz.muhr.client.webhook.Receiver.Request;
import uz.muhr.network.script.ScriptNetwork;

/** Subscribing over REST, and being told by signed requests; what the README shows is run as it stands there. */
@Tag("ledger")
@ExtendWith(TestNetwork.class)
@TestInstance(Lifecycle.PER_CLASS)
class WebhookIT {
    private static final String WEBHOOKS = "/api/webhooks";
    private static final Pattern SHELL = Pattern.compile("```sh\n((?!muhr=).*?)```", Pattern.DOTALL);

    @TempDir
    static Path folder;

    private Receiver receiver = Receiver.open();
    private @Nullable Door running;

    @BeforeAll
    void open(ScriptNetwork network) {
        Door door =
                Door.open(network.profiles(), "chamber", folder.resolve("data"), "--muhr.webhooks.first-pause=100ms");
        running = door;
        Awaited.until(() -> door.get("/api/register/status").status() == 200);
    }

    @AfterAll
    void close() {
        door().close();
        receiver.close();
    }

    /** What was subscribed to by another test may still be on its way to the former one. */
    @BeforeEach
    void openAnother() {
        receiver.close();
        receiver = Receiver.open();
    }

    private Door door() {
        return Objects.requireNonNull(running);
    }

    private Reply subscribe(String url, String more) {
        return door().json(WEBHOOKS, "{\"url\":\"" + url + "\"" + more + "}");
    }

    private String anchored(String number) {
        return door().form(
                        "/api/documents",
                        Form.certificate(number).file("file", number.getBytes(StandardCharsets.UTF_8)))
                .is(201)
                .member("document");
    }

    @Test
    void whatIsAnchoredIsSentToWhoSubscribedUntilItIsDeleted() throws Exception {
        String document = anchored(Client.newNumber());
        Reply made = subscribe(receiver.url(), ",\"document\":\"" + document + "\",\"after\":\"0\"")
                .is(201);
        String path = made.header("Location");
        assertEquals(WEBHOOKS + "/" + made.member("id"), path);
        assertTrue(made.member("secret").startsWith("whsec_"));
        Request anchored = receiver.next();
        JsonObject event = JsonParser.parseString(anchored.body()).getAsJsonObject();
        assertEquals("document.anchored", event.get("type").getAsString());
        assertEquals(
                door().get("/api/documents/" + document).is(200).json(),
                event.getAsJsonObject("data").get("record"));
        assertEquals(made.member("id") + ":" + event.get("id").getAsString(), anchored.id());
        door().json("/api/documents/" + document + "/suspension", "{\"sequence\":1}")
                .is(200);
        assertTrue(receiver.next().body().contains("\"document.changed\""));
        Awaited.until(() -> door().get(path).json().get("deliveries").getAsLong() == 2);
        JsonObject shown = door().get(path).is(200).json();
        assertEquals("ACTIVE", shown.get("state").getAsString());
        assertEquals(document, shown.get("document").getAsString());
        assertFalse(shown.has("secret") || door().get(WEBHOOKS).text().contains("whsec_"), "it is shown once");
        assertEquals(204, door().delete(path).status());
        door().delete(path).refuses(404, "UNKNOWN_WEBHOOK");
        door().get(path).refuses(404, "UNKNOWN_WEBHOOK");
    }

    @Test
    void whoeverDoesNotTakeItIsShownWithTheReason() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        String document = anchored(Client.newNumber());
        String path = subscribe("http://localhost:" + port, ",\"document\":\"" + document + "\",\"after\":\"0\"")
                .is(201)
                .header("Location");
        Awaited.until(() -> door().get(path).json().has("attempts"));
        JsonObject failing = door().get(path).is(200).json();
        assertEquals("FAILING", failing.get("state").getAsString());
        assertEquals("The receiver takes no connection.", failing.get("reason").getAsString());
        assertTrue(failing.has("nextAttempt") && failing.has("failingSince"), failing.toString());
        assertEquals(204, door().delete(path).status());
    }

    @Test
    void theLinesOfTheReadmeSubscribeAndVerify() throws Exception {
        List<String> lines = lines();
        String subscribed = shell(
                lines.get(0)
                        .replace("http://127.0.0.1:8080/", door().at("/").toString())
                        .replace("http://127.0.0.1:9000/muhr", receiver.url()),
                Map.of("key", "Authorization: " + TestKey.header()));
        JsonObject made = JsonParser.parseString(subscribed).getAsJsonObject();
        anchored(Client.newNumber());
        Request request = receiver.next();
        Map<String, String> received = Map.of(
                "id", request.id(),
                "timestamp", request.timestamp(),
                "body", request.body(),
                "secret", made.get("secret").getAsString());
        assertEquals(request.signature(), "v1," + shell(lines.get(1), received).strip());
        Map<String, String> wrong = new HashMap<>(received);
        wrong.put("secret", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        assertFalse(request.signature().contains(shell(lines.get(1), wrong).strip()));
        assertEquals(
                204,
                door().delete(WEBHOOKS + "/" + made.get("id").getAsString()).status());
    }

    private static List<String> lines() throws IOException {
        Matcher blocks = SHELL.matcher(Files.readString(TestNetwork.root().resolve("client/README.md")));
        return blocks.results().map(block -> block.group(1)).toList();
    }

    private static String shell(String command, Map<String, String> variables) throws Exception {
        ProcessBuilder builder = new ProcessBuilder("bash", "-euo", "pipefail", "-c", command)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(variables);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(1, TimeUnit.MINUTES) && process.exitValue() == 0, command);
        return said;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"url\":\"http://single-window.example/\"}",
                "{\"url\":\"https://u:p@single-window.example/\"}",
                "{\"url\":\"https://single-window.example/\",\"colour\":\"red\"}",
                "{\"url\":\"https://single-window.example/\",\"type\":861}",
                "{\"url\":\"https://single-window.example/\",\"status\":\"EXPIRED\"}",
                "{\"url\":\"https://single-window.example/\",\"after\":\"x\"}",
                "{\"url\":\"https://single-window.example/\",\"url\":\"https://single-window.example/\"}"
            })
    void aWishThatIsNotInItsFormIsRefused(String wish) {
        door().json(WEBHOOKS, wish).refuses(400, "MALFORMED_ARGUMENT");
    }

    @Test
    void aLongWishIsRefusedAndSoIsAnotherSitesPage() {
        subscribe(receiver.url() + "x".repeat(5_000), "").refuses(413, "TOO_LARGE");
        door().send(door().request(WEBHOOKS + "/wh_1")
                        .header("Origin", "http://other.example")
                        .DELETE())
                .refuses(403, "FOREIGN_SITE");
    }
}
