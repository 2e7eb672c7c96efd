package uz.muhr.client.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import uz.muhr.client.Client;
import uz.muhr.client.TestNetwork;
import uz.muhr.client.document.Pdfs;
import uz.muhr.network.script.ScriptNetwork;

/** The issue page in a real browser, before a real network: files in, receipts and stamped copies out, and those verify. */
@TestInstance(Lifecycle.PER_CLASS)
@ExtendWith(TestNetwork.class)
class IssuePageIT {
    private final ScriptNetwork network;
    private final Path folder;
    private Counter counter;

    IssuePageIT(ScriptNetwork network, @TempDir Path folder) {
        this.network = network;
        this.folder = folder;
    }

    @BeforeAll
    void open() {
        counter = Counter.open(network, folder, "UZ-ISSUE", "--muhr.page=https://verify.chamber.example");
    }

    @AfterAll
    void close() {
        if (counter != null) {
            counter.close();
        }
    }

    @Test
    void anUnsignedPdfIsReadStampedAnchoredAndItsCopyVerifiesByItself() throws IOException {
        String number = Client.newNumber();
        try (IssuePage page = page()) {
            page.choose(pdf("origin.pdf", "Certificate of Origin", "Number " + number));
            assertEquals("861", page.value("origin.pdf", "type"));
            assertEquals(number, page.value("origin.pdf", "number"));
            assertEquals("stamp", page.value("origin.pdf", "way"));
            page.anchor().in("origin.pdf", "anchored");
            Map<String, byte[]> archive = page.archive();
            assertEquals(withProofs("origin-stamped.pdf", "origin-stamped.pdf.muhr.json"), archive.keySet());
            byte[] copy = Objects.requireNonNull(archive.get("origin-stamped.pdf"));
            counter.customs()
                    .form("/api/verifications", Form.of().file("file", copy))
                    .says("VALID", "");
            String receipt = new String(archive.get("origin-stamped.pdf.muhr.json"), StandardCharsets.UTF_8);
            counter.customs()
                    .form(
                            "/api/verifications",
                            Form.of().field("receipt", receipt).file("file", copy))
                    .says("VALID", "");
            assertEquals(List.of(), page.complaints());
        }
    }

    @Test
    void aSignedPdfIsNotStampedAndVerifiesByItself() throws IOException {
        byte[] signed = Pdfs.signed();
        try (IssuePage page = page()) {
            page.choose(VerifyPage.file("signed.pdf", signed));
            assertEquals("open", page.value("signed.pdf", "way"));
            assertTrue(page.row("signed.pdf").innerText().contains("never stamped"));
            assertTrue(page.input("signed.pdf", "way")
                    .locator("option[value=stamp]")
                    .isDisabled());
            page.fill("signed.pdf", "type", "861");
            page.fill("signed.pdf", "number", Client.newNumber());
            page.anchor().in("signed.pdf", "anchored");
            assertEquals(withProofs("signed.pdf.muhr.json"), page.archive().keySet());
            counter.customs()
                    .form("/api/verifications", Form.of().file("file", signed))
                    .says("VALID", "");
        }
    }

    @Test
    void severalFilesGoTogetherEachWithItsOwnEnd() throws IOException {
        String taken = Client.newNumber();
        counter.chamber()
                .form("/api/documents", Form.certificate(taken).file("file", new byte[] {1}))
                .is(201);
        byte[] permit = ("{\"transportDocumentReference\":\"" + Client.newNumber()
                        + "\",\"transportDocumentTypeCode\":\"BOL\"}")
                .getBytes(StandardCharsets.UTF_8);
        String number = Client.newNumber();
        try (IssuePage page = page()) {
            page.choose(
                    pdf("first.pdf", "Certificate of Origin", "Number " + number),
                    pdf("taken.pdf", "Certificate of Origin", "Number " + taken),
                    pdf("salted.pdf", "Certificate of Origin", "Number " + Client.newNumber()),
                    VerifyPage.file("lading.json", permit));
            assertEquals("705", page.value("lading.json", "type"));
            page.fill("lading.json", "type", "861");
            page.way("salted.pdf", "salted");
            page.screenshot("issue-ready");
            page.anchor().in("first.pdf", "anchored");
            page.in("salted.pdf", "anchored");
            page.in("lading.json", "anchored");
            Locator refused = page.in("taken.pdf", "refused");
            assertTrue(refused.innerText().contains("number"), refused.innerText());
            assertEquals("3 of 4 anchored", page.page().locator("#sum").innerText());
            page.screenshot("issue-done");
            Map<String, byte[]> archive = page.archive();
            assertEquals(
                    withProofs(
                            "first-stamped.pdf",
                            "first-stamped.pdf.muhr.json",
                            "salted.pdf.muhr.json",
                            "lading.json.muhr.json"),
                    archive.keySet());
            counter.customs()
                    .form(
                            "/api/verifications",
                            Form.of()
                                    .field(
                                            "receipt",
                                            new String(archive.get("lading.json.muhr.json"), StandardCharsets.UTF_8))
                                    .file("file", permit))
                    .says("VALID", "");
            // What was refused can be mended and sent once more, alone.
            page.fill("taken.pdf", "number", Client.newNumber());
            page.anchor().in("taken.pdf", "anchored");
            assertEquals("4 of 4 anchored", page.page().locator("#sum").innerText());
        }
    }

