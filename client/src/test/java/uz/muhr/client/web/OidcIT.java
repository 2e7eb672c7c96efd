package uz.muhr.client.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Clock;
import java.util.Base64;
import java.util.Comparator;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.client.web.oidc.Keycloak;
import uz.muhr.network.identity.Enrolment;
import uz.muhr.network.topology.SampleTopology;

/** People and programs for whom a real Keycloak vouches. There is no ledger here. */
@Tag("long")
@TestInstance(Lifecycle.PER_CLASS)
class OidcIT {
    private static final Path DISTRIBUTION = Path.of("target", "keycloak");
    private static final int PATIENCE_MILLIS = 30_000;
    private static final String BUTTON = "Sign in with your organisation's account";
    private static final String FOR_AUDITORS = "/actuator/prometheus";

    private Keycloak keycloak;
    private Chromium chromium;
    private Door door;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        if (!Files.isDirectory(DISTRIBUTION)) {
            System.out.println(
                    "SKIPPED: these tests need Keycloak's distribution, which -Dmuhr.keycloak=true fetches.");
            Assumptions.abort();
        }
        chromium = Chromium.start();
        keycloak = new Keycloak(newest(DISTRIBUTION).toAbsolutePath(), folder.resolve("keycloak.log"));
        Enrolment.prepare(SampleTopology.topology().onFreePorts(), folder.resolve("home"), Clock.systemUTC());
        Path secret = Files.writeString(folder.resolve("secret"), keycloak.secret());
        door = Door.open(
                folder.resolve("home/profiles"),
                "customs",
                folder.resolve("data"),
                "--muhr.sign-in=provider",
                "--muhr.oidc.issuer=" + keycloak.issuer("agency"),
                "--muhr.oidc.client=" + Keycloak.CLIENT,
                "--muhr.oidc.secret-file=" + secret,
                "--muhr.oidc.audience=" + Keycloak.AUDIENCE,
                "--muhr.oidc.skew=0s");
        keycloak.start(door.at(""));
    }

    @AfterAll
    void end() throws Exception {
        if (keycloak != null) {
            keycloak.end();
        }
        if (door != null) {
            door.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void somebodySignsInAtTheProviderActsByRoleAndSignsOutOfBoth() {
        try (BrowserContext context = chromium.browser().newContext()) {
            Page page = signIn(context, "dilnoza", "/documents");
            page.waitForURL(door.at("/documents").toString());
            JsonObject session = json(page, "fetch('/api/session')");
            assertEquals("dilnoza", session.get("name").getAsString());
            assertEquals("[\"ISSUER\",\"AUDITOR\"]", session.get("roles").toString());
            assertEquals(200, status(page, "fetch('" + FOR_AUDITORS + "')"));
            assertEquals(403, status(page, "fetch('/api/keys')"));
            assertEquals(403, status(page, "fetch('/api/session', {method: 'DELETE'})"), "without the session's token");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out"))
                    .click();
            page.waitForURL(door.at("/").toString());
            assertFalse(json(page, "fetch('/api/session')").get("signedIn").getAsBoolean());
            page.navigate(door.at("/login?lang=en").toString());
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(BUTTON))
                    .click();
            page.locator("#password").waitFor();
        }
    }

    @Test
    void whoHasNoRoleOfOursIsSignedInAndMayDoNothing() {
        try (BrowserContext context = chromium.browser().newContext()) {
            Page page = signIn(context, "guest", "/");
            page.waitForURL(door.at("/").toString());
            JsonObject session = json(page, "fetch('/api/session')");
            assertTrue(session.get("signedIn").getAsBoolean());
            assertEquals("[]", session.get("roles").toString());
            assertEquals(403, status(page, "fetch('/api/members')"));
        }
    }

    @Test
    void aRoleThatWasTakenAwayIsGoneWhenSomebodySignsInNext() throws Exception {
        try (BrowserContext context = chromium.browser().newContext()) {
            Page page = signIn(context, "botir", "/");
            page.waitForURL(door.at("/").toString());
            assertEquals(200, status(page, "fetch('" + FOR_AUDITORS + "')"));
            keycloak.takeAway("muhr-auditor", "botir");
            page.navigate(door.at("/oauth2/authorization/provider").toString());
            page.waitForURL(door.at("/login").toString());
            assertEquals("[]", json(page, "fetch('/api/session')").get("roles").toString());
            assertEquals(403, status(page, "fetch('" + FOR_AUDITORS + "')"));
        }
    }

    @Test
    void aProgramComesInWithTheProvidersToken() throws Exception {
        String token = keycloak.token("agency", "freight");
        bearing(token).is(200);
        Reply session = door.send(door.stranger("/api/session").header("Authorization", "Bearer " + token))
                .is(200);
        assertEquals("[\"AUDITOR\"]", session.json().get("roles").toString());
        assertEquals("service-account-freight", session.member("name"));
    }

    @Test
    void aTokenForSomebodyElseIsRefused() throws Exception {
        refused(keycloak.token("agency", "other"));
    }

    @Test
    void aTokenOfAnotherRealmIsRefused() throws Exception {
        refused(keycloak.token("elsewhere", "freight"));
    }

    @Test
    void aTokenThatHasExpiredIsRefused() throws Exception {
        String token = keycloak.token("agency", "hasty");
        Awaited.until(() -> bearing(token).status() == 401);
        refused(token);
    }

    @Test
    void aTokenThatNobodySignedIsRefused() throws Exception {
        String[] parts = keycloak.token("agency", "freight").split("\\.", -1);
        String none = encoded("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + parts[1] + ".";
        refused(none);
        refused(none + parts[2]);
    }

    @Test
    void aTokenThatSomebodyElseSignedIsRefused() throws Exception {
        String[] parts = keycloak.token("agency", "freight").split("\\.", -1);
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair stranger = generator.generateKeyPair();
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(stranger.getPrivate());
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        refused(parts[0] + "." + parts[1] + "." + encoded(signature.sign()));
    }

    @Test
    void aTokenThatWasChangedSinceIsRefused() throws Exception {
        String[] parts = keycloak.token("agency", "freight").split("\\.", -1);
        String payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        String more = payload.replace("muhr-auditor", "muhr-issuer");
        assertFalse(more.equals(payload));
        refused(parts[0] + "." + encoded(more) + "." + parts[2]);
    }

    @Test
    void aTokenByAnotherAlgorithmThanTheAgreedOneIsRefused() throws Exception {
        String[] parts = keycloak.token("agency", "freight").split("\\.", -1);
        String signed = encoded("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + "." + parts[1];
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(keycloak.secret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        refused(signed + "." + encoded(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII))));
    }

    private Page signIn(BrowserContext context, String name, String to) {
        Page page = context.newPage();
        page.setDefaultTimeout(PATIENCE_MILLIS);
        page.navigate(door.at("/login?lang=en&to=" + to).toString());
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(BUTTON))
                .click();
        page.locator("#username").fill(name);
        page.locator("#password").fill(keycloak.secret());
        page.locator("#kc-login").click();
        return page;
    }

    private void refused(String token) {
        bearing(token).refuses(401, "NOT_SIGNED_IN");
    }

    private Reply bearing(String token) {
        return door.send(door.stranger(FOR_AUDITORS).header("Authorization", "Bearer " + token));
    }

    private static JsonObject json(Page page, String fetch) {
        return JsonParser.parseString((String) page.evaluate(fetch + ".then(answer => answer.text())"))
                .getAsJsonObject();
    }

    private static int status(Page page, String fetch) {
        return (Integer) page.evaluate(fetch + ".then(answer => answer.status)");
    }

    private static String encoded(String text) {
        return encoded(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Path newest(Path folder) throws IOException {
        try (Stream<Path> versions = Files.list(folder)) {
            return versions.max(Comparator.naturalOrder()).orElseThrow();
        }
    }
}
