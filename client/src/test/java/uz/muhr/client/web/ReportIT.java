package uz.muhr.client.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
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

/** Evidence reports over HTTP, from peers of several organisations, one of which may be silent. */
@Tag("ledger")
@TestInstance(Lifecycle.PER_CLASS)
@ExtendWith(TestNetwork.class)
class ReportIT {
    private static final Path REPORTS = Path.of("target", "reports");

    private final ScriptNetwork network;
    private final Path folder;
    private final Door chamber;
    private Wire wire;
    private Door customs;
    private String document;
    private String receipt;
    private String number;

    ReportIT(ScriptNetwork network, @TempDir Path folder) {
        this.network = network;
        this.folder = folder;
        this.chamber = Door.open(network.profiles(), "chamber/issuer", folder.resolve("chamber"));
    }

    @BeforeAll
    void open() throws IOException {
        wire = Wire.toPeer(network, "carrier");
        customs = Door.open(
                new OtherProfile(network, "customs")
                        .gateway("customs")
                        .gateway("chamber")
                        .gateway("carrier", wire)
                        .write(folder.resolve("profiles")),
                "customs",
                folder.resolve("customs"));
        number = Client.newNumber();
        Reply anchored = chamber.form(
                        "/api/documents",
                        Form.certificate(number)
                                .field("validUntil", "2036-12-31")
                                .file("file", new byte[] {1, 2, 3}))
                .is(201);
        receipt = anchored.text();
        document = anchored.member("document");
        chamber.json("/api/documents/" + document + "/suspension", "{\"sequence\":1}")
                .is(200);
        chamber.json("/api/documents/" + document + "/reinstatement", "{\"sequence\":2}")
                .is(200);
    }

    @AfterAll
    void close() {
        customs.close();
        chamber.close();
        wire.close();
    }

    private String text(byte[] pdf, String name) throws IOException {
        Files.createDirectories(REPORTS);
        Files.write(REPORTS.resolve(name + ".pdf"), pdf);
        try (PDDocument report = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(report).replaceAll("\\s+", " ");
        }
    }

    private String report(String question, String name) throws IOException {
        return text(customs.bytes(customs.postingJson("/api/reports", question)), name);
    }

    private static void says(String text, String... parts) {
        for (String part : parts) {
            assertTrue(text.contains(part), part + " is not in: " + text);
        }
    }

    private String fingerprint() {
        return JsonParser.parseString(receipt)
                .getAsJsonObject()
                .get("fingerprint")
                .getAsString();
    }

    @Test
    void aFileWithItsReceiptIsReportedAsEachPeerSeesIt() throws IOException {
        for (String language : List.of("en", "ru", "uz")) {
            String text = report(
                    "{\"fingerprint\":\"" + fingerprint() + "\",\"receipt\":" + receipt + ",\"language\":\"" + language
                            + "\"}",
                    "report-" + language);
            says(text, number, "CustomsMSP, ChamberMSP, CarrierMSP", "TOTAL-PASSED", "CustomsMSP");
            says(text.replace(" ", ""), fingerprint(), document);
        }
        says(
                report(
                        "{\"fingerprint\":\"" + fingerprint() + "\",\"receipt\":" + receipt + ",\"language\":\"en\"}",
                        "x"),
                "Valid",
                "3. Reinstated",
                "2. Suspended",
                "1. Anchored",
                "Transaction, in block",
                "Authority when anchored in force");
    }

    @Test
    void aPeerThatIsSilentIsReportedAsThat() throws IOException {
        wire.cut();
        try {
            String text = report(
                    "{\"number\":\"" + number + "\",\"issuer\":\"ChamberMSP\",\"type\":\"861\",\"language\":\"en\"}",
                    "report-silent");
            says(
                    text,
                    "Peers asked: 3",
                    "CarrierMSP No answer that can be used The ledger could not be asked in time.",
                    "Only the number was asked, so no file was compared.",
                    "Verdict on this record Valid");
        } finally {
            wire.mend();
        }
    }

    @Test
    void aDocumentOnTheLedgerIsReportedByItsId() throws IOException {
        String text = text(
                customs.bytes(customs.request("/api/documents/" + document + "/report?language=en")),
                "report-document");
        says(text, "Undetermined", "Verdict on this record Valid", "in force");
    }

    @Test
    void whatTheLedgerDoesNotKnowIsReportedAsUnknown() throws IOException {
        says(
                report("{\"fingerprint\":\"" + "0".repeat(64) + "\",\"language\":\"en\"}", "report-unknown"),
                "Unknown",
                "The ledger has no record that the question touches.");
    }

    @Test
    void aQuestionThatIsNotWholeIsRefused() {
        customs.json("/api/reports", "{\"language\":\"en\"}").refuses(400, "MALFORMED_ARGUMENT");
        customs.json("/api/reports", "x".repeat(1 << 18)).refuses(413, "TOO_LARGE");
        customs.get("/api/documents/" + document + "/report").refuses(400, "MALFORMED_ARGUMENT");
        assertEquals(
                "MALFORMED_ARGUMENT",
                customs.get("/api/documents/" + document + "/report?language=xx")
                        .member("code"));
    }
}
