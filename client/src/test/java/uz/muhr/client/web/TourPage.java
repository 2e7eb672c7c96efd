package uz.muhr.client.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The guided tour as a newcomer sees it, in a window of its own, with the pages that it opens beside itself. */
final class TourPage implements AutoCloseable {
    private static final int HEIGHT = 740;
    private static final int PATIENCE_MILLIS = 30_000;
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private final BrowserContext window;
    private final Page page;
    private final Map<String, String> words;
    private final String pictures;
    private final List<String> complaints = new ArrayList<>();

    TourPage(Browser browser, Door door, String language, int width) {
        words = PageSource.words("tour", language);
        pictures = "-" + language + "-" + width;
        window = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, HEIGHT)
                .setLocale(language)
                .setAcceptDownloads(true));
        window.setDefaultTimeout(PATIENCE_MILLIS);
        page = window.newPage();
        page.onPageError(complaints::add);
        page.navigate(door.at("/tour").toString());
        page.locator("main:not([hidden])").waitFor();
    }

    Page page() {
        return page;
    }

    String word(String key) {
        return String.valueOf(words.get(key));
    }

    /** Waits until a step is the one that is looked at. */
    void reached(String step) {
        here().getByRole(AriaRole.HEADING, new Locator.GetByRoleOptions().setName(word("step." + step)))
                .waitFor();
    }

    /** The page that a link of the step opens beside the tour. */
    Page beside(String link) {
        Page opened = window.waitForPage(() -> link(link).click());
        opened.locator("main:not([hidden])").waitFor();
        return opened;
    }

    /** Comes in where somebody was sent to do so. */
    static void signIn(Page page, String name, String password) {
        page.locator("#come-in:not([hidden])").waitFor();
        page.fill("#name", name);
        page.fill("#password", password);
        page.keyboard().press("Enter");
    }

    Locator link(String key) {
        return here().getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(word(key)));
    }

    /** A file that the step offers, to be handed to another page. */
    FilePayload take(String key) throws IOException {
        Download download = page.waitForDownload(() -> link(key).click());
        return new FilePayload(
                download.suggestedFilename(), "application/octet-stream", Files.readAllBytes(download.path()));
    }

    void press(String key) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(word(key)))
                .click();
    }

    /** Types what stands elsewhere, and has it checked. */
    void answer(String text) {
        here().locator("#typed").fill(text);
        press("check");
    }

    /** Waits until the client has said that the step is done, and goes on. */
    void goOn() {
        here().locator("> button:not([hidden])").last().click();
    }

    boolean mayGoOn() {
        return here().locator("> button:not([hidden])").count() > 0;
    }

    /** Whether what the client was asked for is so. */
    Locator checked(String key, boolean is) {
        return here().locator(".checks li")
                .filter(new Locator.FilterOptions().setHasText(word(key)))
                .filter(new Locator.FilterOptions().setHasText(word(is ? "is-done" : "not-yet")));
    }

    private Locator here() {
        return page.locator("#steps > .here");
    }

    /** Keeps a picture, and sees that nothing is wider than the window, keeps anybody out, or went wrong. */
    void whole(String name) {
        whole(page, "tour-" + name);
        assertEquals(List.of(), complaints, name);
    }

    void whole(Page looked, String name) {
        looked.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + pictures + ".png"))
                .setFullPage(true));
        assertEquals(
                looked.viewportSize().width,
                looked.evaluate("document.documentElement.scrollWidth"),
                "the width of " + name);
        assertEquals(List.of(), Accessibility.faults(looked), name);
    }

    @Override
    public void close() {
        window.close();
    }
}
