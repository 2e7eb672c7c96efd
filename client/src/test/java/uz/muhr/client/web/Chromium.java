package uz.muhr.client.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The Chromium that is installed, driven by Playwright. */
record Chromium(Playwright playwright, Browser browser) implements AutoCloseable {
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /**
     * Starts it; a test without one is skipped and says so.
     *
     * @param more further arguments of its command line
     */
    static Chromium start(String... more) {
        Optional<Path> executable = Stream.of(
                        System.getProperty("chromium"), System.getenv("CHROMIUM"), "/usr/bin/chromium")
                .filter(Objects::nonNull)
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        if (executable.isEmpty()) {
            System.out.println("SKIPPED: the page's tests need Chromium; install it (Debian: chromium) or name it in"
                    + " the environment variable CHROMIUM.");
        }
        Assumptions.assumeTrue(executable.isPresent(), "no Chromium");
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable.get())
                        .setArgs(Stream.concat(ARGUMENTS.stream(), Stream.of(more))
                                .toList()));
        return new Chromium(playwright, browser);
    }

    @Override
    public void close() {
        playwright.close();
    }
}
