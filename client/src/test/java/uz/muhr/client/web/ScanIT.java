package uz.muhr.client.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.client.TestNetwork;
import uz.muhr.network.script.ScriptNetwork;

/** What becomes of the QR code that stands on a document: before the camera, in a picture, and as an address. */
@TestInstance(Lifecycle.PER_CLASS)
@ExtendWith(TestNetwork.class)
class ScanIT {
    private static final String ELSEWHERE = "https://elsewhere.example";

    private final ScriptNetwork network;
    private final Path folder;
    private Counter counter;
    private Papers papers;

    ScanIT(ScriptNetwork network, @TempDir Path folder) {
        this.network = network;
        this.folder = folder;
    }

    @BeforeAll
    void open() {
        counter = Counter.open(network, folder, "UZ-SCAN");
        papers = counter.papers();
    }

    @AfterAll
    void close() {
        if (counter != null) {
            counter.close();
        }
    }

    @Test
    void anAddressFillsTheFieldsAsksAndAsksForTheFile() {
        byte[] file = papers.content();
        String receipt = papers.anchor(file, "open");
        String number = Papers.number(receipt);
        try (VerifyPage page = new VerifyPage(
                counter.chromium().browser(), counter.customs(), Papers.link("", receipt), 360, 740, before -> {})) {
            assertEquals("Undetermined", page.verdict(number));
            String named = page.page().locator("#named").innerText();
            assertTrue(named.contains("certificate of origin " + number + " of ChamberMSP"), named);
            assertTrue(named.contains("the file below"), named);
            assertFalse(named.contains("not this page"), named);
            page.screenshot("address-360");
            assertEquals("Valid", page.drop(VerifyPage.file("a.pdf", file)).verdict("a.pdf"));
            assertEquals(
                    "Altered",
                    page.drop(VerifyPage.file("b.pdf", papers.content())).verdict("b.pdf"));
        }
    }

    @Test
    void anAddressOfARevokedDocumentSaysRevokedBeforeAnyFileIsThere() {
        String receipt = papers.anchor(papers.content(), "open");
        papers.revoke(receipt);
        try (VerifyPage page = new VerifyPage(
                counter.chromium().browser(), counter.customs(), Papers.link("", receipt), 1100, 740, before -> {})) {
            String text = page.text(Papers.number(receipt));
            assertTrue(text.contains("whatever the file: Revoked"), text);
            assertTrue(text.contains("The issuer revoked it."), text);
            assertTrue(text.contains("What to do: Do not rely on it."), text);
            assertTrue(page.page().locator(".standing.failed").isVisible());
            page.screenshot("address-revoked-1100");
        }
    }

    @Test
    void aPictureOfTheCodeIsReadHereAndTheHostItNamesIsNeverAsked() {
        String receipt = papers.anchor(papers.content(), "open");
        try (VerifyPage page = page(counter.chromium().browser())) {
            assertTrue(page.addresses().stream().noneMatch(address -> address.contains("zxing")));
            page.scan(QrPicture.of(Papers.link(ELSEWHERE, receipt)).png());
            assertEquals("Undetermined", page.verdict(Papers.number(receipt)));
            String named = page.page().locator("#named").innerText();
            assertTrue(named.contains("elsewhere.example, which is not this page"), named);
            assertTrue(page.addresses().stream().noneMatch(address -> address.startsWith(ELSEWHERE)));
            assertTrue(page.addresses().stream().anyMatch(address -> address.endsWith("zxing-js.umd.min.js")));
            assertEquals(List.of(), page.complaints());
            page.screenshot("scanned-elsewhere");
        }
    }

    @Test
    void whatHoldsNoVerificationLinkIsToldAsThat() {
        try (VerifyPage page = page(counter.chromium().browser())) {
            page.scan(QrPicture.of("https://muhr.example/menu").png());
            page.page().getByText("holds no verification link").waitFor();
            page.page().locator("#scan-end").click();
            page.scan(QrPicture.blank().png());
            page.page().getByText("No QR code was found").waitFor();
            page.page().locator("#scan-end").click();
            page.scan("no picture".getBytes(StandardCharsets.UTF_8));
            page.page().getByText("The picture could not be read").waitFor();
            assertEquals(List.of(), page.questions());
            assertEquals(List.of(), Accessibility.faults(page.page()));
        }
    }

    @Test
    void withoutACameraAPictureIsAskedFor() {
        try (VerifyPage page = page(counter.chromium().browser())) {
            page.page().locator("#scan").click();
            page.page().getByText("Choose a picture of the code").waitFor();
            page.screenshot("no-camera");
        }
    }

    @Test
    void theCodeBeforeTheCameraIsFoundAndTheCameraIsLetGo() {
        String receipt = papers.anchor(papers.content(), "open");
        Path film = QrPicture.of(Papers.link(ELSEWHERE, receipt)).film(folder.resolve("film.y4m"));
        try (Chromium filmed = Chromium.start(
                        "--use-fake-ui-for-media-stream",
                        "--use-fake-device-for-media-stream",
                        "--use-file-for-fake-video-capture=" + film);
                VerifyPage page = page(filmed.browser())) {
            page.page().locator("#scan").click();
            assertEquals("Undetermined", page.verdict(Papers.number(receipt)));
            assertFalse(page.page().locator("#camera").isVisible());
            assertEquals(true, page.page().evaluate("document.getElementById('camera').srcObject === null"));
            assertEquals(List.of(), page.complaints());
        }
    }

    private VerifyPage page(Browser browser) {
        return new VerifyPage(browser, counter.customs(), 800, 800);
    }
}
