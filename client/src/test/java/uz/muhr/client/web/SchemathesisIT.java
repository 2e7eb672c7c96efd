package uz.muhr.client.web;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.client.TestNetwork;
import uz.muhr.client.access.TestKey;
import uz.muhr.network.identity.Engine;

/**
 * Requests that nobody thought of, made of the description by schemathesis: no answer is a failure of ours, and none is of a
 * status, a kind or a form that the description does not name. The network is nobody else's, for much is written.
 */
@Tag("long")
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class SchemathesisIT {
    private static final String KEY = TestKey.header().replace("Bearer ", "");

    private final Schemathesis schemathesis = Schemathesis.installed();
    private final TestNetwork.Running running = TestNetwork.start(Engine.DEVNET);
    private final Door door;

    SchemathesisIT(@TempDir Path folder) {
        door = Door.open(
                running.network().profiles(),
                "customs/officer",
                folder.resolve("data"),
                "--muhr.page=https://verify.customs.example/",
                // A reader that went away is noticed when something is written to it.
                "--muhr.feed.heartbeat=200ms");
    }

    @AfterAll
    void close() throws IOException {
        door.close();
        running.close();
    }

    /**
     * While the ledger has no documents, so that nothing is ever sent to the receivers that are made up here; and without the
     * list of keys, of which the one that asks would be taken and revoked.
     */
    @Test
    @Order(1)
    void webhooksAndKeysAreMadeAndEndedAsDescribed() throws IOException, InterruptedException {
        schemathesis.ask(
                door, "webhooks", Optional.of(KEY), "--include-path-regex", "^/api/(webhooks|keys/)", "-n", "60");
        for (JsonElement webhook : door.get("/api/webhooks").is(200).list()) {
            door.delete("/api/webhooks/" + webhook.getAsJsonObject().get("id").getAsString())
                    .is(204);
        }
    }

    @Test
    @Order(2)
    void everythingElseIsAnsweredAsDescribed() throws IOException, InterruptedException {
        writeWhatTheDescriptionShows();
        schemathesis.ask(
                door,
                "with-a-key",
                Optional.of(KEY),
                "--exclude-operation-id-regex",
                "^(subscribe|revokeKey)$",
                "-n",
                "25");
        assertTrue(door.get("/api/session").is(200).json().get("signedIn").getAsBoolean());
    }

    @Test
    @Order(3)
    void aStrangerIsAnsweredAsDescribed() throws IOException, InterruptedException {
        schemathesis.ask(door, "without-a-key", Optional.empty(), "-n", "10");
    }

    /** So that the description's own examples name what is there. */
    private void writeWhatTheDescriptionShows() {
        JsonObject schemas = door.get("/api/openapi.json")
                .is(200)
                .json()
                .getAsJsonObject("components")
                .getAsJsonObject("schemas");
        String document = example(schemas, "DocumentId").getAsString();
        String made = door.form(
                        "/api/documents",
                        Form.of()
                                .field("type", example(schemas, "Type").getAsString())
                                .field("number", example(schemas, "Number").getAsString())
                                .field("quantity", "25")
                                .field("unit", "TNE")
                                .file("file", "What stands in the file.".getBytes(StandardCharsets.UTF_8)))
                .is(201)
                .member("document");
        assertTrue(made.equals(document), "the description shows another document than " + made);
        door.json(
                        "/api/documents/" + document + "/write-offs",
                        example(schemas, "NewWriteOff").toString())
                .is(200);
        door.json("/api/proposals", example(schemas, "Proposal").toString()).is(200);
    }

    private static JsonElement example(JsonObject schemas, String name) {
        JsonArray examples = schemas.getAsJsonObject(name).getAsJsonArray("examples");
        return examples.get(0);
    }
}
