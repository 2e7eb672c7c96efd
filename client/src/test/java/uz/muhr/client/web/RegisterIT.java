package uz.muhr.client.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uz.muhr.client.Client;
import uz.muhr.client.TestNetwork;
import uz.muhr.client.access.TestKey;
import uz.muhr.client.cli.Terminal;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.client.submission.Outcome;
import uz.muhr.network.script.ScriptNetwork;

/** The register of a running client: over REST, from the command line, in its health and its metrics. */
@Tag("ledger")
@ExtendWith(TestNetwork.class)
@TestInstance(Lifecycle.PER_CLASS)
class RegisterIT {
    @TempDir
    static Path folder;

    private @Nullable Door running;
    private final String number = Client.newNumber();

    @BeforeAll
    void anchorOne(ScriptNetwork network) throws Exception {
        Door door = Door.open(network.profiles(), "chamber", folder.resolve("data"));
        running = door;
        try (Ledger ledger = Client.ledger(network, "chamber")) {
            Outcome outcome = Client.submit(ledger, Client.order(Client.newFile(folder, "one.pdf"), "861", number));
            assertTrue(outcome instanceof Outcome.Anchored, outcome.toString());
        }
        Awaited.until(() -> door.get("/api/register/documents?number=" + number).status() == 200
                && !found("number=" + number).isEmpty());
    }

    @AfterAll
    void close() {
        door().close();
    }

    private Door door() {
        return Objects.requireNonNull(running);
    }

    private JsonArray found(String query) {
        return door().get("/api/register/documents?" + query).is(200).json().getAsJsonArray("documents");
    }

    @Test
    void aDocumentThatWasAnchoredElsewhereIsFoundAsOfABlock() {
        JsonObject page = door().get(
                        "/api/register/documents?number=" + number + "&type=861&issuer=ChamberMSP&status=VALID")
                .is(200)
                .json();
        assertEquals(1, page.getAsJsonArray("documents").size(), page.toString());
        JsonObject document = page.getAsJsonArray("documents").get(0).getAsJsonObject();
        JsonObject asOf = page.getAsJsonObject("asOf");
        assertTrue(asOf.get("block").getAsLong() >= document.get("block").getAsLong(), page.toString());
        assertEquals(0, asOf.get("lagBlocks").getAsLong(), page.toString());
        assertFalse(asOf.has("fault"), page.toString());
        String id = document.getAsJsonObject("record").get("document").getAsString();
        assertEquals(door().get("/api/documents/" + id).is(200).json(), document.getAsJsonObject("record"));
        assertEquals(List.of(), found("number=" + number + "&status=REVOKED").asList());
    }

    @Test
    void aSuspendedAndThenReplacedDocumentIsFoundByEachStatus() {
        String former = Client.newNumber();
        String document = anchored(former);
        door().json(document + "/suspension", "{\"sequence\":1}").is(200);
        assertEquals(
                2,
                awaited("number=" + former + "&status=SUSPENDED")
                        .get("sequence")
                        .getAsLong());
        String successor = Client.newNumber();
        Reply replaced =
                door().form(document + "/replacement", newPaper(successor, 2)).is(201);
        JsonObject old = awaited("number=" + former + "&status=SUPERSEDED");
        JsonObject young = awaited("number=" + successor + "&status=VALID");
        assertEquals(replaced.member("document"), old.get("replacedBy").getAsString());
        assertEquals(old.get("document"), young.get("replaces"));
        assertEquals(List.of(), found("number=" + former + "&status=SUSPENDED").asList());
    }

    @Test
    void aReissuedDocumentIsFoundByItsNewContentAndByTheFormerOne() {
        String reissued = Client.newNumber();
        String document = anchored(reissued);
        JsonElement former = awaited("number=" + reissued).get("commitment");
        Reply receipt =
                door().form(document + "/reissue", newPaper(reissued, 1)).is(201);
        JsonObject record = awaited("commitment=" + receipt.member("commitment"));
        assertEquals(2, record.get("sequence").getAsLong());
        assertEquals(record, awaited("commitment=" + former.getAsString()));
        assertEquals(door().get(document).is(200).json(), record);
    }

