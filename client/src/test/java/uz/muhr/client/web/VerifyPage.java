package uz.muhr.client.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The first page as a person sees it, in a window of its own. */
final class VerifyPage implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;
    private static final int MOST_STOPS = 40;
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private final BrowserContext window;
    private final Page page;
    private final List<String> questions = new ArrayList<>();
    private final List<String> addresses = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    VerifyPage(Browser browser, Door door, int width, int height) {
        this(browser, door, "/", width, height, page -> {});
    }

    /**
     * @param address such as {@code /?lang=uz}
     * @param before what to do before the page is loaded
     */
    VerifyPage(Browser browser, Door door, String address, int width, int height, Consumer<Page> before) {
        window = browser.newContext(new Browser.NewContextOptions().setViewportSize(width, height));
        page = window.newPage();
        page.setDefaultTimeout(PATIENCE_MILLIS);
        page.onRequest(request -> note(request));
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.location().contains("/api/session")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        before.accept(page);
        page.navigate(door.at(address).toString());
        page.locator("main:not([hidden])").waitFor();
    }

    private void note(Request request) {
        addresses.add(request.url());
        if (request.method().equals("POST")) {
            questions.add(String.valueOf(request.postData()));
        }
    }

    /** Waits until the page needs nothing more of the client than answers. */
    void loaded() {
        page.locator("#drop:not([aria-busy])").waitFor();
    }

    Page page() {
        return page;
    }

    /** What the page has sent. */
    List<String> questions() {
        return questions;
    }

    /** All that the page has asked for. */
    List<String> addresses() {
        return addresses;
    }

    /** What the browser complained of, such as a breach of the content security policy. */
    List<String> complaints() {
        return complaints;
    }

    static FilePayload file(String name, byte[] content) {
        return new FilePayload(name, "application/octet-stream", content);
    }

    static FilePayload receiptOf(String name, String text) {
        return file(name + ".muhr.json", text.getBytes(StandardCharsets.UTF_8));
    }

    VerifyPage choose(FilePayload... files) {
        page.setInputFiles("#files", files);
        return this;
    }

    /** Chooses a picture that holds a QR code. */
    VerifyPage scan(byte[] png) {
        page.locator("#scan").click();
        page.setInputFiles("#picture", new FilePayload("code.png", "image/png", png));
        return this;
    }

    VerifyPage drop(FilePayload... files) {
        List<Map<String, String>> dropped = Arrays.stream(files)
                .map(file ->
                        Map.of("name", file.name, "content", Base64.getEncoder().encodeToString(file.buffer)))
                .toList();
        JSHandle transfer = page.evaluateHandle(
                "files => { const transfer = new DataTransfer();"
                        + " for (const { name, content } of files) {"
                        + "   transfer.items.add(new File([Uint8Array.from(atob(content), c => c.charCodeAt(0))], name));"
                        + " } return transfer; }",
                dropped);
        page.dispatchEvent("#drop", "drop", Map.of("dataTransfer", transfer));
        return this;
    }

    /** Presses the tabulator key until something has the focus. */
    void tabTo(String selector) {
        for (int presses = 0; page.locator(selector + ":focus").count() == 0; presses++) {
            if (presses == MOST_STOPS) {
                throw new AssertionError("The keyboard does not reach " + selector + ".");
            }
            page.keyboard().press("Tab");
        }
    }

    /** The card of a file, once it is there. */
    Locator card(String file) {
        Locator card = page.locator("article", new Page.LocatorOptions().setHas(page.getByText(file, exactly())));
        card.waitFor();
        return card;
    }

    /** The big word. */
    String verdict(String file) {
        return card(file).locator("h2").innerText();
    }

    String text(String file) {
        return card(file).innerText();
    }

    /** What somebody hears who does not see the page. */
    String spoken() {
        return page.getByRole(AriaRole.STATUS).textContent();
    }

    void screenshot(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + ".png"))
                .setFullPage(true));
    }

    private static Page.GetByTextOptions exactly() {
        return new Page.GetByTextOptions().setExact(true);
    }

    @Override
    public void close() {
        window.close();
    }
}
