package uz.muhr.client.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uz.muhr.client.Client;
import uz.muhr.client.TestNetwork;
import uz.muhr.client.cli.Terminal;
import uz.muhr.client.witness.OpensslTsa;
import uz.muhr.network.script.ScriptNetwork;

/** A proof that openssl's own authority stamped, checked by clients: one trusts that authority, one another, one none. */
@TestInstance(Lifecycle.PER_CLASS)
@ExtendWith(TestNetwork.class)
class StampedProofIT {
    private final ScriptNetwork network;
    private final Path folder;
    private Door trusting;
    private Door otherwise;
    private Door unpinned;
    private byte[] file = {};
    private byte[] proof = {};

    StampedProofIT(ScriptNetwork network, @TempDir Path folder) {
        this.network = network;
        this.folder = folder;
    }

    @BeforeAll
    void aStampedProof(@TempDir Path authority, @TempDir Path another) throws IOException {
        try (Door chamber = door("chamber/issuer", "chamber");
                OpensslTsa tsa = new OpensslTsa(authority);
                OpensslTsa other = new OpensslTsa(another)) {
            Papers papers = Papers.of(chamber, Client.newNumber());
            file = papers.content();
            Path document = Files.write(folder.resolve("a.pdf"), file);
            Files.writeString(folder.resolve("a.pdf.muhr.json"), papers.anchor(file, "open"));
            Path trust = trust("trust.json", tsa);
            participant("proof", document, "--timestamp", tsa.url(), "--trust", trust, "-o", folder.resolve("p"));
            proof = Files.readAllBytes(folder.resolve("p"));
            trusting = door("customs/officer", "trusting", "--muhr.trust=" + trust);
            otherwise = door("customs/officer", "otherwise", "--muhr.trust=" + trust("other.json", other));
            unpinned = door("customs/officer", "unpinned");
        }
    }

    @AfterAll
    void close() {
        // Without openssl there is none.
        if (unpinned != null) {
            trusting.close();
            otherwise.close();
            unpinned.close();
        }
    }

    @Test
    void whoTrustsTheAuthorityIsToldByWhenTheBlocksWereThere() {
        JsonObject answer = check(trusting);
        assertEquals("VALID", proofOf(answer).get("verdict").getAsString());
        JsonObject stamps = answer.getAsJsonObject("timestamps");
        assertEquals("STAMPED", stamps.get("outcome").getAsString());
        assertEquals(
                "CN=Stamps by openssl",
                stamps.getAsJsonArray("stamps")
                        .get(0)
                        .getAsJsonObject()
                        .get("authority")
                        .getAsString());
        assertEquals(9, stamps.getAsJsonArray("checks").size());
        assertEquals(
                JsonParser.parseString(muhr(
                                "verify",
                                "--offline",
                                folder.resolve("a.pdf"),
                                "--proof",
                                folder.resolve("p"),
                                "--trust",
                                folder.resolve("trust.json"),
                                "--json"))
                        .getAsJsonObject()
                        .get("timestamps"),
                stamps,
                "as the command line has it");
    }

    @Test
    void whoTrustsAnotherAuthorityIsShownNothing() {
        JsonObject answer = check(otherwise);
        assertEquals("UNDETERMINED", proofOf(answer).get("verdict").getAsString());
        assertFalse(proofOf(answer).get("proven").getAsBoolean());
        assertEquals("TIMESTAMP_CHAIN", proofOf(answer).get("failed").getAsString());
        assertEquals(
                "NOT_STAMPED",
                answer.getAsJsonObject("timestamps").get("outcome").getAsString());
    }

    @Test
    void whoTrustsNoAuthorityIsToldThatTheStampWasNotLookedAt() {
        JsonObject answer = check(unpinned);
        assertEquals("VALID", proofOf(answer).get("verdict").getAsString());
        assertEquals(
                "NOT_LOOKED_AT",
                answer.getAsJsonObject("timestamps").get("outcome").getAsString());
    }

    @Test
    void thePageShowsTheStampItsChecksAndWhatDoesNotHold() {
        shown("en");
    }

    @Tag("long")
    @ParameterizedTest
    @ValueSource(strings = {"ru", "uz"})
    void thePageShowsTheStampInEveryLanguage(String language) {
        shown(language);
    }

    private void shown(String language) {
        try (Chromium chromium = Chromium.start()) {
            for (int width : List.of(1100, 360)) {
                card(chromium, trusting, language, width, card -> {
                    assertEquals("VALID", card.getAttribute("data-verdict"));
                    assertTrue(card.locator(".stamp").innerText().contains("CN=Stamps by openssl"), card::innerText);
                    card.locator("summary").click();
                    assertEquals(34 + 9, card.locator(".checks li").count());
                });
            }
            card(chromium, unpinned, language, 1100, card -> {
                assertEquals("VALID", card.getAttribute("data-verdict"));
                assertEquals(1, card.locator(".stamp.hint").count());
            });
            card(chromium, otherwise, language, 360, card -> {
                assertEquals("UNDETERMINED", card.getAttribute("data-verdict"));
                assertEquals("card open", card.getAttribute("class"));
                assertEquals(0, card.locator(".stamp").count());
                assertTrue(card.innerText().contains("A time stamp's certificate has to lead"), card::innerText);
            });
        }
    }

    private void card(Chromium chromium, Door door, String language, int width, Consumer<Locator> look) {
        try (VerifyPage page =
                new VerifyPage(chromium.browser(), door, "/?lang=" + language, width, 740, loaded -> {})) {
            page.drop(VerifyPage.file("a.pdf", file), VerifyPage.file("a.pdf.muhr-proof.json", proof));
            Locator card = page.page().locator("article:has(.proof-check)");
            card.waitFor();
            look.accept(card);
            String whose = door == trusting ? "trusting" : door == unpinned ? "unpinned" : "otherwise";
            page.screenshot("stamped-proof-" + whose + "-" + language + "-" + width);
            assertEquals(width, page.page().evaluate("document.documentElement.scrollWidth"));
            assertEquals(List.of(), Accessibility.faults(page.page()));
            assertEquals(List.of(), page.complaints());
        }
    }

    /** By somebody who does not say who it is. */
    private JsonObject check(Door door) {
        return door.strangersForm("/api/proofs/verification", Form.proof(file, proof))
                .is(200)
                .json();
    }

    private static JsonObject proofOf(JsonObject answer) {
        return answer.getAsJsonObject("proof");
    }

    private Door door(String user, String data, String... more) {
        return Door.open(network.profiles(), user, folder.resolve(data), more);
    }

    private Path trust(String name, OpensslTsa authority) {
        Path written = folder.resolve(name);
        participant("trust", "-o", written, "--tsa-root", authority.root(), "--tsa-policy", OpensslTsa.POLICY);
        return written;
    }

    private void participant(Object... words) {
        List<Object> command = new ArrayList<>(List.of(words));
        command.addAll(List.of("--as", "chamber", "--profiles", network.profiles()));
        muhr(command.toArray());
    }

    private static String muhr(Object... words) {
        Terminal done = Terminal.muhr(Stream.of(words).map(Object::toString).toArray(String[]::new));
        assertEquals(0, done.exit(), done.out() + done.err());
        return done.out();
    }
}
