package uz.muhr.client.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
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
import uz.muhr.client.cli.Terminal;
import uz.muhr.client.document.Pdfs;
import uz.muhr.network.script.ScriptNetwork;

/** Proofs on the pages, in a real browser: beside each document in the archive, as a download, and checked where they are dropped. */
@TestInstance(Lifecycle.PER_CLASS)
@ExtendWith(TestNetwork.class)
class ProofPagesIT {
    private final ScriptNetwork network;
    private final Path folder;
    private Chromium chromium;
    private Door chamber;
    private Door customs;
    private Papers papers;
    private byte[] file = {};
    private String receipt = "";
    private byte[] proof = {};

    ProofPagesIT(ScriptNetwork network, @TempDir Path folder) {
        this.network = network;
        this.folder = folder;
    }

    @BeforeAll
    void open() {
        chromium = Chromium.start();
        chamber = Door.open(
                network.profiles(),
                "chamber/issuer",
                folder.resolve("chamber"),
                "--muhr.page=https://verify.chamber.example");
        customs = Door.open(network.profiles(), "customs/officer", folder.resolve("customs"));
        papers = Papers.of(chamber, Client.newNumber());
        file = papers.content();
        receipt = papers.anchor(file, "salted");
        proof = customs.bytes(
                customs.request("/api/documents/" + document() + "/proof").GET());
    }

    @AfterAll
    void close() {
        if (chromium != null) {
            chromium.close();
            chamber.close();
            customs.close();
        }
    }

    @Test
    void eachPaperOfAnArchiveVerifiesWithoutANetwork(@TempDir Path holder) throws IOException {
        FilePayload salted = pdf("salted one.pdf");
        try (IssuePage page = new IssuePage(chromium.browser(), chamber, "en", 1100, 740)) {
            page.choose(pdf("origin.pdf"), salted);
            page.way("salted one.pdf", "salted");
            page.anchor().in("origin.pdf", "anchored");
            page.in("salted one.pdf", "anchored");
            Map<String, byte[]> archive = page.archive();
            assertEquals(
                    Set.of(
                            "README.txt",
                            "origin-stamped.pdf",
                            "origin-stamped.pdf.muhr.json",
                            "origin-stamped.pdf.muhr-proof.json",
                            "salted one.pdf.muhr.json",
                            "salted one.pdf.muhr-proof.json"),
                    archive.keySet());
            String readme = new String(archive.get("README.txt"), StandardCharsets.UTF_8);
            assertTrue(
                    readme.contains("scripts/muhr verify --offline origin-stamped.pdf"
                            + " --proof origin-stamped.pdf.muhr-proof.json --trust network-trust.json"),
                    readme);
            assertTrue(readme.contains("--offline 'salted one.pdf' --proof 'salted one.pdf.muhr-proof.json'"), readme);
            for (Map.Entry<String, byte[]> each : archive.entrySet()) {
                Files.write(holder.resolve(each.getKey()), each.getValue());
            }
            Files.write(holder.resolve("salted one.pdf"), salted.buffer);
            trustByAnotherWay(holder);
            for (String name : List.of("origin-stamped.pdf", "salted one.pdf")) {
                Terminal verified = offline(holder, name);
                assertEquals(0, verified.exit(), verified.out() + verified.err());
                assertTrue(verified.out().startsWith("VALID"), verified.out());
            }
            assertEquals(List.of(), page.complaints());
        }
    }

    @Test
    void anArchiveIsMadeWithoutAProofThatCannotBeHadAndThePageAsksAgain() throws IOException {
        try (IssuePage page = new IssuePage(chromium.browser(), chamber, "en", 1100, 740)) {
            page.page().route("**/api/documents/*/proof", Route::abort);
            page.choose(pdf("lonely.pdf")).anchor().in("lonely.pdf", "anchored");
            Locator told = page.page().locator("#proofs:has-text('without a proof: 1')");
            told.waitFor();
            page.screenshot("issue-without-proof");
            Map<String, byte[]> archive = page.archive();
            assertEquals(Set.of("README.txt", "lonely-stamped.pdf", "lonely-stamped.pdf.muhr.json"), archive.keySet());
            String readme = new String(archive.get("README.txt"), StandardCharsets.UTF_8);
            assertTrue(readme.contains("no proof here") && readme.contains("does not answer"), readme);
            assertFalse(readme.contains("--offline"), readme);
            page.page().unroute("**/api/documents/*/proof");
            page.page().locator("#prove").click();
            page.page()
                    .locator("#proofs:has-text('verifies without any server')")
                    .waitFor();
            assertTrue(page.archive().containsKey("lonely-stamped.pdf.muhr-proof.json"));
        }
    }

