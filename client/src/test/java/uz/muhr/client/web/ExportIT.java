package uz.muhr.client.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.client.Client;
import uz.muhr.client.TestNetwork;
import uz.muhr.network.script.ScriptNetwork;

/** Tables for spreadsheets over HTTP, and what a client counts of what it did. */
@TestInstance(Lifecycle.PER_CLASS)
@ExtendWith(TestNetwork.class)
class ExportIT {
    private final ScriptNetwork network;
    private final Path folder;
    private final String number = Client.newNumber();
    private Door chamber;

    ExportIT(ScriptNetwork network, @TempDir Path folder) {
        this.network = network;
        this.folder = folder;
    }

    @BeforeAll
    void anchorOne() {
        chamber = open();
        anchor(number).is(201);
        Awaited.until(() ->
                chamber.get("/api/register/documents?number=" + number).text().contains("ChamberMSP"));
    }

    private Door open() {
        return Door.open(network.profiles(), "chamber/issuer", folder.resolve("data"));
    }

    @AfterAll
    void close() {
        chamber.close();
    }

    private Reply anchor(String named) {
        return chamber.form("/api/documents", Form.certificate(named).file("file", new byte[] {1}));
    }

    private List<String> lines(String path) {
        Reply reply = chamber.get(path).is(200);
        assertEquals("text/csv;header=present;charset=UTF-8", reply.header("Content-Type"));
        assertTrue(reply.header("Content-Disposition").startsWith("attachment; filename=\"muhr-"));
        assertTrue(reply.header("Muhr-As-Of-Block").matches("[0-9]+"));
        return reply.text().lines().toList();
    }

    @Test
    void foundDocumentsAreATable() {
        List<String> lines = lines("/api/register/documents.csv?number=" + number);
        assertEquals(2, lines.size(), lines.toString());
        assertTrue(lines.get(1).contains(",ChamberMSP,861,certificate of origin,VALID,"), lines.get(1));
        assertEquals(
                1,
                lines("/api/register/documents.csv?commitment=" + "0".repeat(64))
                        .size());
    }

    @Test
    void aTableIsAskedAsASearchIsAndHasNoPages() {
        for (String query : List.of("limit=5", "after=1", "type=x", "color=red", "type=861&type=911")) {
            chamber.get("/api/register/documents.csv?" + query).refuses(400, "MALFORMED_ARGUMENT");
        }
        chamber.get("/api/register/counts.csv?issuer=").refuses(400, "MALFORMED_ARGUMENT");
        chamber.get("/api/tallies.csv?from=tomorrow").refuses(400, "MALFORMED_ARGUMENT");
        chamber.get("/api/tallies?until=2026-11-01&from=2026-11-02").refuses(400, "MALFORMED_ARGUMENT");
    }

    @Test
    void countsAreATable() {
        List<String> lines = lines("/api/register/counts.csv?issuer=ChamberMSP");
        assertEquals("day,issuer,documents", lines.get(0));
        assertTrue(lines.stream().anyMatch(line -> line.startsWith(LocalDate.now(ZoneOffset.UTC) + ",ChamberMSP,")));
    }

    private long times(String kind, String code) {
        return StreamSupport.stream(
                        chamber.get("/api/tallies")
                                .is(200)
                                .json()
                                .getAsJsonArray("tallies")
                                .spliterator(),
                        false)
                .map(JsonElement::getAsJsonObject)
                .filter(tally -> tally.get("kind").getAsString().equals(kind)
                        && tally.get("code").getAsString().equals(code))
                .mapToLong((JsonObject tally) -> tally.get("times").getAsLong())
                .sum();
    }

    @Test
    void verdictsAndRefusalsAreCountedAndOutliveTheProcess() {
        long unknown = times("VERDICT", "UNKNOWN");
        long refused = times("REFUSAL", "DOCUMENT_EXISTS");
        chamber.json("/api/verifications", "{\"fingerprint\":\"" + "b".repeat(64) + "\"}")
                .is(200);
        chamber.form("/api/documents", Form.certificate(number).file("file", new byte[] {2}))
                .refuses(409, "DOCUMENT_EXISTS");
        chamber.json("/api/verifications", "{}").refuses(400, "MALFORMED_ARGUMENT");
        assertEquals(unknown + 1, times("VERDICT", "UNKNOWN"));
        // Whoever waits is answered before anybody else is told.
        Awaited.until(() -> times("REFUSAL", "DOCUMENT_EXISTS") == refused + 1);
        chamber.close();
        chamber = open();
        Awaited.until(() -> chamber.get("/api/register/status").status() == 200);
        assertEquals(unknown + 1, times("VERDICT", "UNKNOWN"));
        List<String> lines = lines("/api/tallies.csv");
        assertEquals("day,kind,code,times", lines.get(0));
        assertTrue(
                lines.contains(LocalDate.now(ZoneOffset.UTC) + ",VERDICT,UNKNOWN," + (unknown + 1)), lines.toString());
    }
}
