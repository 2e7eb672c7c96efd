package uz.muhr.client.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.client.TestNetwork;
import uz.muhr.client.document.Pdfs;
import uz.muhr.network.identity.Enrolment;
import uz.muhr.network.topology.SampleTopology;
import uz.muhr.network.topology.Topology;

/** Reading and stamping over HTTP; no ledger is asked for either, and there is none here. */
@TestInstance(Lifecycle.PER_CLASS)
class PreparationIT {
    private static final String SUGGESTIONS = "/api/suggestions";
    private static final String STAMPS = "/api/stamps";

    private Path home;
    private Path data;
    private Door door;

    @BeforeAll
    void open(@TempDir Path folder) {
        Topology topology = SampleTopology.topology().onFreePorts();
        home = folder.resolve("home");
        data = folder.resolve("data");
        Enrolment.prepare(topology, home, Clock.systemUTC());
        door = Door.open(home.resolve("profiles"), "chamber", data, "--muhr.page=https://verify.chamber.example");
    }

    @AfterAll
    void close() {
        door.close();
    }

    @Test
    void aFileSaysWhatItIs() throws IOException {
        JsonObject read = door.form(SUGGESTIONS, Form.of().file("file", sample("phytosanitary-certificate.xml")))
                .is(200)
                .json();
        assertEquals("XML", read.get("kind").getAsString());
        assertEquals("NOT_A_PDF", read.get("stamping").getAsString());
        Map<String, String> facts = read.getAsJsonArray("facts").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .collect(Collectors.toMap(fact -> fact.get("fact").getAsString(), fact -> fact.get("value")
                        .getAsString()));
        assertEquals("851", facts.get("TYPE"));
        assertEquals("UZ-PC-2026-001208", facts.get("NUMBER"));
    }

    @Test
    void aFileThatCannotBeReadSaysWhyAndIsNoFault() {
        JsonObject read = door.form(
                        SUGGESTIONS, Form.of().file("file", "%PDF-1.7 broken".getBytes(StandardCharsets.US_ASCII)))
                .is(200)
                .json();
        assertEquals("UNREADABLE", read.get("stamping").getAsString());
        assertTrue(read.get("unread").getAsString().endsWith("."));
    }

    @Test
    void aStampedCopyIsAPdfAndAnotherOneEachTime() throws IOException {
        Form form = Form.certificate("UZ-1").file("file", sample("certificate-of-origin.pdf"));
        Reply first = door.form(STAMPS, form).is(200);
        assertEquals("application/pdf", first.header("Content-Type"));
        assertTrue(first.text().startsWith("%PDF-"));
        assertFalse(first.text().equals(door.form(STAMPS, form).is(200).text()));
    }

    @Test
    void aSignedPdfIsNeverStamped() throws IOException {
        Form signed = Form.certificate("UZ-1").file("file", Pdfs.signed());
        assertTrue(door.form(STAMPS, signed)
                .refuses(422, "UNSTAMPABLE")
                .member("detail")
                .contains("signed"));
        assertEquals(
                "SIGNED",
                door.form(SUGGESTIONS, Form.of().file("file", Pdfs.signed()))
                        .is(200)
                        .member("stamping"));
    }

    @Test
    void aFormHasToBeWholeAndHoldNothingElse() throws IOException {
        byte[] pdf = Pdfs.of("x");
        door.form(SUGGESTIONS, Form.of()).refuses(400, "MALFORMED_ARGUMENT");
        door.form(SUGGESTIONS, Form.of().field("number", "1").file("file", pdf)).refuses(400, "MALFORMED_ARGUMENT");
        door.form(STAMPS, Form.of().file("file", pdf)).refuses(400, "MALFORMED_ARGUMENT");
        door.form(STAMPS, Form.certificate(" ").file("file", pdf)).refuses(400, "MALFORMED_ARGUMENT");
        // Where a stamp leads is not for whoever asks to say.
        door.form(
                        STAMPS,
                        Form.certificate("1")
                                .field("page", "https://evil.example")
                                .file("file", pdf))
                .refuses(400, "MALFORMED_ARGUMENT");
        door.form(SUGGESTIONS, Form.of().file("file", new byte[0])).refuses(422, "UNREADABLE_DOCUMENT");
    }

    @Test
    void aFileThatIsTooLongIsReadNoFurther() {
        byte[] large = new byte[(16 << 20) + 1];
        door.form(SUGGESTIONS, Form.of().file("file", large)).refuses(413, "TOO_LARGE");
        door.form(STAMPS, Form.certificate("1").file("file", large)).refuses(413, "TOO_LARGE");
    }

    @Test
    void nothingOfAFileIsLeftBehind() throws IOException {
        String trace = "a-word-that-is-nowhere-else";
        door.form(SUGGESTIONS, Form.of().file("file", Pdfs.of(trace))).is(200);
        door.form(STAMPS, Form.certificate("UZ-2").file("file", Pdfs.of(trace))).is(200);
        try (Stream<Path> tree = Files.walk(data)) {
            for (Path file : tree.filter(Files::isRegularFile).toList()) {
                assertFalse(
                        new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains("%PDF-"),
                        file::toString);
            }
        }
    }

    @Test
    void withoutAPageToLeadToNothingIsStamped(@TempDir Path other) throws IOException {
        try (Door unset = Door.open(home.resolve("profiles"), "chamber", other)) {
            assertEquals(
                    "NO_PAGE",
                    unset.form(SUGGESTIONS, Form.of().file("file", Pdfs.of("x")))
                            .is(200)
                            .member("stamping"));
            assertTrue(unset.form(STAMPS, Form.certificate("1").file("file", Pdfs.of("x")))
                    .refuses(422, "UNSTAMPABLE")
                    .member("detail")
                    .contains("muhr.page"));
        }
    }

    @Test
    void submissionsAreNamedByOneToAHundredIdsAndNothingElse() {
        String id = "id=0c8f2a52-6d3b-4b0e-9a57-1f1d0a1c7e42";
        door.get("/api/submissions").refuses(400, "MALFORMED_ARGUMENT");
        door.get("/api/submissions?id=1").refuses(400, "MALFORMED_ARGUMENT");
        door.get("/api/submissions?" + id + "&after=1").refuses(400, "MALFORMED_ARGUMENT");
        door.get("/api/submissions?" + (id + "&").repeat(101) + id).refuses(400, "MALFORMED_ARGUMENT");
        // One that nobody made is left out, and then there is nothing to wait for.
        assertTrue(door.get("/api/submissions?" + id).is(200).text().endsWith("event: settled\ndata: {}\n\n"));
    }

    private static byte[] sample(String name) throws IOException {
        return Files.readAllBytes(TestNetwork.root().resolve("scripts/samples/" + name));
    }
}
