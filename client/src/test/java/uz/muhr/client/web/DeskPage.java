package uz.muhr.client.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One of the pages at a desk as a person sees it, in a window of its own. */
final class DeskPage implements AutoCloseable {
    static final int DESKTOP = 1280;
    static final int PHONE = 360;
    private static final int HEIGHT = 740;
    private static final int PATIENCE_MILLIS = 20_000;
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private final BrowserContext window;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    /** With what its own windows need: somebody of customs who looks at everything. */
    DeskPage(Browser browser, Door door, String path, String language, int width) {
        this(browser, door, path, language, width, "OFFICER", "AUDITOR");
    }

    DeskPage(Browser browser, Door door, String path, String language, int width, String... roles) {
        window = Person.window(
                browser,
                new Browser.NewContextOptions()
                        .setViewportSize(width, HEIGHT)
                        .setLocale(language)
                        .setAcceptDownloads(true),
                door,
                roles);
        page = window.newPage();
        page.setDefaultTimeout(PATIENCE_MILLIS);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.navigate(door.at(path).toString());
        page.locator("main:not([hidden])").waitFor();
    }

    Page page() {
        return page;
    }

    /** What stands in the page's main part, once a text is there. */
    String textWith(String text) {
        page.locator("main", new Page.LocatorOptions().setHasText(text)).waitFor();
        return page.locator("main").innerText();
    }

    Locator link(String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    /** The file that following a link gives. */
    Path download(String link) {
        Download download = page.waitForDownload(() -> link(link).first().click());
        return download.path();
    }

    /** Keeps a picture, and sees that nothing is wider than the window, keeps anybody out, or makes the browser complain. */
    void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + ".png"))
                .setFullPage(true));
        assertEquals(
                page.viewportSize().width,
                page.evaluate("document.documentElement.scrollWidth"),
                "the width of " + name);
        assertEquals(List.of(), Accessibility.faults(page), name);
        assertEquals(List.of(), complaints, name);
    }

    @Override
    public void close() {
        window.close();
    }
}
