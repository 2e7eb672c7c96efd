package uz.muhr.client.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.network.identity.Enrolment;
import uz.muhr.network.topology.SampleTopology;

/** People sign in and go, and what a session may not survive. There is no ledger here. */
@TestInstance(Lifecycle.PER_CLASS)
class SessionIT {
    private static final String WRONG = "not the password";

    private final Path profiles;
    private final Door door;
    private int names;

    SessionIT(@TempDir Path folder) {
        Enrolment.prepare(SampleTopology.topology().onFreePorts(), folder.resolve("home"), Clock.systemUTC());
        profiles = folder.resolve("home/profiles");
        door = Door.open(profiles, "chamber", folder.resolve("data"));
    }

    @AfterAll
    void close() {
        door.close();
    }

    @Test
    void whoSignsInIsKnownByNameAndRolesUntilSigningOut() {
        String name = name();
        String password = Person.account(door, name, "OFFICER", "ISSUER");
        Person person = new Person(door);
        String nobody = "{\"signedIn\":false,\"roles\":[],\"organisation\":\"ChamberMSP\"}";
        assertEquals(nobody, person.get("/api/session").is(200).text());
        String known = "{\"signedIn\":true,\"name\":\"" + name
                + "\",\"roles\":[\"ISSUER\",\"OFFICER\"],\"organisation\":\"ChamberMSP\"}";
        assertEquals(known, person.signIn(name, password).is(200).text());
        assertEquals(known, person.get("/api/session").is(200).text());
        String session = person.cookie(Person.SESSION);
        person.signOut().is(204);
        assertEquals(nobody, person.get("/api/session").text());
        assertEquals(
                nobody, person.with(Person.SESSION, session).get("/api/session").text(), "the cookie is worthless");
    }

    @Test
    void noScriptReadsTheSessionsCookieAndNoOtherSiteSendsIt() {
        String name = name();
        Reply reply = new Person(door).signIn(name, Person.account(door, name, "ISSUER"));
        List<String> cookies = reply.response().headers().allValues("Set-Cookie");
        String session = cookie(cookies, Person.SESSION);
        assertTrue(session.contains("HttpOnly") && session.contains("SameSite=Strict"), session);
        String token = cookie(cookies, Person.TOKEN);
        assertTrue(!token.contains("HttpOnly") && token.contains("SameSite=Strict"), token);
        assertFalse(session.contains("Max-Age") || session.contains("Expires"), session);
    }

    @Test
    void whoDoesNotSignInIsGivenNoCookie() {
        for (Reply reply : List.of(
                door.send(door.stranger("/")),
                door.send(door.stranger("/api/session")),
                door.get("/api/session"),
                new Person(door).signIn(name(), WRONG))) {
            assertEquals("", reply.header("Set-Cookie"), reply.text());
        }
    }

    @Test
    void aSessionThatWasThereBeforeIsNotTheOneThatSigningInBegins() {
        String name = name();
        String password = Person.account(door, name, "ISSUER");
        Person victim = new Person(door).with(Person.SESSION, "0123456789ABCDEF0123456789ABCDEF");
        victim.signIn(name, password).is(200);
        String first = victim.cookie(Person.SESSION);
        assertNotEquals("0123456789ABCDEF0123456789ABCDEF", first);
        victim.signIn(name, password).is(200);
        assertNotEquals(first, victim.cookie(Person.SESSION));
        Person attacker = new Person(door).with(Person.SESSION, first);
        attacker.get("/api/accounts").refuses(401, "NOT_SIGNED_IN");
    }

    @Test
    void nameAndPasswordThatDoNotBelongTogetherAreAnsweredAlike() {
        String name = name();
        String password = Person.account(door, name, "ISSUER");
        Reply wrong = new Person(door).signIn(name, WRONG).refuses(401, "SIGN_IN_REFUSED");
        assertEquals("Bearer realm=\"muhr\"", wrong.header("WWW-Authenticate"));
        assertEquals(wrong.text(), new Person(door).signIn("nobody", WRONG).text());
        change(name, "{\"disabled\":true}").is(200);
        assertEquals(wrong.text(), new Person(door).signIn(name, password).text());
    }