    @Test
    void ofManyDocumentsAHundredShareAProof() throws IOException {
        try (IssuePage page = new IssuePage(chromium.browser(), chamber, "en", 1100, 740)) {
            Object names = page.page().evaluate("""
                    async () => {
                      const { archiveOf } = await import("/issue/archive.js");
                      const shared = [new Blob(["one"]), new Blob(["two"])];
                      const entries = Array.from({ length: 3 }, (_, at) =>
                        ({ anchoredName: `${at}.pdf`, receipt: {}, proof: shared[at >> 1] }));
                      const text = await (await archiveOf(entries)).text();
                      return text.match(/documents-1\\.muhr-proof\\.json/g).length
                        + " " + text.match(/--proof 2\\.pdf\\.muhr-proof\\.json/g).length;
                    }""");
            // Twice in the text, and in two headers of the archive; besides once where it is explained, by another
            // name.
            assertEquals("4 1", names);
        }
    }

    @Test
    void aDroppedProofIsCheckedAndEachCheckSaysWhoVouches() {
        dropped("en");
    }

    @Tag("long")
    @ParameterizedTest
    @ValueSource(strings = {"ru", "uz"})
    void aDroppedProofIsCheckedInEveryLanguage(String language) {
        dropped(language);
    }

    private void dropped(String language) {
        for (int width : List.of(1100, 360)) {
            try (VerifyPage page = verifyPage("/?lang=" + language, width)) {
                page.drop(
                        VerifyPage.file("origin.pdf", file),
                        VerifyPage.receiptOf("origin.pdf", receipt),
                        VerifyPage.file("origin.pdf.muhr-proof.json", proof));
                Locator card = page.page().locator("article:has(.proof-check)");
                card.waitFor();
                assertEquals("VALID", card.getAttribute("data-verdict"));
                assertEquals(
                        2, page.page().locator("article[data-verdict=VALID]").count());
                card.locator("summary").click();
                assertEquals(34, card.locator(".checks li").count());
                assertTrue(card.innerText().contains("ChamberMSP"), card.innerText());
                assertEquals(
                        "scripts/muhr verify --offline origin.pdf"
                                + " --proof origin.pdf.muhr-proof.json --trust network-trust.json",
                        card.locator(".command").innerText());
                assertEquals(pin(), card.locator(".pin").innerText());
                page.screenshot("proof-" + language + "-" + width);
                assertEquals(width, page.page().evaluate("document.documentElement.scrollWidth"));
                assertEquals(List.of(), Accessibility.faults(page.page()));
                assertEquals(List.of(), page.complaints());
            }
        }
    }

    @Test
    void anotherDocumentsProofAndADamagedOneShowNothing() {
        byte[] damaged = proof.clone();
        damaged[damaged.length / 2] ^= 1;
        try (VerifyPage page = verifyPage("/", 1100)) {
            page.drop(VerifyPage.file("other.pdf", papers.content()), VerifyPage.file("any-name.json", proof));
            Locator card = page.page().locator("article:has(.proof-check)");
            card.waitFor();
            assertEquals("UNDETERMINED", card.getAttribute("data-verdict"));
            assertTrue(card.innerText().contains("The organisations answered the very question."), card.innerText());
            page.screenshot("proof-of-another");
        }
        try (VerifyPage page = verifyPage("/", 1100)) {
            page.drop(
                    VerifyPage.file("origin.pdf", file),
                    VerifyPage.receiptOf("origin.pdf", receipt),
                    VerifyPage.file("origin.pdf.muhr-proof.json", damaged));
            Locator card = page.page().locator("article:has(.proof-check)");
            card.waitFor();
            assertEquals("UNDETERMINED", card.getAttribute("data-verdict"));
            assertEquals(
                    0, page.page().locator("article.passed:has(.proof-check)").count());
        }
    }

    @Test
    void whateverIsAnsweredAProofOfWhichACheckFailedIsNeverShownAsPassed() {
        String answer = """
                {"proof": {"verdict": "VALID", "indication": "TOTAL-PASSED", "sentence": "It is genuine.", "proven": false,
                  "reasons": [], "failed": "PIN", "fault": "It is not.", "vouchers": [], "versions": [], "checks": []},
                 "trust": {"channel": "documents", "pin": "00", "organisations": ["ChamberMSP"]}}""";
        try (VerifyPage page = verifyPage("/", 1100)) {
            page.page()
                    .route(
                            "**/api/proofs/verification",
                            route -> route.fulfill(new Route.FulfillOptions()
                                    .setContentType("application/json")
                                    .setBody(answer)));
            page.drop(VerifyPage.file("a.pdf", file), VerifyPage.file("a.pdf.muhr-proof.json", proof));
            Locator card = page.page().locator("article:has(.proof-check)");
            card.waitFor();
            assertEquals("UNDETERMINED", card.getAttribute("data-verdict"));
            assertEquals("card open", card.getAttribute("class"));
        }
    }

