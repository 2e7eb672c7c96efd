package uz.muhr.client.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import uz.muhr.client.web.oidc.StandInProvider;
import uz.muhr.client.web.oidc.Tokens;
import uz.muhr.network.identity.Enrolment;
import uz.muhr.network.topology.SampleTopology;

/** People and programs for whom an identity provider vouches. There is no ledger here; a real provider is in another test. */
@TestInstance(Lifecycle.PER_CLASS)
class SignInAtProviderIT {
    private static final String LEAVE = "/oauth2/authorization/provider";
    private static final String RETURN = "/login/oauth2/code/provider";
    private static final String FOR_AUDITORS = "/actuator/prometheus";

    private final List<String> tokens = new CopyOnWriteArrayList<>();
    private StandInProvider provider;
    private Path folder;
    private Door door;

    @BeforeAll
    void open(@TempDir Path temporary) throws Exception {
        folder = temporary;
        provider = StandInProvider.start();
        Enrolment.prepare(SampleTopology.topology().onFreePorts(), folder.resolve("home"), Clock.systemUTC());
        door = open(provider, "data");
    }

    @BeforeEach
    void asItShouldBe() {
        provider.prove(this::noted);
    }

    @AfterAll
    void close() {
        door.close();
        provider.close();
    }

    private Door open(StandInProvider at, String data, String... more) throws Exception {
        Path secret = folder.resolve("secret");
        Files.writeString(secret, StandInProvider.SECRET + "\n");
        List<String> settings = new ArrayList<>(List.of(
                "--muhr.sign-in=provider",
                "--muhr.oidc.issuer=" + at.issuer(),
                "--muhr.oidc.client=" + StandInProvider.CLIENT,
                "--muhr.oidc.secret-file=" + secret,
                "--muhr.oidc.audience=" + StandInProvider.AUDIENCE));
        settings.addAll(List.of(more));
        return Door.open(
                folder.resolve("home/profiles"), "customs", folder.resolve(data), settings.toArray(String[]::new));
    }

