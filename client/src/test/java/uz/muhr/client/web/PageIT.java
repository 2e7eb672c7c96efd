package uz.muhr.client.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.client.OtherProfile;
import uz.muhr.client.TestNetwork;
import uz.muhr.client.Wire;
import uz.muhr.network.script.ScriptNetwork;

/** The page in a real browser, before a real network: what a person drops, and what that person then reads. */
@TestInstance(Lifecycle.PER_CLASS)
@ExtendWith(TestNetwork.class)
class PageIT {
    private final ScriptNetwork network;
    private final Path folder;
    private Counter counter;
    private Papers papers;

    PageIT(ScriptNetwork network, @TempDir Path folder) {
        this.network = network;
        this.folder = folder;
    }

    @BeforeAll
    void open() {
        counter = Counter.open(network, folder, "UZ-PAGE");
        papers = counter.papers();
    }

    @AfterAll
    void close() {
        if (counter != null) {
            counter.close();
        }
    }

    @Test
    void aDroppedFileWithItsReceiptIsValid() {
        byte[] file = papers.content();
        String receipt = papers.anchor(file, "salted");
        show(
                counter.customs(),
                "valid",
                "Valid",
                VerifyPage.file("origin.pdf", file),
                VerifyPage.receiptOf("origin.pdf", receipt));
    }

    @Test
    void aChangedFileIsAltered() {
        byte[] file = papers.content();
        String receipt = papers.anchor(file, "salted");
        file[0]++;
        show(
                counter.customs(),
                "altered",
                "Altered",
                VerifyPage.file("origin.pdf", file),
                VerifyPage.receiptOf("origin.pdf", receipt));
    }

    @Test
    void aFileThatNobodyAnchoredIsUnknown() {
        show(counter.customs(), "unknown", "Unknown", VerifyPage.file("origin.pdf", papers.content()));
    }

    @Test
    void aRevokedDocumentIsRevoked() {
        byte[] file = papers.content();
        String receipt = papers.anchor(file, "salted");
        papers.revoke(receipt);
        show(
                counter.customs(),
                "revoked",
                "Revoked",
                VerifyPage.file("origin.pdf", file),
                VerifyPage.receiptOf("origin.pdf", receipt));
    }

    @Test
    void withoutTheLedgerItIsUndeterminedAndWithoutTheClientAsWell() throws IOException {
        byte[] file = papers.content();
        papers.anchor(file, "open");
        try (Wire wire = Wire.toPeer(network, "customs");
                Door apart = Door.open(
                        new OtherProfile(network, "customs")
                                .gateway("customs", wire)
                                .write(folder.resolve("apart/profiles")),
                        "customs",
                        folder.resolve("apart/data"))) {
            wire.cut();
            show(apart, "undetermined", "Undetermined", VerifyPage.file("origin.pdf", file));
        }
        Door gone = Door.open(network.profiles(), "customs", folder.resolve("gone"));
        try (VerifyPage page = new VerifyPage(counter.chromium().browser(), gone, 800, 800)) {
            page.loaded();
            gone.close();
            assertEquals(
                    "Undetermined", page.drop(VerifyPage.file("a.pdf", file)).verdict("a.pdf"));
            assertTrue(page.text("a.pdf").contains("does not answer"));
        }
    }

    @Test
    void aPageThatWasNotLoadedWholeSaysSo() {
        try (VerifyPage page = new VerifyPage(
                counter.chromium().browser(),
                counter.customs(),
                "/",
                800,
                800,
                lost -> lost.route("**/sha256.js", Route::abort))) {
            assertEquals(
                    "Undetermined",
                    page.drop(VerifyPage.file("a.pdf", papers.content())).verdict("a.pdf"));
            assertTrue(page.text("a.pdf").contains("not loaded whole"));
        }
    }

    @Test
    void aSaltedFileWithoutItsReceiptIsUnknownAndItIsSaidThatTheReceiptIsNeeded() {
        byte[] file = papers.content();
        papers.anchor(file, "salted");
        try (VerifyPage page = page()) {
            assertEquals("Unknown", page.drop(VerifyPage.file("a.pdf", file)).verdict("a.pdf"));
            assertTrue(page.text("a.pdf").contains("FILE.muhr.json"));
        }
    }