    @Test
    void aProofAloneOrOneTooLargeIsToldSoAndNotSent() {
        try (VerifyPage page = verifyPage("/", 1100)) {
            page.drop(VerifyPage.file("a.pdf.muhr-proof.json", proof));
            assertTrue(page.page().locator("article").innerText().contains("Drop the document together with it"));
            page.drop(
                    VerifyPage.file("a.pdf", file), VerifyPage.file("a.pdf.muhr-proof.json", new byte[(4 << 20) + 1]));
            page.page().locator("article:has-text('4 MB')").waitFor();
            assertEquals(1, page.questions().size());
        }
    }

    @Test
    void whoIsSignedInDownloadsTheProofFromTheVerdictAndFromTheDocument(@TempDir Path holder) throws IOException {
        try (DeskPage page = new DeskPage(chromium.browser(), customs, "/", "en", DeskPage.DESKTOP)) {
            page.page().locator("#drop:not([aria-busy])").waitFor();
            page.page().setInputFiles("#files", new FilePayload[] {
                VerifyPage.file("a.pdf", file), VerifyPage.receiptOf("a.pdf", receipt)
            });
            Download download = page.page()
                    .waitForDownload(() -> page.button("Download the proof").click());
            assertEquals("a.pdf.muhr-proof.json", download.suggestedFilename());
            Files.copy(download.path(), holder.resolve("a.pdf.muhr-proof.json"));
        }
        Files.write(holder.resolve("a.pdf"), file);
        Files.writeString(holder.resolve("a.pdf.muhr.json"), receipt);
        trustByAnotherWay(holder);
        assertEquals(0, offline(holder, "a.pdf").exit());
        try (DeskPage page =
                new DeskPage(chromium.browser(), customs, "/document?id=" + document(), "en", DeskPage.DESKTOP)) {
            Download download = page.page()
                    .waitForDownload(() -> page.button("Download the proof").click());
            Files.delete(holder.resolve("a.pdf.muhr-proof.json"));
            Files.copy(download.path(), holder.resolve("a.pdf.muhr-proof.json"));
            assertEquals(0, offline(holder, "a.pdf").exit());
            page.page().getByText("Verify without any server").click();
            page.page().locator(".pin").waitFor();
            assertEquals(pin(), page.page().locator(".pin").innerText());
            Path trust = page.download("Download this client");
            assertArrayEquals(Files.readAllBytes(holder.resolve("network-trust.json")), Files.readAllBytes(trust));
            page.picture("document-proof");
            assertEquals(List.of(), Accessibility.faults(page.page()));
        }
    }

    @Test
    void aStrangerIsOfferedNoProof() {
        try (VerifyPage page = verifyPage("/", 1100)) {
            page.drop(VerifyPage.file("a.pdf", file), VerifyPage.receiptOf("a.pdf", receipt));
            assertEquals("Valid", page.verdict("a.pdf"));
            assertEquals(0, page.page().locator(".proof-way").count());
        }
    }

    @Tag("long")
    @ParameterizedTest
    @ValueSource(strings = {"ru", "uz"})
    void theDocumentPageFitsAPhoneInEveryLanguage(String language) {
        try (DeskPage page = new DeskPage(
                chromium.browser(),
                customs,
                "/document?id=" + document() + "&lang=" + language,
                language,
                DeskPage.PHONE)) {
            page.page().locator(".proof-way + a, .proof-way").first().waitFor();
            page.page().locator("section.panel > details > summary").first().click();
            page.page().locator(".pin").waitFor();
            page.picture("document-proof-" + language);
        }
    }

    private String document() {
        return JsonParser.parseString(receipt).getAsJsonObject().get("document").getAsString();
    }

    private String pin() {
        return customs.get("/api/trust").is(200).member("pin");
    }

    private VerifyPage verifyPage(String address, int width) {
        return new VerifyPage(chromium.browser(), customs, address, width, 740, page -> {});
    }

    private static FilePayload pdf(String name) throws IOException {
        return VerifyPage.file(name, Pdfs.of("Certificate of Origin", "Number " + Client.newNumber()));
    }

    private void trustByAnotherWay(Path holder) {
        Terminal written = Terminal.muhr(
                "trust",
                "-o",
                holder.resolve("network-trust.json").toString(),
                "--as",
                "carrier",
                "--profiles",
                network.profiles().toString());
        assertEquals(0, written.exit(), written.err());
    }

    /** With what lies in the folder alone. */
    private static Terminal offline(Path holder, String file) {
        return Terminal.muhr(
                "verify",
                "--offline",
                holder.resolve(file).toString(),
                "--proof",
                holder.resolve(file + ".muhr-proof.json").toString(),
                "--trust",
                holder.resolve("network-trust.json").toString());
    }
}
