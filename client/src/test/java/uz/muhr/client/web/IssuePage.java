package uz.muhr.client.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The issue page as an agency's officer sees it, in a window of its own. */
final class IssuePage implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 30_000;
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private final BrowserContext window;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    IssuePage(Browser browser, Door door, String language, int width, int height) {
        window = Person.window(browser, new Browser.NewContextOptions().setViewportSize(width, height), door, "ISSUER");
        page = window.newPage();
        page.setDefaultTimeout(PATIENCE_MILLIS);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.navigate(door.at("/issue?lang=" + language).toString());
        page.locator("#drop:not([aria-busy])").waitFor();
    }

    Page page() {
        return page;
    }

    /** What the browser complained of, such as a breach of the content security policy. */
    List<String> complaints() {
        return complaints;
    }

    /** Chooses files, and waits until each of them was read. */
    IssuePage choose(FilePayload... files) {
        page.setInputFiles("#files", files);
        for (FilePayload file : files) {
            in(file.name, "ready");
        }
        return this;
    }

    Locator row(String file) {
        return page.locator("li.row")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator("h2", new Page.LocatorOptions().setHasText(file))));
    }

    /** The row of a file, once it has come that far. */
    Locator in(String file, String state) {
        row(file).and(page.locator("[data-state=" + state + "]")).waitFor();
        return row(file);
    }

    /** What stands in a field of a row. */
    String value(String file, String field) {
        return input(file, field).inputValue();
    }

    Locator input(String file, String field) {
        return row(file).locator("[id^=" + field + "-]:is(input, select)");
    }

    void fill(String file, String field, String value) {
        input(file, field).fill(value);
    }

    void way(String file, String way) {
        input(file, "way").selectOption(way);
    }

    IssuePage anchor() {
        page.locator("#anchor").click();
        return this;
    }

    /** What is downloaded, by name. */
    Map<String, byte[]> archive() throws IOException {
        Download download = page.waitForDownload(() -> page.locator("#archive").click());
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (InputStream in = download.createReadStream();
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    /** What somebody hears who does not see the page. */
    String spoken() {
        return page.locator("#status").textContent();
    }

    void screenshot(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + ".png"))
                .setFullPage(true));
    }

    @Override
    public void close() {
        window.close();
    }
}
