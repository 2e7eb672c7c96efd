package uz.muhr.client.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.client.Client;
import uz.muhr.client.OtherProfile;
import uz.muhr.client.TestNetwork;
import uz.muhr.client.Wire;
import uz.muhr.client.access.TestKey;
import uz.muhr.network.script.ScriptNetwork;

/** What a client says of itself to whoever runs it, and what it never says. */
@Tag("ledger")
@Tag("long-on-fabric")
@ExtendWith(TestNetwork.class)
class OperationsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    /** One process in all its moods, at the most talkative setting of our own lines. */
    @Test
    void theLogOfAWholeRunIsStructuredAndHoldsNothingOfTheDocuments(ScriptNetwork network) throws Exception {
        String number = Client.newNumber();
        String content = "the goods of " + number;
        int nobody;
        try (ServerSocket socket = new ServerSocket(0)) {
            nobody = socket.getLocalPort();
        }
        String receipt;
        String secret;
        String request;
        String said;
        try (WebProcess web = WebProcess.admitting(
                List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
                "--server.port=0",
                "--muhr.profiles=" + network.profiles(),
                "--muhr.as=chamber",
                "--muhr.data=" + folder.resolve("data"),
                "--muhr.feed.heartbeat=100ms",
                "--logging.structured.format.console=ecs",
                "--logging.level.uz.muhr=DEBUG")) {
            URI address = URI.create(String.valueOf(web.address()));
            assertNotNull(address.getHost(), web.said());
            Form form = Form.certificate(number).file("file", content.getBytes(StandardCharsets.UTF_8));
            receipt = form(address.resolve("/api/documents"), form);
            String document = JsonParser.parseString(receipt)
                    .getAsJsonObject()
                    .get("document")
                    .getAsString();
            form(
                    address.resolve("/api/verifications"),
                    Form.of().field("receipt", receipt).file("file", content.getBytes(StandardCharsets.UTF_8)));
            Awaited.until(() -> get(address.resolve("/api/register/documents?number=" + number))
                    .contains(document));
            get(address.resolve("/api/documents?number=" + number + "&issuer=ChamberMSP&type=861"));
            get(address.resolve("/api/documents?number=" + number + "&issuer=&type=861"));
            JsonObject webhook = JsonParser.parseString(json(
                            address.resolve("/api/webhooks"),
                            "{\"url\":\"http://127.0.0.1:" + nobody + "/" + number + "\",\"after\":\"0\"}"))
                    .getAsJsonObject();
            secret = webhook.get("secret").getAsString();
            URI shown = address.resolve("/api/webhooks/" + webhook.get("id").getAsString());
            Awaited.until(() -> get(shown).contains("FAILING"));
            try (FeedReader reader =
                    FeedReader.connect(address.resolve("/api/feed?document=" + document), Optional.empty())) {
                request = reader.header("Muhr-Request");
            }
            Awaited.until(() -> get(address.resolve("/actuator/prometheus")).contains("muhr_feed_readers 0.0"));
            said = web.end();
        }
        List<JsonObject> lines = said.lines()
                .filter(line -> !line.startsWith("Muhr is at ") && !line.startsWith("The first account is "))
                .map(line -> JsonParser.parseString(line).getAsJsonObject())
                .toList();
        assertTrue(lines.stream().anyMatch(line -> message(line).contains("does not get through")), said);
        assertTrue(
                lines.stream()
                        .filter(line -> message(line).equals("A reader of the feed is gone"))
                        .anyMatch(line -> request.equals(line.get("request").getAsString())),
                "the request that a line is about: " + request + "\n" + said);
        String salt =
                JsonParser.parseString(receipt).getAsJsonObject().get("salt").getAsString();
        for (String never : List.of(number, "document.pdf", content, salt, secret, "whsec_", "muhr_")) {
            assertFalse(said.contains(never), never + "\n" + said);
        }
    }

    private static String message(JsonObject line) {
        return line.get("message").getAsString();
    }

    @Test
    void aClientWhoseLedgerDoesNotAnswerIsAliveAndNotReady(ScriptNetwork network) throws IOException {
        try (Wire wire = Wire.toPeer(network, "chamber")) {
            Path profiles = new OtherProfile(network, "chamber")
                    .gateway("chamber", wire)
                    .write(folder.resolve("profiles"));
            try (Door door = Door.open(profiles, "chamber/issuer", folder.resolve("data"))) {
                Awaited.until(() -> door.get("/actuator/health/readiness").status() == 200);
                assertEquals("UP", door.get("/actuator/health/liveness").is(200).member("status"));
                wire.cut();
                JsonObject components =
                        door.get("/actuator/health/readiness").is(503).json().getAsJsonObject("components");
                assertEquals(
                        "DOWN",
                        components.getAsJsonObject("ledger").get("status").getAsString());
                door.get("/actuator/health/liveness").is(200);
                wire.mend();
                Awaited.until(() -> door.get("/actuator/health/readiness").status() == 200);
            }
        }
    }

    @Test
    void aRegisterThatIsTooFarBehindIsNotReady(ScriptNetwork network) throws IOException {
        try (Door door =
                Door.open(network.profiles(), "chamber", folder.resolve("data"), "--muhr.register.longest-lag=-1s")) {
            Awaited.until(() -> door.get("/api/register/status").status() == 200);
            JsonObject register = door.get("/actuator/health/readiness")
                    .is(503)
                    .json()
                    .getAsJsonObject("components")
                    .getAsJsonObject("register");
            assertEquals("DOWN", register.get("status").getAsString());
        }
    }

    private static String get(URI uri) {
        return send(HttpRequest.newBuilder(uri).GET());
    }

    private static String json(URI uri, String body) {
        return send(HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    private static String form(URI uri, Form form) {
        return send(HttpRequest.newBuilder(uri)
                .header("Content-Type", Form.CONTENT_TYPE)
                .POST(BodyPublishers.ofByteArray(form.end())));
    }

    private static String send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = HttpClient.newHttpClient()
                    .send(
                            request.header("Authorization", TestKey.header())
                                    .timeout(PATIENCE)
                                    .build(),
                            BodyHandlers.ofString());
            return response.body();
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
