package uz.muhr.client.web;

import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uz.muhr.client.Client;
import uz.muhr.client.TestNetwork;
import uz.muhr.network.script.ScriptNetwork;

/** The pages at a desk in each language, on a phone and on a large screen. */
@Tag("long")
@TestInstance(Lifecycle.PER_CLASS)
@ExtendWith(TestNetwork.class)
class DeskLanguagesIT {
    /** A key of words, or a place for a value, that was left as it is. */
    private static final Pattern RAW =
            Pattern.compile("\\{[0-9]}|\\b(step|status|remark|act|party|seal-[a-z]+)\\.[A-Za-z]");

    private final ScriptNetwork network;
    private final Path folder;
    private Chromium chromium;
    private DeskStory story;
    private String permit;
    private String receipt;

    DeskLanguagesIT(ScriptNetwork network, @TempDir Path folder) {
        this.network = network;
        this.folder = folder;
    }

    @BeforeAll
    void open() {
        chromium = Chromium.start();
        story = new DeskStory(network, folder);
        permit = story.permit(Client.newNumber());
        story.successor(permit, Client.newNumber());
        story.customs()
                .json("/api/documents/" + permit + "/hold", "{\"sequence\":9}")
                .is(409);
        story.customs()
                .json("/api/verifications", "{\"fingerprint\":\"" + "a".repeat(64) + "\"}")
                .is(200);
        DeskStory.Voyage voyage = story.voyage();
        voyage.damaged();
        receipt = voyage.receipt();
        Awaited.until(() -> story.customs()
                .get("/api/register/documents?type=911&status=SUPERSEDED")
                .text()
                .contains(permit));
    }

    @AfterAll
    void close() {
        if (chromium != null) {
            chromium.close();
        }
        if (story != null) {
            story.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"en, 1280", "en, 360", "ru, 1280", "ru, 360", "uz, 1280", "uz, 360"})
    void everyPageIsWholeInEveryLanguage(String language, int width) {
        String picture = "-" + language + "-" + width;
        try (DeskPage page = page("/documents?type=911", language, width)) {
            page.textWith("QuarantineMSP");
            whole(page, "documents" + picture);
        }
        try (DeskPage page = page("/document?id=" + permit, language, width)) {
            page.textWith("QuarantineMSP");
            whole(page, "document" + picture);
        }
        try (DeskPage page = page("/consignment", language, width)) {
            page.page()
                    .setInputFiles(
                            "#file",
                            new FilePayload("v.json", "application/json", receipt.getBytes(StandardCharsets.UTF_8)));
            page.textWith("CSQU3054383");
            whole(page, "consignment" + picture);
        }
        try (DeskPage page = page("/audit", language, width)) {
            page.textWith("QuarantineMSP");
            whole(page, "audit" + picture);
        }
    }

    private DeskPage page(String path, String language, int width) {
        return new DeskPage(chromium.browser(), Objects.requireNonNull(story).customs(), path, language, width);
    }

    private static void whole(DeskPage page, String picture) {
        String text = page.page().locator("main").innerText();
        assertFalse(RAW.matcher(text).find(), text);
        page.picture(picture);
    }
}
