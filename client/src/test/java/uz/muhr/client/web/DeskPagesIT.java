package uz.muhr.client.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
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

/** The pages at a desk in a real browser: documents, one document, a consignment, the audit. */
@TestInstance(Lifecycle.PER_CLASS)
@ExtendWith(TestNetwork.class)
class DeskPagesIT {
    private final ScriptNetwork network;
    private final Path folder;
    private Chromium chromium;
    private DeskStory story;
    private String permit;
    private String successor;
    private String number;

    DeskPagesIT(ScriptNetwork network, @TempDir Path folder) {
        this.network = network;
        this.folder = folder;
    }

    @BeforeAll
    void open() {
        chromium = Chromium.start();
        story = new DeskStory(network, folder);
        number = Client.newNumber();
        story.revoked(number);
        permit = story.permit(Client.newNumber());
        successor = story.successor(permit, Client.newNumber());
        story.customs()
                .json("/api/verifications", "{\"fingerprint\":\"" + "a".repeat(64) + "\"}")
                .is(200);
        Awaited.until(() -> story.customs()
                .get("/api/register/documents?type=911&status=SUPERSEDED")
                .text()
                .contains(permit));
    }

    @AfterAll
    void close() {
        if (chromium != null) {
            chromium.close();
        }
        if (story != null) {
            story.close();
        }
    }

    private DeskPage page(String path, int width) {
        return new DeskPage(chromium.browser(), story.customs(), path, "en", width);
    }

    @Test
    void documentsAreFoundByWhatIsTypedAndTheSearchLivesInTheAddress() {
        try (DeskPage page = page("/documents", DeskPage.DESKTOP)) {
            page.textWith("newest first");
            page.page().getByLabel("Number").fill(number);
            page.button("Find").click();
            String found = page.textWith("Documents on this page: 1");
            assertTrue(found.contains("revoked") && found.contains("ChamberMSP"), found);
            assertTrue(found.contains("As of block"), found);
            assertTrue(
                    page.page().url().contains("number=" + number), page.page().url());
            page.picture("documents-1280");
            page.page().goBack();
            page.textWith("newest first");
            assertEquals("", page.page().getByLabel("Number").inputValue());
        }
        try (DeskPage kept = page("/documents?type=911&status=SUPERSEDED", DeskPage.PHONE)) {
            kept.textWith("QuarantineMSP");
            assertEquals("911", kept.page().getByLabel("Type").inputValue());
            kept.picture("documents-360");
        }
    }

    @Test
    void aSearchThatIsRefusedSaysWhy() {
        try (DeskPage page = page("/documents?commitment=xyz", DeskPage.DESKTOP)) {
            String text = page.textWith("has to be 64 digits");
            assertFalse(text.contains("on this page"), text);
        }
    }

    @Test
    void whatIsFoundIsExportedByTheSameFilters() throws IOException {
        try (DeskPage page = page("/documents?number=" + number, DeskPage.DESKTOP)) {
            page.textWith("on this page: 1");
            List<String> lines = Files.readAllLines(page.download("Export as CSV"));
            assertEquals(2, lines.size(), lines.toString());
            assertTrue(lines.get(1).contains("REVOKED,privilegeWithdrawn"), lines.get(1));
        }
    }

    @Test
    void longListsHavePages() {
        for (int i = 0; i < 51; i++) {
            story.certificate(Client.newNumber());
        }
        Awaited.until(() ->
                story.customs().get("/api/register/documents?type=861").text().contains("\"next\""));
        try (DeskPage page = page("/documents?type=861", DeskPage.DESKTOP)) {
            page.textWith("on this page: 50");
            page.link("Next page").click();
            page.link("First page").waitFor();
            assertTrue(page.page().url().contains("after="), page.page().url());
            assertTrue(page.page().url().contains("type=861"), page.page().url());
            page.link("First page").click();
            page.textWith("on this page: 50");
            assertFalse(page.page().url().contains("after="), page.page().url());
        }
    }

    @Test
    void aDocumentsPageTellsItsLifeItsWriteOffsAndItsLineage() {
        for (int width : new int[] {DeskPage.DESKTOP, DeskPage.PHONE}) {
            try (DeskPage page = page("/document?id=" + permit, width)) {
                String text = page.textWith("What happened to it");
                for (String part : List.of(
                        "superseded",
                        "Replaced",
                        "Written off",
                        "Write-off taken back",
                        "Held by customs",
                        "Released by customs",
                        "Anchored",
                        "QuarantineMSP, issuer",
                        "CustomsMSP, customs officer",
                        "60 TNE",
                        "taken back",
                        "100 TNE; what was left passed to its successor",
                        "this document")) {
                    assertTrue(text.contains(part), part + " is not in " + text);
                }
                page.page().locator("summary").first().click();
                page.picture("document-" + width);
            }
        }
    }