    @Test
    void whoTriesTooOftenHasToWait() {
        String name = name();
        String password = Person.account(door, name, "ISSUER");
        for (int i = 0; i < 10; i++) {
            new Person(door).signIn(name, WRONG).refuses(401, "SIGN_IN_REFUSED");
        }
        String wait = new Person(door)
                .signIn(name, password)
                .refuses(429, "TOO_MANY_ATTEMPTS")
                .header("Retry-After");
        assertTrue(Integer.parseInt(wait) > 30 && Integer.parseInt(wait) <= 61, wait);
    }

    @Test
    void aSessionChangesNothingWithoutItsToken() {
        Person person = Person.signedIn(door, name(), "ADMINISTRATOR");
        String token = person.cookie(Person.TOKEN);
        person.json("/api/keys", "{}").refuses(400, "MALFORMED_ARGUMENT");
        person.with(Person.TOKEN, "");
        person.get("/api/keys").is(200);
        person.json("/api/keys", "{}").refuses(403, "TOKEN_MISSING");
        person.with(Person.TOKEN, "").signOut().refuses(403, "TOKEN_MISSING");
        person.with(Person.TOKEN, "");
        Reply forged = door.send(door.stranger("/api/keys")
                .header("Cookie", Person.SESSION + "=" + person.cookie(Person.SESSION) + "; XSRF-TOKEN=" + token)
                .header("X-XSRF-TOKEN", token.replace(token.charAt(0), token.charAt(0) == 'a' ? 'b' : 'a'))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}")));
        forged.refuses(403, "TOKEN_MISSING");
        person.get("/api/session").is(200);
        assertFalse(person.cookie(Person.TOKEN).isEmpty(), "a page that lost it is given another");
        person.json("/api/keys", "{}").refuses(400, "MALFORMED_ARGUMENT");
    }

    @Test
    void aKeyThatComesWithASessionsCookieDecides() {
        Person person = Person.signedIn(door, name(), "AUDITOR");
        Reply reply = door.send(
                door.request("/api/session").header("Cookie", Person.SESSION + "=" + person.cookie(Person.SESSION)));
        assertEquals("tests", reply.member("name"));
        door.send(door.stranger("/api/session")
                        .header("Authorization", "Bearer wrong")
                        .header("Cookie", Person.SESSION + "=" + person.cookie(Person.SESSION)))
                .refuses(401, "NOT_SIGNED_IN");
    }

    @Test
    void whatHappensToAnAccountEndsItsSessionsAtOnce() {
        for (String change : List.of("{\"disabled\":true}", "{\"roles\":[\"ISSUER\"]}", "")) {
            String name = name();
            Person person = Person.signedIn(door, name, "ADMINISTRATOR");
            person.get("/api/accounts").is(200);
            if (change.isEmpty()) {
                door.send(door.request("/api/accounts/" + name + "/password").POST(BodyPublishers.noBody()))
                        .is(200);
            } else {
                change(name, change).is(200);
            }
            person.get("/api/accounts").refuses(401, "NOT_SIGNED_IN");
        }
    }

    @Test
    void whoChangesThePasswordGoesOnAndAllElseEnds() {
        String name = name();
        String password = Person.account(door, name, "ISSUER");
        Person here = new Person(door);
        here.signIn(name, password).is(200);
        Person elsewhere = new Person(door);
        elsewhere.signIn(name, password).is(200);
        changePassword(here, WRONG, "a password of my own").refuses(401, "SIGN_IN_REFUSED");
        changePassword(here, password, "too short").refuses(400, "MALFORMED_ARGUMENT");
        changePassword(here, password, "a password of my own").is(204);
        assertEquals(name, here.get("/api/session").member("name"));
        assertFalse(elsewhere.get("/api/session").json().get("signedIn").getAsBoolean());
        new Person(door).signIn(name, password).refuses(401, "SIGN_IN_REFUSED");
        new Person(door).signIn(name, "a password of my own").is(200);
    }

