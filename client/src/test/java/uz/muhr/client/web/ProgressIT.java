package uz.muhr.client.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.client.Client;
import uz.muhr.client.OtherProfile;
import uz.muhr.client.TestNetwork;
import uz.muhr.client.Wire;
import uz.muhr.network.script.ScriptNetwork;

/** What becomes of submissions, told as it happens. */
@TestInstance(Lifecycle.PER_CLASS)
@Tag("ledger")
@Tag("long-on-fabric")
@ExtendWith(TestNetwork.class)
class ProgressIT {
    private static final String DOCUMENTS = "/api/documents";

    private final ScriptNetwork network;
    private final Path folder;
    private final Door chamber;

    ProgressIT(ScriptNetwork network, @TempDir Path folder) {
        this.network = network;
        this.folder = folder;
        chamber = Door.open(network.profiles(), "chamber/issuer", folder.resolve("chamber"));
    }

    @AfterAll
    void close() {
        chamber.close();
    }

    @Test
    void theEndOfEachSubmissionIsToldAndThenTheStreamEnds() {
        String taken = Client.newNumber();
        chamber.form(DOCUMENTS, certificate(taken, "first")).is(201);
        List<Reply> accepted = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            accepted.add(chamber.async(DOCUMENTS, certificate(Client.newNumber(), "x"))
                    .is(202));
        }
        accepted.add(chamber.async(DOCUMENTS, certificate(taken, "second")).is(202));
        Reply stream = follow(chamber, accepted);
        assertEquals("text/event-stream;charset=UTF-8", stream.header("Content-Type"));
        assertTrue(stream.text().endsWith("event: settled\ndata: {}\n\n"), stream.text());
        Map<String, JsonObject> last = last(stream);
        assertEquals(4, last.size());
        for (Reply each : accepted.subList(0, 3)) {
            JsonObject told = Objects.requireNonNull(last.get(each.member("id")));
            assertEquals("ANCHORED", told.get("state").getAsString());
            assertEquals(
                    each.member("subject"),
                    told.getAsJsonObject("receipt").get("document").getAsString());
        }
        JsonObject refused = Objects.requireNonNull(last.get(accepted.get(3).member("id")));
        assertEquals("REFUSED", refused.get("state").getAsString());
        assertEquals("DOCUMENT_EXISTS", refused.get("code").getAsString());
    }

    @Test
    void whoComesAfterTheEndIsToldItAtOnce() {
        Reply accepted = chamber.async(DOCUMENTS, certificate(Client.newNumber(), "x"));
        chamber.settled(accepted);
        Map<String, JsonObject> told = last(follow(chamber, List.of(accepted)));
        assertEquals(
                "ANCHORED",
                Objects.requireNonNull(told.get(accepted.member("id")))
                        .get("state")
                        .getAsString());
    }

    @Test
    void whileTheLedgerIsAwayItIsSaidWhyAndTheEndIsToldWhenItIsBack() throws Exception {
        ExecutorService reader = Executors.newSingleThreadExecutor();
        try (Wire wire = Wire.toPeer(network, "chamber");
                Door apart = Door.open(
                        new OtherProfile(network, "chamber")
                                .gateway("chamber", wire)
                                .write(folder.resolve("apart/profiles")),
                        "chamber/issuer",
                        folder.resolve("apart/data"))) {
            wire.cut();
            Reply accepted = apart.async(DOCUMENTS, certificate(Client.newNumber(), "x"));
            Future<Reply> stream = reader.submit(() -> follow(apart, List.of(accepted)));
            Awaited.until(
                    () -> apart.get(accepted.header("Location")).is(200).json().has("reason"));
            wire.mend();
            String told = stream.get(1, TimeUnit.MINUTES).text();
            assertTrue(told.contains("\"state\":\"RECEIVED\"") && told.contains("\"reason\""), told);
            assertTrue(told.contains("\"state\":\"ANCHORED\""), told);
        } finally {
            reader.shutdownNow();
        }
    }

    @Test
    void aClientThatIsStoppedLetsGoOfWhoeverListens() throws Exception {
        ExecutorService reader = Executors.newSingleThreadExecutor();
        try (Wire wire = Wire.toPeer(network, "chamber")) {
            Door apart = Door.open(
                    new OtherProfile(network, "chamber")
                            .gateway("chamber", wire)
                            .write(folder.resolve("stopped/profiles")),
                    "chamber/issuer",
                    folder.resolve("stopped/data"));
            wire.cut();
            Reply accepted = apart.async(DOCUMENTS, certificate(Client.newNumber(), "x"));
            Future<Reply> stream = reader.submit(() -> follow(apart, List.of(accepted)));
            Awaited.until(
                    () -> apart.get(accepted.header("Location")).is(200).json().has("reason"));
            apart.close();
            stream.get(1, TimeUnit.MINUTES);
        } finally {
            reader.shutdownNow();
        }
    }

    private static Reply follow(Door door, List<Reply> accepted) {
        return door.get(accepted.stream()
                        .map(each -> "id=" + each.member("id"))
                        .collect(Collectors.joining("&", "/api/submissions?", "")))
                .is(200);
    }

    /** What was told last of each submission. */
    private static Map<String, JsonObject> last(Reply stream) {
        Map<String, JsonObject> last = new HashMap<>();
        for (String event : stream.text().split("\n\n", -1)) {
            if (event.startsWith("event: submission\n")) {
                JsonObject told = JsonParser.parseString(event.substring(event.indexOf("data: ") + 6))
                        .getAsJsonObject();
                last.put(told.get("id").getAsString(), told);
            }
        }
        return last;
    }

    private static Form certificate(String number, String content) {
        return Form.certificate(number).file("file", content.getBytes(StandardCharsets.UTF_8));
    }
}
