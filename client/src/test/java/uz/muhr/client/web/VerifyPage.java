package uz.muhr.client.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** The first page as a person sees it, in a window of its own. */
final class VerifyPage implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private final BrowserContext window;
    private final Page page;
    private final List<String> questions = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    /** @param lost addresses that the browser is to get no answer from */
    VerifyPage(Browser browser, Door door, int width, int height, String... lost) {
        window = browser.newContext(new Browser.NewContextOptions().setViewportSize(width, height));
        page = window.newPage();
        page.setDefaultTimeout(PATIENCE_MILLIS);
        page.onRequest(request -> note(request));
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        for (String address : lost) {
            page.route(address, Route::abort);
        }
        page.navigate(door.at("/").toString());
    }

    private void note(Request request) {
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
