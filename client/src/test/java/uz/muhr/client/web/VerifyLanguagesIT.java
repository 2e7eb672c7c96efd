package uz.muhr.client.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.client.TestNetwork;
import uz.muhr.network.script.ScriptNetwork;

/** The verify page in its three languages, on a telephone and on a desk, with the pictures kept. */
@Tag("long")
@ExtendWith(TestNetwork.class)
class VerifyLanguagesIT {

    @Test
    void everyVerdictIsSaidInEveryLanguageOnEveryScreen(ScriptNetwork network, @TempDir Path folder) {
        try (Chromium chromium = Chromium.start();
                Door chamber = Door.open(network.profiles(), "chamber/issuer", folder.resolve("chamber"));
                Door customs = Door.open(network.profiles(), "customs", folder.resolve("customs"))) {
            Papers papers = Papers.of(chamber, "UZ-LANG");
            byte[] valid = papers.content();
            String receipt = papers.anchor(valid, "salted");
            byte[] revoked = papers.content();
            papers.revoke(papers.anchor(revoked, "open"));
            byte[] altered = papers.content();
            for (String language : PageSource.LANGUAGES) {
                for (int width : List.of(360, 1280)) {
                    try (VerifyPage page = new VerifyPage(
                            chromium.browser(), customs, "/?lang=" + language, width, 740, before -> {})) {
                        String name = "verify-" + language + "-" + width;
                        page.screenshot(name + "-empty");
                        page.drop(
                                VerifyPage.file("valid.pdf", valid),
                                VerifyPage.receiptOf("valid.pdf", receipt),
                                VerifyPage.file("revoked.pdf", revoked),
                                VerifyPage.file("altered.pdf", altered),
                                VerifyPage.receiptOf("altered.pdf", receipt),
                                VerifyPage.file("unknown.pdf", papers.content()));
                        for (String[] expected : List.of(
                                new String[] {"valid.pdf", "VALID"},
                                new String[] {"revoked.pdf", "REVOKED"},
                                new String[] {"altered.pdf", "ALTERED"},
                                new String[] {"unknown.pdf", "UNKNOWN"})) {
                            assertEquals(
                                    PageSource.words("verdict", language).get("verdict." + expected[1]),
                                    page.verdict(expected[0]));
                        }
                        page.screenshot(name);
                        assertEquals(List.of(), Accessibility.faults(page.page()), name);
                        assertEquals(width, page.page().evaluate("document.documentElement.scrollWidth"), name);
                        assertEquals(List.of(), page.complaints(), name);
                        assertFalse(page.page().locator("body").innerText().matches("(?s).*\\{\\d}.*"), name);
                    }
                }
            }
        }
    }
}