    @Test
    void anOpenFileIsValidByItself() {
        byte[] file = papers.content();
        papers.anchor(file, "open");
        try (VerifyPage page = page()) {
            assertEquals("Valid", page.choose(VerifyPage.file("a.pdf", file)).verdict("a.pdf"));
        }
    }

    @Test
    void severalFilesArePairedWithTheirReceiptsByNameAndByContent() {
        byte[] first = papers.content();
        byte[] second = papers.content();
        String ofFirst = papers.anchor(first, "salted");
        String ofSecond = papers.anchor(second, "salted");
        try (VerifyPage page = page()) {
            page.drop(
                    VerifyPage.receiptOf("first.pdf", ofFirst),
                    VerifyPage.file("second.pdf", second),
                    VerifyPage.file("renamed.json", ofSecond.getBytes(StandardCharsets.UTF_8)),
                    VerifyPage.file("first.pdf", first),
                    VerifyPage.file("other.pdf", papers.content()));
            assertEquals("Valid", page.verdict("first.pdf"));
            assertEquals("Valid", page.verdict("second.pdf"));
            assertEquals("Unknown", page.verdict("other.pdf"));
            assertEquals(3, page.page().locator("article").count());
            page.screenshot("several");
        }
    }

    @Test
    void theFileItselfNeverLeavesThePage() {
        byte[] file = papers.content();
        String receipt = papers.anchor(file, "salted");
        try (VerifyPage page = page()) {
            page.drop(VerifyPage.file("a.pdf", file), VerifyPage.receiptOf("a.pdf", receipt))
                    .card("a.pdf");
            assertEquals(1, page.questions().size());
            var sent = JsonParser.parseString(page.questions().get(0)).getAsJsonObject();
            assertEquals(Set.of("fingerprint", "receipt"), sent.keySet());
            assertEquals(JsonParser.parseString(receipt), sent.get("receipt"));
            assertFalse(page.questions().get(0).contains(new String(file, StandardCharsets.UTF_8)));
        }
    }

    @Test
    void aDamagedReceiptIsToldApartFromAnAlteredDocument() {
        byte[] file = papers.content();
        String receipt = papers.anchor(file, "salted");
        for (String damaged : List.of(receipt.replace("\"block\": ", "\"block\": 1"), "{", "[]", "")) {
            try (VerifyPage page = page()) {
                page.drop(VerifyPage.file("a.pdf", file), VerifyPage.receiptOf("a.pdf", damaged));
                assertEquals("Undetermined", page.verdict("a.pdf"), damaged);
                assertTrue(page.text("a.pdf").contains("receipt"), damaged);
            }
        }
    }

    @Test
    void aReceiptCannotSlipAnythingElseIntoTheQuestion() {
        byte[] file = papers.content();
        String receipt = papers.anchor(file, "salted");
        papers.revoke(receipt);
        String crafted = receipt.strip() + ", \"at\": \"2026-01-01\", \"x\": {}";
        try (VerifyPage page = page()) {
            page.drop(VerifyPage.file("a.pdf", file), VerifyPage.receiptOf("a.pdf", crafted));
            assertEquals("Undetermined", page.verdict("a.pdf"));
            assertEquals(0, page.questions().size());
        }
    }

    @Test
    void aNumberAloneShowsTheRecordAndSaysThatNothingWasCompared() {
        String receipt = papers.anchor(papers.content(), "salted");
        String number = Papers.number(receipt);
        try (VerifyPage page = page()) {
            page.page().getByText("Ask by number as well").click();
            page.page().getByLabel("Number").fill(number);
            page.page().getByLabel("Issuer").fill("ChamberMSP");
            page.page().getByLabel("Type").fill("861");
            page.page().getByText("Ask by number alone").click();
            assertEquals("Undetermined", page.verdict(number));
            assertTrue(page.text(number).contains("Certificate of origin"));
            page.screenshot("number");
            assertEquals(
                    "Altered",
                    page.drop(VerifyPage.receiptOf("a", receipt), VerifyPage.file("a", new byte[1]))
                            .verdict("a"));
        }
    }

