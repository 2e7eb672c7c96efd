package uz.muhr.client.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uz.muhr.client.web.oidc.StandInProvider;
import uz.muhr.network.identity.Enrolment;
import uz.muhr.network.topology.SampleTopology;

/** The page for signing in, in a real browser, where the provider is another site. There is no ledger here. */
@TestInstance(Lifecycle.PER_CLASS)
class ProviderPageIT {
    private static final int PATIENCE_MILLIS = 20_000;
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final String BUTTON = "Sign in with your organisation's account";

    private Chromium chromium;
    private StandInProvider provider;
    private Door door;

    @BeforeAll
    void open(@TempDir Path folder) throws Exception {
        chromium = Chromium.start();
        provider = StandInProvider.start();
        Enrolment.prepare(SampleTopology.topology().onFreePorts(), folder.resolve("home"), Clock.systemUTC());
        Path secret = Files.writeString(folder.resolve("secret"), StandInProvider.SECRET);
        door = Door.open(
                folder.resolve("home/profiles"),
                "customs",
                folder.resolve("data"),
                "--muhr.sign-in=provider",
                "--muhr.oidc.issuer=" + provider.issuer(),
                "--muhr.oidc.secret-file=" + secret);
    }

    @AfterAll
    void close() {
        if (chromium != null) {
            chromium.close();
            door.close();
            provider.close();
        }
    }

    private Page page(String path, int width, int height) {
        BrowserContext context =
                chromium.browser().newContext(new Browser.NewContextOptions().setViewportSize(width, height));
        Page page = context.newPage();
        page.setDefaultTimeout(PATIENCE_MILLIS);
        page.navigate(door.at(path).toString());
        page.locator("main:not([hidden])").waitFor();
        return page;
    }

    private static void press(Page page, AriaRole role, String name) {
        page.getByRole(role, new Page.GetByRoleOptions().setName(name)).click();
    }

    @Test
    void oneButtonLeadsToTheProviderAndBackToWhereSomebodyWanted() {
        try (Page page = page("/login?lang=en&to=/documents", 1200, 900)) {
            press(page, AriaRole.LINK, BUTTON);
            page.waitForURL("**/documents");
            page.locator("header .person").waitFor();
            assertTrue(page.locator("header").innerText().contains("dilnoza"));
            String kept = (String) page.evaluate(
                    "JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie, location.href])");
            assertFalse(kept.contains("eyJ"), kept);
            press(page, AriaRole.BUTTON, "Sign out");
            page.waitForURL(door.at("/").toString());
            assertTrue(provider.asked().contains("sign-out"), provider.asked().toString());
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sign in"))
                    .first()
                    .waitFor();
        }
    }

    @Test
    void whoHasNoRoleIsToldSoAndShownNoWayThatIsClosed() {
        provider.prove(proof -> proof.with("roles", List.of("canteen")));
        try (Page page = page("/login?lang=en", 1200, 900)) {
            press(page, AriaRole.LINK, BUTTON);
            page.waitForURL(door.at("/").toString());
            page.navigate(door.at("/login").toString());
            page.locator("#own:not([hidden])").waitFor();
            assertTrue(page.locator("#who").innerText().startsWith("You are signed in as dilnoza, and have no role"));
            assertEquals(1, page.locator("header nav a").count(), "but the page for verifying");
            assertFalse(page.locator("#change").isVisible(), "there is no password here");
        } finally {
            provider.prove(proof -> proof);
        }
    }

    @Test
    void anAdministratorKeepsKeysAndNoAccounts() {
        provider.prove(proof -> proof.with("roles", List.of("muhr-administrator")));
        try (Page page = page("/login?lang=en&to=/accounts", 1200, 900)) {
            press(page, AriaRole.LINK, BUTTON);
            page.waitForURL("**/accounts");
            page.locator("#keys li").first().waitFor();
            assertFalse(page.locator("#of-people").isVisible());
            assertEquals("", page.locator("#said").innerText());
        } finally {
            provider.prove(proof -> proof);
        }
    }

    @Test
    void whoWasNotLetInIsToldSo() {
        try (Page page = page("/login?lang=en&refused=provider", 1200, 900)) {
            assertTrue(page.locator("#said").innerText().contains("did not let you in"));
        }
        try (Page page = page("/login?lang=en&refused=away", 1200, 900)) {
            assertTrue(page.locator("#said").innerText().contains("does not answer"));
        }
        try (Page page = page("/login?lang=en&refused=constructor", 1200, 900)) {
            assertEquals("", page.locator("#said").innerText());
        }
    }

    @Test
    void thePageIsWholeInEnglish() {
        look("en", 1200, 900, BUTTON);
    }

    @ParameterizedTest
    @Tag("long")
    @CsvSource({
        "en, 360, 740, Sign in with your organisation's account",
        "ru, 360, 740, Войти с учётной записью организации",
        "ru, 1200, 900, Войти с учётной записью организации",
        "uz, 360, 740, Tashkilot hisobi bilan kirish",
        "uz, 1200, 900, Tashkilot hisobi bilan kirish"
    })
    void thePageIsWholeInEveryLanguageOnAPhoneAndAtADesk(String language, int width, int height, String button) {
        look(language, width, height, button);
    }

    private void look(String language, int width, int height, String button) {
        try (Page page = page("/login?lang=" + language, width, height)) {
            assertEquals(button, page.locator("main a.button:visible").innerText());
            assertEquals(0, page.locator("main input:visible").count(), "no password is asked for");
            assertEquals("leave", page.evaluate("document.activeElement.id"));
            assertFalse(
                    (boolean) page.evaluate("document.documentElement.scrollWidth > window.innerWidth"),
                    "nothing is cut off");
            assertEquals(List.of(), Accessibility.faults(page));
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(SCREENSHOTS.resolve("login-provider-" + language + "-" + width + ".png"))
                    .setFullPage(true));
        }
    }
}
