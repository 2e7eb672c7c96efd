package uz.muhr.client.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One's own password and the administrator's page with something in it, on a phone and at a desk. */
@TestInstance(Lifecycle.PER_CLASS)
class AccessPagesIT {
    private LoneClient client;

    @BeforeAll
    void open(@TempDir Path folder) {
        client = LoneClient.open(folder, "chamber");
        Door door = client.door();
        Person.account(door, "dilnoza", "ISSUER", "OFFICER", "CARRIER", "AUDITOR", "REGISTRAR");
        Person.account(door, "somebody-whose-name-is-as-long-as-it-may", "AUDITOR");
        String gone = door.json("/api/keys", "{\"label\":\"the old single window\",\"roles\":[\"ISSUER\"]}")
                .is(201)
                .member("id");
        door.delete("/api/keys/" + gone).is(204);
    }

    @AfterAll
    void close() {
        if (client != null) {
            client.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"en, 1280", "en, 360"})
    void thePagesAreWhole(String language, int width) {
        whole(language, width);
    }

    @Tag("long")
    @ParameterizedTest
    @CsvSource({"ru, 1280", "ru, 360", "uz, 1280", "uz, 360"})
    void thePagesAreWholeInEveryLanguage(String language, int width) {
        whole(language, width);
    }

    private void whole(String language, int width) {
        String picture = "-" + language + "-" + width;
        try (DeskPage page = page("/login", language, width, "ISSUER", "AUDITOR")) {
            page.page().locator("#change button").click();
            page.page().locator("#said strong").waitFor();
            page.picture("own-password" + picture);
        }
        try (DeskPage page = page("/accounts", language, width, "ADMINISTRATOR")) {
            page.page().locator("#keys .gone").first().waitFor();
            page.page().fill("#label", "the single window");
            page.page().locator("#new-key input[value=AUDITOR]").check();
            page.page().locator("#new-key button").click();
            page.page().locator("#handed:not([hidden]) #secret").waitFor();
            page.page().locator("#new-account button").click();
            page.page().locator("#said strong").waitFor();
            assertEquals(
                    PageSource.words("accounts", language).get("no-role"),
                    page.page().locator("#said").innerText());
            page.picture("accounts" + picture);
        }
    }

    private DeskPage page(String path, String language, int width, String... roles) {
        return new DeskPage(client.chromium().browser(), client.door(), path, language, width, roles);
    }
}