    @Test
    void twoFilesOfOneNameAreToldApartInTheArchive() throws IOException {
        try (IssuePage page = page()) {
            page.choose(pdf("same.pdf", "Certificate of Origin", "Number " + Client.newNumber()));
            page.page()
                    .setInputFiles("#files", pdf("same.pdf", "Certificate of Origin", "Number " + Client.newNumber()));
            page.page().locator("li[data-state=ready]").nth(1).waitFor();
            page.anchor();
            page.page().locator("li[data-state=anchored]").nth(1).waitFor();
            page.page().locator("#archive:not([hidden])").waitFor();
            assertEquals(
                    withProofs(
                            "same-stamped.pdf",
                            "same-stamped.pdf.muhr.json",
                            "same-stamped (2).pdf",
                            "same-stamped (2).pdf.muhr.json"),
                    page.archive().keySet());
        }
    }

    @Test
    void whatIsMissingIsMarkedAndNothingIsSent() {
        try (IssuePage page = page()) {
            page.choose(VerifyPage.file("scan.bin", new byte[] {1, 2, 3}));
            page.anchor();
            Locator type = page.input("scan.bin", "type");
            assertEquals("true", type.getAttribute("aria-invalid"));
            assertTrue(page.row("scan.bin").innerText().contains("number is needed"));
            assertEquals("1 documents lack a type or a number.", page.spoken());
            assertEquals(type.getAttribute("id"), page.page().evaluate("document.activeElement.id"));
            page.in("scan.bin", "ready");
        }
    }

    @Test
    void anEmptyFileIsNoDocumentAndCanBeRemoved() {
        try (IssuePage page = page()) {
            page.page().setInputFiles("#files", VerifyPage.file("empty.pdf", new byte[0]));
            page.in("empty.pdf", "unusable").locator("button.remove").click();
            assertEquals(0, page.page().locator("li.row").count());
            assertFalse(page.page().locator("#wish").isVisible());
        }
    }

    @Test
    void theKeyboardAloneIsEnough() throws IOException {
        try (IssuePage page = page()) {
            page.page().locator("#files").focus();
            var chooser =
                    page.page().waitForFileChooser(() -> page.page().keyboard().press("Space"));
            chooser.setFiles(pdf("a.pdf", "Certificate of Origin", "Number " + Client.newNumber()));
            page.in("a.pdf", "ready");
            page.input("a.pdf", "number").focus();
            page.page().keyboard().press("Enter");
            page.in("a.pdf", "anchored");
            page.page().locator("#archive:focus").waitFor();
            assertTrue(page.spoken().startsWith("1 of 1 anchored."), page.spoken());
        }
    }

    @ParameterizedTest
    @CsvSource({"en, 1100", "en, 360"})
    void itFitsALargeAndASmallScreen(String language, int width) throws IOException {
        fits(language, width);
    }

    @Tag("long")
    @ParameterizedTest
    @CsvSource({"ru, 1100", "ru, 360", "uz, 1100", "uz, 360"})
    void itFitsInEveryLanguage(String language, int width) throws IOException {
        fits(language, width);
    }

    private void fits(String language, int width) throws IOException {
        try (IssuePage page = new IssuePage(counter.chromium().browser(), counter.chamber(), language, width, 740)) {
            page.choose(
                    pdf("certificate-of-origin.pdf", "Certificate of Origin", "Number " + Client.newNumber()),
                    VerifyPage.file("signed.pdf", Pdfs.signed()),
                    VerifyPage.file(
                            "import-permit.pdf",
                            Files.readAllBytes(TestNetwork.root().resolve("scripts/samples/import-permit.pdf"))));
            page.fill("signed.pdf", "type", "861");
            page.fill("signed.pdf", "number", Client.newNumber());
            whole(page, "issue-" + language + "-" + width, width);
            page.anchor().in("signed.pdf", "anchored");
            // The chamber may not issue permits.
            page.in("import-permit.pdf", "refused");
            page.in("certificate-of-origin.pdf", "anchored");
            page.page().locator("#archive:not([hidden])").waitFor();
            whole(page, "issue-anchored-" + language + "-" + width, width);
        }
    }

    private static void whole(IssuePage page, String picture, int width) {
        page.screenshot(picture);
        assertEquals(width, page.page().evaluate("document.documentElement.scrollWidth"), picture);
        assertEquals(List.of(), Accessibility.faults(page.page()), picture);
        assertEquals(List.of(), page.complaints(), picture);
    }

    private IssuePage page() {
        return new IssuePage(counter.chromium().browser(), counter.chamber(), "en", 1100, 740);
    }

    /** Beside each receipt lies the proof, and in front of all what is to be done with them. */
    private static Set<String> withProofs(String... names) {
        return Stream.of(
                        Stream.of("README.txt"),
                        Stream.of(names),
                        Stream.of(names)
                                .filter(name -> name.endsWith(".muhr.json"))
                                .map(name -> name.replace(".muhr.json", ".muhr-proof.json")))
                .flatMap(each -> each)
                .collect(Collectors.toSet());
    }

    private static FilePayload pdf(String name, String... lines) throws IOException {
        return VerifyPage.file(name, Pdfs.of(lines));
    }
}
