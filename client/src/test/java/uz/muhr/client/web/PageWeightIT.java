package uz.muhr.client.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.LoadState;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** What the verify page costs somebody with a telephone: how much is loaded, and how soon it can be used. */
@TestInstance(Lifecycle.PER_CLASS)
class PageWeightIT {
    private static final int MOST_BYTES = 150_000;
    private static final double LONGEST_MILLIS = 1000;

    private LoneClient client;

    @BeforeAll
    void open(@TempDir Path folder) {
        client = LoneClient.open(folder, "customs");
    }

    @AfterAll
    void close() {
        if (client != null) {
            client.close();
        }
    }

    @Test
    void allThatTheFirstLoadBringsIsLittle() {
        List<Request> requests = new ArrayList<>();
        try (BrowserContext window = client.chromium().browser().newContext()) {
            Page page = window.newPage();
            page.onRequestFinished(requests::add);
            usable(page, "/?lang=ru");
            page.locator("#identity:not([hidden])").waitFor();
            page.waitForLoadState(LoadState.NETWORKIDLE);
            int bytes = List.copyOf(requests).stream()
                    .mapToInt(request -> request.sizes().responseBodySize + request.sizes().responseHeadersSize)
                    .sum();
            System.out.println("The verify page loads " + bytes + " bytes in " + requests.size() + " answers.");
            assertTrue(requests.stream().anyMatch(request -> request.url().endsWith("/verify/sha256.js")));
            assertTrue(bytes < MOST_BYTES, bytes + " bytes");
        }
    }

    /** The best of a few, since a machine that tests at the same time is slower than any telephone. */
    @Test
    void aSecondAfterItIsAskedForItCanBeUsed() {
        try (BrowserContext window = client.chromium().browser().newContext()) {
            Page page = window.newPage();
            double best = DoubleStream.generate(() -> usable(page, "/"))
                    .limit(5)
                    .min()
                    .orElseThrow();
            System.out.println("The verify page can be used after " + Math.round(best) + " ms.");
            assertTrue(best < LONGEST_MILLIS, best + " ms");
        }
    }

    @Test
    void textIsCompressedAndWhatMayHoldASecretOrHasToFlowIsNot() {
        for (String path : List.of(
                "/", "/page.js", "/muhr.css", "/verify.js", "/webjars/html5-qrcode/third_party/zxing-js.umd.min.js")) {
            assertEquals("gzip", encoding(path), path);
        }
        // A secret beside what a stranger chose must not be compressed together (BREACH, CVE-2013-3587).
        for (String path : List.of("/api/openapi.json", "/api/identity")) {
            assertEquals("", encoding(path), path);
        }
    }

    /** Milliseconds from the navigation until a file may be dropped. */
    private double usable(Page page, String address) {
        page.navigate(client.door().at(address).toString());
        page.locator("#drop:not([aria-busy])").waitFor();
        return ((Number) page.evaluate("performance.now()")).doubleValue();
    }

    private String encoding(String path) {
        HttpRequest.Builder request = client.door().request(path).header("Accept-Encoding", "gzip");
        return client.door().send(request).is(200).header("Content-Encoding");
    }
}