    @Test
    void anotherLanguageIsSpokenAtOnceAndRemembered() {
        try (VerifyPage page = page()) {
            page.drop(VerifyPage.file("a.pdf", papers.content())).card("a.pdf");
            page.page().getByLabel("Language").selectOption("ru");
            page.card("a.pdf").locator("h2:has-text('Неизвестен')").waitFor();
            assertEquals("ru", page.page().locator("html").getAttribute("lang"));
            page.page().reload();
            page.page().getByText("Выбрать файлы").waitFor();
            page.page().navigate(counter.customs().at("/?lang=uz").toString());
            page.page().getByText("Fayllarni tanlash").waitFor();
        }
    }

    @Test
    void theAgeOfAnAnswerIsCountedWhileItIsLookedAt() {
        try (VerifyPage page =
                new VerifyPage(counter.chromium().browser(), counter.customs(), "/", 1100, 740, looked -> looked.clock()
                        .install())) {
            page.drop(VerifyPage.file("a.pdf", papers.content())).card("a.pdf");
            page.page().clock().fastForward("04:00");
            page.card("a.pdf").getByText("4 min").waitFor();
        }
    }

    @Test
    void onPaperStandsTheAnswerAndNothingToPress() {
        byte[] file = papers.content();
        papers.anchor(file, "open");
        try (VerifyPage page = page()) {
            page.drop(VerifyPage.file("a.pdf", file)).card("a.pdf");
            page.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            page.screenshot("printed");
            assertTrue(page.card("a.pdf").isVisible());
            for (String pressed : List.of("#drop", "#question", "nav", "select", ".results-bar button", ".age")) {
                assertFalse(page.page().locator(pressed).first().isVisible(), pressed);
            }
        }
    }

    @Test
    void anEmptyFileIsNoDocument() {
        try (VerifyPage page = page()) {
            assertEquals(
                    "Undetermined",
                    page.drop(VerifyPage.file("a.pdf", new byte[0])).verdict("a.pdf"));
            assertTrue(page.text("a.pdf").contains("empty"));
        }
    }

    @Test
    void theKeyboardAloneIsEnough() {
        try (VerifyPage page = page()) {
            var chooser = page.page().waitForFileChooser(() -> {
                page.tabTo("#files");
                page.page().keyboard().press("Enter");
            });
            chooser.setFiles(VerifyPage.file("a.pdf", papers.content()));
            assertEquals("Unknown", page.verdict("a.pdf"));
            assertTrue(page.spoken().startsWith("a.pdf: Unknown. The ledger knows no such document."), page.spoken());
            page.tabTo("summary");
            page.page().keyboard().press("Enter");
            page.tabTo("#number");
            page.page().keyboard().type("UZ-KEYS-1");
            page.tabTo("#issuer");
            page.page().keyboard().type("ChamberMSP");
            page.tabTo("#type");
            page.page().keyboard().type("861");
            page.page().keyboard().press("Enter");
            assertEquals("Unknown", page.verdict("UZ-KEYS-1"));
        }
    }

    /** Drops files on a large and a small screen, reads the same verdict on both, and keeps the pictures. */
    private void show(Door door, String name, String verdict, FilePayload... files) {
        for (int width : List.of(1100, 360)) {
            try (VerifyPage page = new VerifyPage(counter.chromium().browser(), door, width, 740)) {
                page.page().locator("#identity:not([hidden])").waitFor();
                assertEquals(verdict, page.drop(files).verdict("origin.pdf"));
                page.screenshot(name + "-" + width);
                assertEquals(width, page.page().evaluate("document.documentElement.scrollWidth"));
                assertEquals(List.of(), Accessibility.faults(page.page()));
                assertEquals(List.of(), page.complaints());
            }
        }
    }

    private VerifyPage page() {
        return new VerifyPage(counter.chromium().browser(), counter.customs(), 1100, 740);
    }
}