    private String anchored(String under) {
        return door().form("/api/documents", Form.certificate(under).file("file", content()))
                .is(201)
                .header("Location");
    }

    private static Form newPaper(String under, long sequence) {
        return Form.of()
                .field("number", under)
                .field("sequence", Long.toString(sequence))
                .file("file", content());
    }

    private static byte[] content() {
        return Client.newNumber().getBytes(StandardCharsets.UTF_8);
    }

    /** The newest document that is found, once one is. */
    private JsonObject awaited(String query) {
        Awaited.until(() -> !found(query).isEmpty());
        return found(query).get(0).getAsJsonObject().getAsJsonObject("record");
    }

    @Test
    void documentsAreCounted() {
        JsonObject counts =
                door().get("/api/register/counts?issuer=ChamberMSP").is(200).json();
        assertTrue(counts.getAsJsonArray("counts")
                        .get(0)
                        .getAsJsonObject()
                        .get("documents")
                        .getAsLong()
                >= 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "documents?colour=red",
                "documents?type=861&type=851",
                "documents?status=EXPIRED",
                "documents?limit=0",
                "documents?limit=501",
                "documents?limit=1e2",
                "documents?after=x",
                "documents?validAt=yesterday",
                "documents?commitment=abc",
                "documents?issuer=",
                "counts?type=861",
                "counts?anchoredFrom=2026-11-24&anchoredUntil=2026-11-23"
            })
    void aQuestionThatIsNotInItsFormIsRefused(String question) {
        door().get("/api/register/" + question).refuses(400, "MALFORMED_ARGUMENT");
    }

    @Test
    void itsHealthNamesLedgerAndRegisterAndItsOwnState() {
        // The look at the ledger has 2 s.
        Awaited.until(() -> door().get("/actuator/health").status() == 200);
        JsonObject components = door().get("/actuator/health").is(200).json().getAsJsonObject("components");
        assertEquals(Set.of("ledger", "register", "livenessState", "readinessState"), components.keySet());
        components
                .keySet()
                .forEach(name -> assertEquals(
                        "UP", components.getAsJsonObject(name).get("status").getAsString(), components.toString()));
    }

    @ParameterizedTest
    @CsvSource({
        "muhr_register_blocks_total, [1-9]",
        "muhr_register_rows_total, [1-9]",
        "muhr_register_lag_blocks, 0\\.0",
        "muhr_register_following, 1\\.0"
    })
    void itsMetricsSayHowFarItIs(String name, String value) {
        String metrics = door().get("/actuator/prometheus").is(200).text();
        assertTrue(
                Pattern.compile("^" + name + "(\\{[^}]*})? " + value, Pattern.MULTILINE)
                        .matcher(metrics)
                        .find(),
                metrics);
    }

    @Test
    void nothingElseOfTheOperationsIsThere() {
        door().get("/actuator/env").refuses(404, "NO_SUCH_PATH");
        door().get("/actuator/heapdump").refuses(404, "NO_SUCH_PATH");
    }

    @Test
    void theCommandLineAsksARunningClient() {
        Terminal search = Terminal.muhr(
                "search", "--number", number, "--server", door().at("").toString(), "--key-file", TestKey.file());
        assertEquals(0, search.exit(), search.err());
        assertTrue(search.out().startsWith("1 document."), search.out());
        Terminal status = Terminal.muhr(
                "register", "status", "--server", door().at("/").toString(), "--key-file", TestKey.file());
        assertTrue(status.out().contains("0 blocks behind the peer"), status.out());
        Terminal wrong = Terminal.muhr(
                "register",
                "counts",
                "--from",
                "x",
                "--server",
                door().at("").toString(),
                "--key-file",
                TestKey.file());
        assertEquals(64, wrong.exit(), wrong.err());
    }

    @Test
    void aServerThatIsNotThereIsUndetermined() {
        Terminal search = Terminal.muhr("search", "--server", "http://127.0.0.1:1");
        assertEquals(2, search.exit());
        assertTrue(search.err().contains("No client of Muhr answers at http://127.0.0.1:1"), search.err());
        assertEquals(64, Terminal.muhr("search", "--server", "somewhere").exit());
    }
}
