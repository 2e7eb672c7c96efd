package uz.muhr.client.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
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
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in, one's own password, and the administrator's page, in a real browser. There is no ledger here. */
@TestInstance(Lifecycle.PER_CLASS)
class LoginPageIT {
    private static final int PATIENCE_MILLIS = 20_000;
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private LoneClient client;
    private Door door;
    private int names;

    @BeforeAll
    void open(@TempDir Path folder) {
        client = LoneClient.open(folder, "chamber");
        door = client.door();
    }

    @AfterAll
    void close() {
        if (client != null) {
            client.close();
        }
    }

    /** A window of its own, with cookies of its own. */
    private record Window(BrowserContext context, Page page) implements AutoCloseable {
        void signIn(String name, String password) {
            page.fill("#name", name);
            page.fill("#password", password);
            page.keyboard().press("Enter");
        }

        String said() {
            Locator said = page.locator("#said strong");
            said.waitFor();
            return said.innerText();
        }

        @Override
        public void close() {
            context.close();
        }
    }

    private Window window(String path, int width, int height) {
        BrowserContext context =
                client.chromium().browser().newContext(new Browser.NewContextOptions().setViewportSize(width, height));
        Page page = context.newPage();
        page.setDefaultTimeout(PATIENCE_MILLIS);
        page.navigate(door.at(path).toString());
        page.locator("main:not([hidden])").waitFor();
        return new Window(context, page);
    }

    private Window window(String path) {
        return window(path, 1200, 900);
    }

    @Test
    void whoSignsInComesWhereSomebodyWanted() {
        String name = name();
        String password = Person.account(door, name, "ADMINISTRATOR");
        try (Window window = window("/login?lang=en&to=/accounts")) {
            window.signIn(name, password);
            window.page.waitForURL("**/accounts");
            window.page.locator("#accounts li").first().waitFor();
            assertTrue(window.page.locator("header").innerText().contains(name));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example/", "//evil.example", "/login", "javascript:alert(1)"})
    void nobodyIsSentToAnotherSite(String to) {
        String name = name();
        String password = Person.account(door, name, "ISSUER");
        try (Window window = window("/login?lang=en&to=" + to)) {
            window.signIn(name, password);
            window.page.waitForURL(door.at("/").toString());
        }
    }

    @Test
    void whatIsWrongIsSaidAndThePasswordIsAskedForAgain() {
        String name = name();
        String password = Person.account(door, name, "ISSUER");
        try (Window window = window("/login?lang=en")) {
            window.page
                    .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                    .click();
            assertEquals("Please fill in every field.", window.said());
            window.signIn(name, "not the password");
            window.page.waitForCondition(() -> window.said().startsWith("Name and password do not belong together"));
            assertEquals("", window.page.inputValue("#password"));
            assertEquals("password", window.page.evaluate("document.activeElement.id"));
            window.page.fill("#password", password);
            window.page.keyboard().press("Enter");
            window.page.waitForURL(door.at("/").toString());
        }
    }

    @Test
    void onesOwnPasswordIsChangedAndSigningOutEndsTheSession() {
        String name = name();
        String password = Person.account(door, name, "ISSUER", "AUDITOR");
        try (Window window = window("/login?lang=en")) {
            window.signIn(name, password);
            window.page.waitForURL(door.at("/").toString());
            window.page.navigate(door.at("/login").toString());
            window.page.locator("#own:not([hidden])").waitFor();
            assertEquals(
                    "You are signed in as " + name + " (issuer, auditor).",
                    window.page.locator("#who").innerText());
            change(window, password, "a password of my own", "a password of my owm");
            assertEquals("The new password is not the same in both fields.", window.said());
            change(window, password, "a password of my own", "a password of my own");
            window.page.waitForCondition(() -> window.said().startsWith("The password is changed."));
            window.page
                    .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out"))
                    .click();
            window.page.waitForURL(door.at("/").toString());
            window.page.navigate(door.at("/login").toString());
            window.page.locator("#come-in:not([hidden])").waitFor();
        }
        new Person(door).signIn(name, "a password of my own").is(200);
    }

    private static void change(Window window, String present, String chosen, String again) {
        window.page.fill("#present", present);
        window.page.fill("#chosen", chosen);
        window.page.fill("#again", again);
        window.page.locator("#change button").click();
    }

    @Test
    void anAdministratorKeepsAccountsAndKeys() {
        String name = name();
        String password = Person.account(door, name, "ADMINISTRATOR");
        try (Window window = window("/login?lang=en&to=/accounts")) {
            window.signIn(name, password);
            window.page.locator("#accounts li").first().waitFor();
            window.page.locator("#new-account button").click();
            assertEquals("Choose at least one role.", window.said());
            String other = name();
            window.page.fill("#name", other);
            window.page.locator("#new-account input[value=ISSUER]").check();
            window.page.locator("#new-account button").click();
            String first = handed(window);
            new Person(door).signIn(other, first).is(200);
            press(window, "New password: " + other);
            window.page.waitForCondition(() -> !handed(window).equals(first));
            new Person(door).signIn(other, handed(window)).is(200);
            press(window, "Disable: " + other);
            window.page
                    .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Let in again: " + other))
                    .waitFor();
            new Person(door).signIn(other, first).refuses(401, "SIGN_IN_REFUSED");
            window.page.fill("#label", "the single window");
            window.page.locator("#new-key input[value=AUDITOR]").check();
            window.page.locator("#new-key button").click();
            String key = handed(window);
            assertTrue(key.startsWith("muhr_"), key);
            assertEquals(
                    "the single window",
                    door.send(door.stranger("/api/session").header("Authorization", "Bearer " + key))
                            .member("name"));
            window.page.screenshot(new Page.ScreenshotOptions()
                    .setPath(SCREENSHOTS.resolve("accounts.png"))
                    .setFullPage(true));
            press(window, "Revoke: the single window");
            window.page.locator("#keys .gone").first().waitFor();
            door.send(door.stranger("/api/session").header("Authorization", "Bearer " + key))
                    .refuses(401, "NOT_SIGNED_IN");
        }
    }

    private static void press(Window window, String name) {
        window.page
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .click();
    }

    private static String handed(Window window) {
        Locator secret = window.page.locator("#handed:not([hidden]) #secret");
        secret.waitFor();
        return secret.innerText();
    }

    @Test
    void thePageIsWholeInEnglish() {
        look("en", 1200, 900, "Sign in");
    }

    @ParameterizedTest
    @Tag("long")
    @CsvSource({
        "en, 360, 740, Sign in",
        "ru, 360, 740, Вход",
        "ru, 1200, 900, Вход",
        "uz, 360, 740, Kirish",
        "uz, 1200, 900, Kirish"
    })
    void thePageIsWholeInEveryLanguageOnAPhoneAndAtADesk(String language, int width, int height, String title) {
        look(language, width, height, title);
    }

    private void look(String language, int width, int height, String title) {
        try (Window window = window("/login?lang=" + language, width, height)) {
            assertEquals(title, window.page.locator("h1:visible").innerText());
            assertEquals(language, window.page.getAttribute("html", "lang"));
            assertEquals("name", window.page.evaluate("document.activeElement.id"));
            assertFalse(
                    (boolean) window.page.evaluate("document.documentElement.scrollWidth > window.innerWidth"),
                    "nothing is cut off");
            assertEquals(List.of(), Accessibility.faults(window.page));
            window.page.screenshot(new Page.ScreenshotOptions()
                    .setPath(SCREENSHOTS.resolve("login-" + language + "-" + width + ".png"))
                    .setFullPage(true));
        }
    }

    private String name() {
        return "person" + ++names;
    }
}