    @Test
    void noSessionLastsForEver(@TempDir Path data) {
        try (Door brief = Door.open(profiles, "chamber", data, "--muhr.access.longest=1s")) {
            Person person = Person.signedIn(brief, "dilnoza", "ISSUER");
            Awaited.until(() -> !signedIn(person));
        }
    }

    @Test
    void aSessionInWhichNothingIsAskedEnds(@TempDir Path data) {
        try (Door brief = Door.open(profiles, "chamber", data, "--muhr.access.idle=1s")) {
            Person person = Person.signedIn(brief, "dilnoza", "ISSUER");
            Instant over = Instant.now().plusMillis(1_500);
            Awaited.until(() -> Instant.now().isAfter(over));
            assertFalse(signedIn(person));
        }
    }

    @Test
    void accountsAreListedWithoutWhatLetsIn() {
        String name = name();
        String password = Person.account(door, name, "ISSUER");
        String all = door.get("/api/accounts").is(200).text();
        assertTrue(all.contains("\"" + name + "\"") && all.contains("\"administrator\""), all);
        assertFalse(all.contains(password) || all.contains("password") || all.contains("argon2"), all);
        door.json("/api/accounts", "{\"name\":\"" + name + "\",\"roles\":[\"ISSUER\"]}")
                .refuses(409, "ACCOUNT_EXISTS");
        door.json("/api/accounts", "{\"name\":\"other\",\"roles\":[]}").refuses(400, "MALFORMED_ARGUMENT");
        door.json("/api/accounts", "{\"name\":\"other\",\"roles\":[\"KING\"]}").refuses(400, "MALFORMED_ARGUMENT");
        door.json("/api/accounts", "{\"name\":\"other\",\"roles\":[\"ISSUER\",\"ISSUER\"]}")
                .refuses(400, "MALFORMED_ARGUMENT");
        change("nobody", "{\"disabled\":true}").refuses(404, "UNKNOWN_ACCOUNT");
        change(name, "{\"disabled\":1}").refuses(400, "MALFORMED_ARGUMENT");
    }

    @Test
    void keysAreShownOnceAndListedWithoutWhatMakesThemKeys() {
        Reply made = door.json(
                        "/api/keys",
                        "{\"label\":\"the single window\",\"roles\":[\"OFFICER\"],\"expires\":\"2099-12-31\"}")
                .is(201);
        assertEquals("tests", made.member("createdBy"));
        assertEquals("2099-12-31T23:59:59Z", made.member("expires"));
        String key = made.member("key");
        String all = door.get("/api/keys").is(200).text();
        assertTrue(all.contains(made.member("id")), all);
        assertFalse(all.contains(key) || all.contains("\"key\""), all);
        door.json("/api/keys", "{\"label\":\"\",\"roles\":[\"OFFICER\"]}").refuses(400, "MALFORMED_ARGUMENT");
        door.json("/api/keys", "{\"label\":\"a\\nb\",\"roles\":[\"OFFICER\"]}").refuses(400, "MALFORMED_ARGUMENT");
        door.json("/api/keys", "{\"label\":\"a\",\"roles\":[\"OFFICER\"],\"expires\":\"+99999-01-01T00:00:00Z\"}")
                .refuses(400, "MALFORMED_ARGUMENT");
        door.delete("/api/keys/" + "0".repeat(16)).refuses(404, "UNKNOWN_KEY");
    }

    private static boolean signedIn(Person person) {
        return person.get("/api/session").is(200).json().get("signedIn").getAsBoolean();
    }

    private Reply change(String name, String change) {
        return door.send(door.request("/api/accounts/" + name)
                .header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofString(change)));
    }

    private static Reply changePassword(Person person, String present, String chosen) {
        return person.send(
                "PUT",
                "/api/session/password",
                BodyPublishers.ofString("{\"present\":\"" + present + "\",\"chosen\":\"" + chosen + "\"}"));
    }

    private static String cookie(List<String> cookies, String name) {
        return cookies.stream()
                .filter(cookie -> cookie.startsWith(name + "="))
                .findFirst()
                .orElseThrow(() -> new AssertionError(cookies));
    }

    private String name() {
        return "person" + ++names;
    }
}