    @Test
    void aSuccessorLeadsBackToWhatItReplaced() {
        try (DeskPage page = page("/document?id=" + successor, DeskPage.DESKTOP)) {
            page.textWith("60 of 60 TNE left");
            page.page().locator(".lineage a").first().click();
            page.textWith("what was left passed to its successor");
            assertTrue(page.page().url().endsWith(permit), page.page().url());
        }
    }

    @Test
    void aDocumentThatNobodyAnchoredIsSaidToBeUnknown() {
        try (DeskPage page = page("/document?id=" + "0".repeat(64), DeskPage.DESKTOP)) {
            page.textWith("No document is anchored under this id.");
        }
        try (DeskPage page = page("/document", DeskPage.DESKTOP)) {
            page.textWith("The address names no document.");
        }
    }

    @Test
    void aDocumentsPageGivesItsReport() throws IOException {
        try (DeskPage page = page("/document?id=" + permit, DeskPage.DESKTOP)) {
            page.textWith("What happened to it");
            try (PDDocument report =
                    Loader.loadPDF(page.download("Evidence report (PDF)").toFile())) {
                assertEquals(
                        "Evidence report on a trade document",
                        report.getDocumentInformation().getTitle());
            }
        }
    }

    @Test
    void aConsignmentsReceiptShowsItsWholeVoyage() {
        DeskStory.Voyage voyage = story.voyage();
        for (int width : new int[] {DeskPage.DESKTOP, DeskPage.PHONE}) {
            try (DeskPage page = page("/consignment", width)) {
                page.page().setInputFiles("#file", file("voyage.muhr-consignment.json", voyage.receipt()));
                String text = page.textWith("Container CSQU3054383");
                for (String part : List.of(
                        "Intact",
                        "UZTAS",
                        "Uzbekistan",
                        "AZALT",
                        "Azerbaijan",
                        "GEPTI",
                        "Handed over",
                        "Accepted",
                        "CarrierMSP",
                        "CustomsMSP",
                        "bill of lading",
                        "Valid",
                        "6UZ201234567TAS0001")) {
                    assertTrue(text.contains(part), part + " is not in " + text);
                }
                page.picture("consignment-" + width);
            }
        }
        voyage.damaged();
        try (DeskPage page = page("/consignment", DeskPage.DESKTOP)) {
            page.page().setInputFiles("#file", file("voyage.muhr-consignment.json", voyage.receipt()));
            String text = page.textWith("It was found damaged.");
            assertTrue(text.contains("Tampered") && text.contains("is not shown"), text);
            page.picture("consignment-tampered");
            page.page().getByLabel("As it was known at (UTC)").fill("2020-01-01T00:00");
            page.textWith("after the time asked");
        }
    }

    @Test
    void whatIsNoConsignmentsReceiptIsSaidToBeNone() {
        try (DeskPage page = page("/consignment", DeskPage.DESKTOP)) {
            page.page().setInputFiles("#file", file("x.json", "[]"));
            page.textWith("x.json is no receipt of a consignment.");
            page.page().setInputFiles("#file", file("y.json", "{\"format\":1}"));
            page.textWith("lacks");
            assertEquals("", page.page().locator("#answer").innerText());
        }
    }

    @Test
    void theAuditShowsWhatWasAnchoredAnsweredAndRefused() throws IOException {
        story.customs()
                .json("/api/documents/" + permit + "/hold", "{\"sequence\":9}")
                .is(409);
        for (int width : new int[] {DeskPage.DESKTOP, DeskPage.PHONE}) {
            try (DeskPage page = page("/audit", width)) {
                page.textWith("Documents anchored by day and issuer");
                assertTrue(page.page().locator("svg[role=img] rect").count() >= 2);
                page.page().getByText("The same in numbers").first().click();
                String text = page.textWith("QuarantineMSP");
                for (String part : List.of("ChamberMSP", "Unknown", "As of block", "Writes that the ledger refused")) {
                    assertTrue(text.contains(part), part + " is not in " + text);
                }
                page.picture("audit-" + width);
            }
        }
        try (DeskPage page = page("/audit", DeskPage.DESKTOP)) {
            page.textWith("Verdicts of this client by day");
            List<String> lines = Files.readAllLines(page.download("Export as CSV"));
            assertEquals("day,issuer,documents", lines.get(0));
            page.page().getByLabel("From (UTC)").fill("2020-01-01");
            page.page().getByLabel("Until (UTC)").fill("2020-01-31");
            page.button("Show").click();
            page.textWith("Nothing in these days.");
            assertTrue(
                    page.page().url().contains("from=2020-01-01"), page.page().url());
        }
    }

    private static FilePayload file(String name, String content) {
        return new FilePayload(name, "application/json", content.getBytes(StandardCharsets.UTF_8));
    }
}
