package uz.muhr.client.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the page takes of a QR code's text. */
@TestInstance(Lifecycle.PER_CLASS)
class LinkScriptIT {
    private static final String READ = "async text => (await import('/verify/link.js')).readLink(text) ?? null";
    private static final String LINK = "https://muhr.example/?number=UZ-1%2F2&issuer=ChamberMSP&type=861";

    private LoneClient client;
    private Page page;

    @BeforeAll
    void open(@TempDir Path folder) {
        client = LoneClient.open(folder, "customs");
        page = client.page();
    }

    @AfterAll
    void close() {
        if (client != null) {
            client.close();
        }
    }

    @Test
    void ofAVerificationLinkTheThreeValuesAndTheHostAreTaken() {
        assertEquals(
                Map.of("number", "UZ-1/2", "issuer", "ChamberMSP", "type", "861", "host", "muhr.example"), read(LINK));
    }

    @Test
    void theLanguageOfThePageMayStandInItAsWell() {
        assertEquals(read(LINK), read(LINK + "&lang=uz"));
    }

    @Test
    void aHostInAnotherAlphabetIsShownAsItIsLookedUp() {
        assertEquals("xn--muhr-83d.example", read(LINK.replace("muhr", "muhrа")).get("host"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "UZ-1",
                "javascript:alert(1)//?number=1&issuer=A&type=861",
                "ftp://muhr.example/?number=1&issuer=A&type=861",
                "https://user@muhr.example/?number=1&issuer=A&type=861",
                "https://muhr.example/other?number=1&issuer=A&type=861",
                "https://muhr.example/?number=1&issuer=A",
                "https://muhr.example/?number=&issuer=A&type=861",
                "https://muhr.example/?number=1&issuer=A&type=861&type=861",
                "https://muhr.example/?number=1&issuer=A&type=861&x=1",
                "https://muhr.example/?number=1&issuer=A&type=0861",
                "https://muhr.example/?number=1&issuer=A%20B&type=861",
                "https://muhr.example/?number=1%0A&issuer=A&type=861",
                "https://muhr.example/?number=1%E2%80%AE&issuer=A&type=861"
            })
    void anythingElseIsNone(String text) {
        assertNull(page.evaluate(READ, text));
    }

    @SuppressWarnings("unchecked")
    private Map<String, String> read(String text) {
        return (Map<String, String>) page.evaluate(READ, text);
    }
}