    private Tokens noted(Tokens proof) {
        try {
            tokens.add(proof.signed());
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
        return proof;
    }

    /** Goes to the provider, as the browser is told to; and gives where that sends it back to. */
    private URI sentBack(Door at, Person person) {
        Reply sent = person.get(LEAVE).is(302);
        return URI.create(at.send(HttpRequest.newBuilder(URI.create(sent.header("Location"))))
                .is(302)
                .header("Location"));
    }

    private Reply signIn(Door at, Person person) {
        URI back = sentBack(at, person);
        assertEquals(at.at(RETURN).getAuthority(), back.getAuthority());
        return person.get(back.getRawPath() + "?" + back.getRawQuery()).is(302);
    }

    private Person signedIn() {
        Person person = new Person(door);
        assertEquals("/login", path(signIn(door, person)));
        return person;
    }

    private Reply bearing(Door at, String token, String path) {
        return at.send(at.stranger(path).header("Authorization", "Bearer " + token));
    }

    private static String path(Reply redirect) {
        URI place = URI.create(redirect.header("Location"));
        return place.getRawQuery() == null ? place.getPath() : place.getPath() + "?" + place.getRawQuery();
    }

    private static boolean knows(Person person) {
        return person.get("/api/session").is(200).json().get("signedIn").getAsBoolean();
    }

    @Test
    void whoSignsInThereIsKnownHereAsSomebodyWithAnAccountIs() {
        Person person = signedIn();
        assertEquals(
                "{\"signedIn\":true,\"name\":\"dilnoza\",\"roles\":[\"ISSUER\",\"AUDITOR\"],\"organisation\":\"CustomsMSP\","
                        + "\"signInAt\":\"" + LEAVE + "\",\"signOutAt\":\"/oauth2/sign-out\"}",
                person.get("/api/session").is(200).text());
        person.get(FOR_AUDITORS).is(200);
        person.get("/api/keys").refuses(403, "NOT_PERMITTED");
        String token = person.cookie(Person.TOKEN);
        person.with(Person.TOKEN, "").signOut().refuses(403, "TOKEN_MISSING");
        String session = person.cookie(Person.SESSION);
        person.with(Person.TOKEN, token).signOut().is(204);
        assertFalse(knows(person));
        assertFalse(knows(new Person(door).with(Person.SESSION, session)), "the cookie is worthless");
    }

    @Test
    void signingOutEndsTheSessionAtTheProviderTooAndOnce() {
        Person person = signedIn();
        String proof = tokens.get(tokens.size() - 1);
        person.signOut().is(204);
        Reply further = person.get("/oauth2/sign-out").is(302);
        URI there = URI.create(further.header("Location"));
        assertEquals(provider.issuer() + "/sign-out", there.toString().split("\\?", 2)[0]);
        assertEquals(
                Map.of(
                        "client_id",
                        StandInProvider.CLIENT,
                        "id_token_hint",
                        proof,
                        "post_logout_redirect_uri",
                        door.at("/").toString()),
                StandInProvider.fields(there.getRawQuery()));
        assertEquals("/", path(person.get("/oauth2/sign-out").is(302)));
        assertEquals("/", path(new Person(door).get("/oauth2/sign-out").is(302)));
    }

    @Test
    void theBrowserIsGivenNothingOfTheProvidersTokens() {
        Person person = new Person(door);
        Reply sent = person.get(LEAVE).is(302);
        String cookie = sent.header("Set-Cookie");
        assertTrue(cookie.startsWith("MUHR-SIGNING-IN="), cookie);
        for (String attribute : List.of("HttpOnly", "SameSite=Lax", "Path=/login/oauth2/code/", "Max-Age=600")) {
            assertTrue(cookie.contains(attribute), cookie);
        }
        Reply back = signIn(door, person);
        String all = back.response().headers().map()
                + back.text()
                + person.get("/api/session").text();
        String proof = tokens.get(tokens.size() - 1);
        for (String part : proof.split("\\.", -1)) {
            assertFalse(all.contains(part), all);
        }
        List<String> cookies = back.response().headers().allValues("Set-Cookie");
        assertTrue(
                cookies.stream()
                        .anyMatch(each -> each.startsWith(Person.SESSION)
                                && each.contains("HttpOnly")
                                && each.contains("SameSite=Strict")),
                cookies.toString());
    }

    @Test
    void theLogSaysWhoSignedInAndNothingOfTokens() throws Exception {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.list = new CopyOnWriteArrayList<>();
        log.start();
        Logger all = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        all.addAppender(log);
        signedIn().signOut().is(204);
        provider.prove(proof -> noted(proof.with("aud", "another")));
        signIn(door, new Person(door));
        new Person(door).get(RETURN + "?error=a%0Aforged+line&state=x").is(302);
        String bad =
                noted(provider.tokens("muhr-auditor").with("aud", "another")).signed();
        bearing(door, bad, FOR_AUDITORS).refuses(401, "NOT_SIGNED_IN");
        all.detachAppender(log);
        List<String> said =
                log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
        assertEquals(
                List.of(
                        "dilnoza signed in at the provider, from 127.0.0.1; roles: ISSUER, AUDITOR.",
                        "Nobody was let in by the provider, from 127.0.0.1: invalid_id_token.",
                        "Nobody was let in by the provider, from 127.0.0.1: authorization_request_not_found."),
                log.list.stream()
                        .filter(event -> event.getLoggerName().equals("uz.muhr.access"))
                        .map(ILoggingEvent::getFormattedMessage)
                        .toList());
        for (String token : tokens) {
            for (String part : token.split("\\.", -1)) {
                assertFalse(said.stream().anyMatch(line -> line.contains(part)), "a token is in the log");
            }
        }
    }

    @Test
    void aSessionThatWasThereBeforeIsNotTheOneThatSigningInBegins() {
        Person victim = new Person(door).with(Person.SESSION, "0123456789ABCDEF0123456789ABCDEF");
        signIn(door, victim);
        String first = victim.cookie(Person.SESSION);
        assertNotEquals("0123456789ABCDEF0123456789ABCDEF", first);
        signIn(door, victim);
        assertNotEquals(first, victim.cookie(Person.SESSION));
        assertFalse(knows(new Person(door).with(Person.SESSION, first)));
    }

    @Test
    void whomTheProviderGivesNoRoleOfOursIsSignedInAndMayDoWhatAStrangerMay() {
        provider.prove(proof -> proof.with("roles", List.of("canteen", "issuer", "ADMINISTRATOR")));
        Person person = signedIn();
        assertTrue(knows(person));
        assertEquals("[]", person.get("/api/session").json().get("roles").toString());
        person.get("/api/members").refuses(403, "NOT_PERMITTED");
        person.get("/api/submissions").refuses(403, "NOT_PERMITTED");
        person.get(FOR_AUDITORS).refuses(403, "NOT_PERMITTED");
        String health = person.get("/actuator/health").text();
        assertFalse(health.contains("components"), health);
        provider.prove(this::noted);
        String seen = signedIn().get("/actuator/health").text();
        assertTrue(seen.contains("components"), seen);
    }

    @Test
    void whoDidNotLeaveFromHereDoesNotComeBack() {
        for (String query :
                List.of("?code=stolen&state=guessed", "?error=access_denied&state=guessed", "?state=a", "")) {
            Reply back = new Person(door).get(RETURN + query).is(302);
            assertEquals("/login?refused=provider", path(back));
            assertEquals("", back.header("Set-Cookie"));
        }
    }

    @Test
    void whatCameBackToAnotherBrowserOrTwiceIsRefused() {
        Person attacker = new Person(door);
        URI stolen = sentBack(door, attacker);
        String back = stolen.getRawPath() + "?" + stolen.getRawQuery();
        Person victim = new Person(door);
        sentBack(door, victim);
        assertEquals("/login?refused=provider", path(victim.get(back).is(302)), "login forced upon somebody");
        assertFalse(knows(victim));
        assertEquals("/login", path(attacker.get(back).is(302)));
        assertEquals("/login?refused=provider", path(attacker.get(back).is(302)), "once more");
    }

    @Test
    void aProofInWhichAnythingIsWrongLetsNobodyIn() throws Exception {
        RSAKey strangers = new RSAKeyGenerator(2048).keyID("a stranger's").generate();
        Map<String, UnaryOperator<Tokens>> wrong = new LinkedHashMap<>();
        wrong.put("for another client", proof -> proof.with("aud", "another"));
        wrong.put("for programs", proof -> proof.with("aud", StandInProvider.AUDIENCE));
        wrong.put("given to another client", proof -> proof.with("aud", List.of(StandInProvider.CLIENT, "another"))
                .with("azp", "another"));
        wrong.put("of another issuer", proof -> proof.with("iss", provider.issuer() + "2"));
        wrong.put("of another sign-in", proof -> proof.with("nonce", "guessed"));
        wrong.put("of no sign-in", proof -> proof.with("nonce", null));
        wrong.put("of nobody", proof -> proof.with("sub", null));
        wrong.put(
                "over",
                proof -> proof.with("exp", Instant.now().minusSeconds(120).getEpochSecond()));
        wrong.put("without end", proof -> proof.with("exp", null));
        wrong.put("by another key", proof -> proof.by(strangers));
        wrong.put(
                "by another algorithm",
                proof -> proof.with(new JWSHeader.Builder(JWSAlgorithm.RS512)
                        .keyID(proof.key().getKeyID())
                        .build()));
        wrong.forEach((what, change) -> {
            provider.prove(change);
            Person person = new Person(door);
            assertEquals("/login?refused=provider", path(signIn(door, person)), what);
            assertFalse(knows(person), what);
        });
    }

    @Test
    void aProgramComesInWithTheProvidersTokenAndNeedsNoSessionsToken() throws Exception {
        String token = provider.tokens("muhr-auditor").signed();
        tokens.add(token);
        bearing(door, token, FOR_AUDITORS).is(200);
        Reply session = bearing(door, token, "/api/session").is(200);
        assertEquals("[\"AUDITOR\"]", session.json().get("roles").toString());
        assertFalse(session.json().has("signOutAt"), session.text());
        assertEquals("", session.header("Set-Cookie"));
        bearing(door, token, "/api/keys").refuses(403, "NOT_PERMITTED");
        Person person = signedIn();
        door.send(door.stranger("/api/keys")
                        .header(
                                "Authorization",
                                "Bearer "
                                        + provider.tokens("muhr-administrator").signed())
                        .header("Cookie", Person.SESSION + "=" + person.cookie(Person.SESSION))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{}")))
                .refuses(400, "MALFORMED_ARGUMENT");
    }

    @Test
    void aTokenThatIsNotGoodIsRefusedEverywhere() throws Exception {
        for (Tokens token : List.of(
                provider.tokens("muhr-auditor").with("aud", StandInProvider.CLIENT),
                provider.tokens("muhr-auditor")
                        .with("exp", Instant.now().minusSeconds(120).getEpochSecond()))) {
            for (String path : List.of(FOR_AUDITORS, "/api/session", "/")) {
                Reply reply = bearing(door, token.signed(), path).refuses(401, "NOT_SIGNED_IN");
                assertEquals("Bearer realm=\"muhr\"", reply.header("WWW-Authenticate"));
                assertFalse(reply.text().contains(token.signed()), reply.text());
            }
        }
    }

    @Test
    void accountsAndTheirPasswordsAreOffAndKeysStay() {
        Person person = signedIn();
        String body = "{\"name\":\"administrator\",\"password\":\"a password of some length\"}";
        Reply refused = person.json("/api/session", body).refuses(404, "SIGN_IN_ELSEWHERE");
        assertTrue(refused.member("detail").contains(LEAVE), refused.text());
        new Person(door).json("/api/session", body).refuses(404, "SIGN_IN_ELSEWHERE");
        person.send("PUT", "/api/session/password", BodyPublishers.ofString("{}"))
                .refuses(404, "SIGN_IN_ELSEWHERE");
        door.get("/api/accounts").refuses(404, "SIGN_IN_ELSEWHERE");
        door.json("/api/accounts", "{\"name\":\"botir\",\"roles\":[\"ISSUER\"]}")
                .refuses(404, "SIGN_IN_ELSEWHERE");
        door.json("/api/accounts/botir/password", "").refuses(404, "SIGN_IN_ELSEWHERE");
        door.get("/api/keys").is(200);
        String key = door.json("/api/keys", "{\"label\":\"single window\",\"roles\":[\"AUDITOR\"]}")
                .is(201)
                .member("key");
        bearing(door, key, FOR_AUDITORS).is(200);
        assertTrue(new Person(door)
                .get("/api/members")
                .refuses(401, "NOT_SIGNED_IN")
                .text()
                .contains(LEAVE));
    }

    @Test
    void aSessionLastsNoLongerThanTheProvidersWordMayBeOld() throws Exception {
        try (Door brief = open(provider, "brief", "--muhr.oidc.session=1s")) {
            Person person = new Person(brief);
            signIn(brief, person);
            Awaited.until(() -> !knows(person));
        }
    }

    @Test
    void fromOneAddressNotEverybodyLeavesAtOnce() throws Exception {
        try (Door at = open(provider, "often")) {
            List<String> places = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                places.add(URI.create(new Person(at).get(LEAVE).is(302).header("Location"))
                        .getPath());
            }
            assertEquals(
                    List.of("/realm/authorize"),
                    places.stream().limit(120).distinct().toList());
            assertTrue(places.contains("/login"), "nobody was held back");
        }
    }

    @Test
    void whileTheProviderIsAwayKeysGoOnAndPeopleAreToldSo() throws Exception {
        try (StandInProvider late = StandInProvider.away();
                Door at = open(late, "late")) {
            at.get(FOR_AUDITORS).is(200);
            assertEquals("/login?refused=away", path(new Person(at).get(LEAVE).is(302)));
            String token = late.tokens("muhr-auditor").signed();
            Reply silent = bearing(at, token, FOR_AUDITORS).refuses(503, "ACCESS_UNAVAILABLE");
            assertFalse(silent.header("Retry-After").isEmpty());
            late.answer();
            Awaited.until(() -> bearing(at, token, FOR_AUDITORS).status() == 200);
            signIn(at, new Person(at));
        }
    }

    @Test
    void aProviderThatHangsHoldsUpNobodyWhoNeedsItNot() throws Exception {
        try (StandInProvider hanging = StandInProvider.start();
                Door at = open(hanging, "hanging")) {
            hanging.fallSilent();
            String token = hanging.tokens("muhr-auditor").signed();
            List<Thread> crowd = new CopyOnWriteArrayList<>();
            List<Integer> answers = new CopyOnWriteArrayList<>();
            for (int i = 0; i < 250; i++) {
                Thread one = new Thread(
                        () -> answers.add(bearing(at, token, FOR_AUDITORS).status()));
                one.start();
                crowd.add(one);
            }
            Awaited.until(() -> hanging.asked().contains("keys"));
            at.get(FOR_AUDITORS).is(200);
            at.send(at.stranger("/api/session")).is(200);
            assertTrue(answers.size() < 250, "they waited for the provider");
            for (Thread one : crowd) {
                one.join();
            }
            assertEquals(Collections.nCopies(250, 503), answers);
        }
    }

    @Test
    void whereAProviderSendsUsNobodyGoes() throws Exception {
        try (StandInProvider other = StandInProvider.start();
                StandInProvider fickle = StandInProvider.start();
                Door at = open(fickle, "fickle")) {
            fickle.sendElsewhere(other.issuer() + "/keys");
            bearing(at, fickle.tokens("muhr-auditor").signed(), FOR_AUDITORS).refuses(503, "ACCESS_UNAVAILABLE");
            assertEquals(List.of(), other.asked());
        }
        try (StandInProvider other = StandInProvider.start();
                StandInProvider fickle = StandInProvider.start()) {
            fickle.describe(members -> {
                members.put("jwks_uri", other.issuer() + "/keys");
                return members;
            });
            try (Door at = open(fickle, "pointing")) {
                Reply refused = bearing(at, other.tokens("muhr-auditor").signed(), FOR_AUDITORS)
                        .refuses(503, "ACCESS_UNAVAILABLE");
                assertTrue(refused.member("detail").contains("its jwks_uri is not at the issuer's own address"));
                assertEquals(List.of(), other.asked());
            }
        }
    }
}
