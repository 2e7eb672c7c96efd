package uz.muhr.client.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.client.TestNetwork;
import uz.muhr.network.script.ScriptNetwork;

/** A file of 1 GiB, verified in the browser, which stays usable meanwhile. */
@Tag("long")
@ExtendWith(TestNetwork.class)
class LargeFileIT {
    private static final long GIB = 1L << 30;
    private static final double LONGEST_PAUSE_MILLIS = 500;
    private static final int PATIENCE_MILLIS = 300_000;

    /** Notes the longest time that the page did nothing else for. */
    private static final String WATCH = "() => { let last = performance.now(); window.longestPause = 0;"
            + " setInterval(() => { const now = performance.now();"
            + "   window.longestPause = Math.max(window.longestPause, now - last - 20); last = now; }, 20); }";

    @Test
    void itIsVerifiedAndThePageStaysUsable(ScriptNetwork network, @TempDir Path folder) throws IOException {
        Path file = folder.resolve("large.bin");
        try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength(GIB);
            large.seek(GIB - 1);
            large.write(1);
        }
        try (Chromium chromium = Chromium.start();
                Door customs = Door.open(network.profiles(), "customs", folder.resolve("customs"));
                VerifyPage page = new VerifyPage(chromium.browser(), customs, 360, 740)) {
            page.loaded();
            page.page().evaluate(WATCH);
            long start = System.nanoTime();
            page.page().setInputFiles("#files", file);
            page.page().locator("#progress").waitFor();
            page.page().getByText("Ask by number as well").click();
            assertTrue(page.page().locator("#number").isVisible());
            assertTrue(page.page().locator("#progress").isVisible(), "the page could be used while the file was read");
            page.screenshot("large-360");
            page.page().setDefaultTimeout(PATIENCE_MILLIS);
            assertEquals("Unknown", page.verdict("large.bin"));
            double seconds = (System.nanoTime() - start) / 1e9;
            double pause = ((Number) page.page().evaluate("window.longestPause")).doubleValue();
            System.out.println("1 GiB took " + Math.round(seconds) + " s; the page paused for " + Math.round(pause)
                    + " ms at most.");
            assertTrue(pause < LONGEST_PAUSE_MILLIS, pause + " ms");
        }
    }
}
