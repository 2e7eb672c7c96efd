package uz.muhr.client.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.client.access.Role;
import uz.muhr.client.access.TestKey;
import uz.muhr.network.identity.Enrolment;
import uz.muhr.network.topology.SampleTopology;

/** Who may do what, cell by cell over HTTP. There is no ledger here: who is let in fails at something else. */
@TestInstance(Lifecycle.PER_CLASS)
class AccessTableIT {
    /** Written out, and from no code: all that has a path here, and whose it is. */
    private static final String TABLE = """
            GET     /                                                   everybody
            GET     /login                                              everybody
            GET     /accounts                                           everybody
            GET     /muhr.css                                           everybody
            GET     /actuator/health                                    everybody
            GET     /actuator/health/liveness                           everybody
            GET     /actuator/health/readiness                          everybody
            GET     /actuator/prometheus                                AUDITOR
            GET     /api/openapi.json                                   everybody
            GET     /api/identity                                       everybody
            POST    /api/verifications                                  everybody
            POST    /api/disclosures                                    everybody
            GET     /api/session                                        everybody
            POST    /api/session                                        everybody
            DELETE  /api/session                                        everybody
            PUT     /api/session/password                               people
            GET     /api/accounts                                       ADMINISTRATOR
            POST    /api/accounts                                       ADMINISTRATOR
            PATCH   /api/accounts/{name}                                ADMINISTRATOR
            POST    /api/accounts/{name}/password                       ADMINISTRATOR
            GET     /api/keys                                           ADMINISTRATOR
            POST    /api/keys                                           ADMINISTRATOR
            DELETE  /api/keys/{id}                                      ADMINISTRATOR
            GET     /api/webhooks                                       ADMINISTRATOR
            POST    /api/webhooks                                       ADMINISTRATOR
            GET     /api/webhooks/{id}                                  ADMINISTRATOR
            DELETE  /api/webhooks/{id}                                  ADMINISTRATOR
            GET     /api/documents                                      any
            GET     /api/documents/{id}                                 any
            GET     /api/documents/{id}/history                         any
            GET     /api/documents/{id}/customs                         any
            GET     /api/documents/{id}/report                          any
            GET     /api/documents/{id}/proof                           any
            POST    /api/proofs                                         any
            POST    /api/proofs/verification                            everybody
            GET     /api/trust                                          any
            POST    /api/reports                                        any
            POST    /api/suggestions                                    ISSUER
            POST    /api/stamps                                         ISSUER
            POST    /api/documents                                      ISSUER
            POST    /api/documents/{id}/suspension                      ISSUER
            POST    /api/documents/{id}/reinstatement                   ISSUER
            POST    /api/documents/{id}/renewal                         ISSUER
            POST    /api/documents/{id}/revocation                      ISSUER
            POST    /api/documents/{id}/replacement                     ISSUER
            POST    /api/documents/{id}/reissue                         ISSUER
            POST    /api/documents/{id}/write-offs                      OFFICER
            POST    /api/documents/{id}/write-offs/{draw}/reversal      OFFICER
            POST    /api/documents/{id}/hold                            OFFICER
            POST    /api/documents/{id}/release                         OFFICER
            POST    /api/consignments                                   OFFICER CARRIER
            POST    /api/consignments/links                             OFFICER CARRIER
            POST    /api/consignments/answers                           any
            POST    /api/seals                                          OFFICER CARRIER
            POST    /api/seals/replacements                             OFFICER CARRIER
            POST    /api/seals/acts                                     OFFICER CARRIER
            POST    /api/seals/reports                                  OFFICER CARRIER
            POST    /api/seals/readings                                 OFFICER CARRIER
            GET     /api/organisations/{organisation}/authorities       any
            GET     /api/organisations/{organisation}/proposals         any
            GET     /api/members                                        any
            GET     /api/certificates/{certificate}                     any
            GET     /api/proposals/{id}                                 any
            POST    /api/proposals                                      REGISTRAR
            POST    /api/proposals/{id}/approval                        REGISTRAR
            GET     /api/register/documents                             any
            GET     /api/register/documents.csv                         any
            GET     /api/register/seals                                 any
            GET     /api/register/counts                                any
            GET     /api/register/counts.csv                            any
            GET     /api/tallies                                        AUDITOR
            GET     /api/tallies.csv                                    AUDITOR
            GET     /api/register/status                                any
            GET     /api/submissions/{id}                               any
            GET     /api/submissions                                    any
            GET     /api/feed                                           any
            """;

    private static final Set<String> TURNED_AWAY = Set.of("NOT_SIGNED_IN", "NOT_PERMITTED");

    private final Door door;
    private final Map<Role, String> keys = new EnumMap<>(Role.class);
    private final String withoutRoles;

    AccessTableIT(@TempDir Path folder) {
        Enrolment.prepare(SampleTopology.topology().onFreePorts(), folder.resolve("home"), Clock.systemUTC());
        String data = "--muhr.data=" + folder.resolve("data");
        withoutRoles = TestKey.header(Set.of(), data);
        for (Role role : Role.values()) {
            keys.put(role, TestKey.header(Set.of(role), data));
        }
        door = Door.open(folder.resolve("home/profiles"), "customs", folder.resolve("data"));
    }

    @AfterAll
    void close() {
        door.close();
    }

    private record Row(String method, String path, List<String> who) {
        String operation() {
            return method + " " + path;
        }

        boolean isFor(String whom) {
            return who.contains(whom);
        }

        /** With what is in no form, so that nothing comes of it. */
        String asked() {
            return path.replaceAll("\\{[a-z]+}", "x") + (path.equals("/api/feed") ? "?color=red" : "");
        }
    }

    private static List<Row> table() {
        return TABLE.lines()
                .map(line -> List.of(line.split(" +")))
                .map(words -> new Row(words.get(0), words.get(1), words.subList(2, words.size())))
                .toList();
    }

    @Test
    void everyOperationThatIsDescribedHasARowAndEveryRowHasItsOperation() {
        Set<String> described = new TreeSet<>();
        door.get("/api/openapi.json")
                .is(200)
                .json()
                .getAsJsonObject("paths")
                .entrySet()
                .forEach(path -> path.getValue()
                        .getAsJsonObject()
                        .keySet()
                        .forEach(method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        Set<String> written = new TreeSet<>();
        table().stream()
                .filter(row -> row.path.startsWith("/api/") && !row.path.equals("/api/openapi.json"))
                .forEach(row -> written.add(row.operation()));
        assertEquals(written, described);
    }

    @Test
    void theDescriptionSaysOfEachWhoseItIs() {
        JsonObject paths = door.get("/api/openapi.json").json().getAsJsonObject("paths");
        for (Row row : table()) {
            if (paths.has(row.path)) {
                JsonObject operation =
                        paths.getAsJsonObject(row.path).getAsJsonObject(row.method.toLowerCase(Locale.ROOT));
                assertEquals(
                        row.isFor("everybody"),
                        operation.getAsJsonArray("security").isEmpty(),
                        row.operation());
            }
        }
    }

    @Test
    void aKeyMayWhatTheRowsOfItsRolesSay() {
        Map<String, String> wrong = new TreeMap<>();
        for (Row row : table()) {
            keys.forEach((role, key) -> {
                boolean may = row.isFor("everybody") || row.isFor("any") || row.isFor(role.name());
                note(wrong, row, role.name(), may ? "let in" : "NOT_PERMITTED", byKey(row, key));
            });
            note(
                    wrong,
                    row,
                    "a key without roles",
                    row.isFor("everybody") ? "let in" : "NOT_PERMITTED",
                    byKey(row, withoutRoles));
        }
        assertEquals(Map.of(), wrong);
    }

    @Test
    void whoDoesNotSayWhoItIsMayWhatEverybodyMay() {
        Map<String, String> wrong = new TreeMap<>();
        for (Row row : table()) {
            note(
                    wrong,
                    row,
                    "nobody",
                    row.isFor("everybody") ? "let in" : "NOT_SIGNED_IN",
                    said(door.send(door.stranger(row.asked()).method(row.method, BodyPublishers.noBody()))));
        }
        assertEquals(Map.of(), wrong);
    }

    @Test
    void aKeyThatDoesNotStandIsRefusedEverywhere() {
        JsonObject expired = made("{\"label\":\"expired\",\"roles\":[\"ISSUER\"],\"expires\":\"2026-01-01\"}");
        JsonObject revoked = made("{\"label\":\"revoked\",\"roles\":[\"ISSUER\"]}");
        door.delete("/api/keys/" + revoked.get("id").getAsString()).is(204);
        String other = revoked.get("key").getAsString();
        Map<String, String> shown = Map.of(
                "expired", "Bearer " + expired.get("key").getAsString(),
                "revoked", "Bearer " + other,
                "wrong", "Bearer " + other.substring(0, other.length() - 4) + "AAAA",
                "of another kind", "Basic YWRtaW5pc3RyYXRvcjpwYXNzd29yZA==",
                "none", "Bearer");
        Map<String, String> wrong = new TreeMap<>();
        for (Row row : table()) {
            shown.forEach((whose, key) -> note(wrong, row, whose, "NOT_SIGNED_IN", byKey(row, key)));
        }
        assertEquals(Map.of(), wrong);
    }

    @Test
    void aSessionMayWhatItsAccountsRolesSayAndOfADisabledOneNothingIsLeft() {
        Person auditor = Person.signedIn(door, "auditor", "AUDITOR");
        Person both = Person.signedIn(door, "both", "ISSUER", "CARRIER");
        Person disabled = Person.signedIn(door, "disabled", "ADMINISTRATOR", "ISSUER");
        door.send(door.request("/api/accounts/disabled")
                        .header("Content-Type", "application/json")
                        .method("PATCH", BodyPublishers.ofString("{\"disabled\":true}")))
                .is(200);
        String session = disabled.cookie(Person.SESSION);
        Map<String, String> wrong = new TreeMap<>();
        for (Row row : table()) {
            if (row.operation().equals("DELETE /api/session")) {
                continue;
            }
            boolean all = row.isFor("everybody") || row.isFor("any") || row.isFor("people");
            note(
                    wrong,
                    row,
                    "auditor",
                    all || row.isFor("AUDITOR") ? "let in" : "NOT_PERMITTED",
                    bySession(row, auditor));
            note(
                    wrong,
                    row,
                    "issuer and carrier",
                    all || row.isFor("ISSUER") || row.isFor("CARRIER") ? "let in" : "NOT_PERMITTED",
                    bySession(row, both));
            note(
                    wrong,
                    row,
                    "disabled",
                    row.isFor("everybody") ? "let in" : "NOT_SIGNED_IN",
                    bySession(row, disabled.with(Person.SESSION, session)));
        }
        assertEquals(Map.of(), wrong);
    }

    @Test
    void whatIsNotInTheTableIsThereForNobody() {
        List<String> paths = new ArrayList<>(List.of(
                "/api/nothing", "/actuator", "/actuator/env", "/actuator/heapdump", "/error", "/api/openapi.yaml"));
        for (String path : paths) {
            door.get(path).refuses(404, "NO_SUCH_PATH");
            door.send(door.stranger(path)).refuses(404, "NO_SUCH_PATH");
        }
        assertEquals(
                "GET, POST",
                door.send(door.stranger("/api/documents").PUT(BodyPublishers.noBody()))
                        .refuses(405, "METHOD_REFUSED")
                        .header("Allow"));
    }

    private JsonObject made(String wish) {
        return JsonParser.parseString(door.json("/api/keys", wish).is(201).text())
                .getAsJsonObject();
    }

    private String byKey(Row row, String header) {
        return said(door.send(door.stranger(row.asked())
                .header("Authorization", header)
                .method(row.method, BodyPublishers.noBody())));
    }

    private static String bySession(Row row, Person person) {
        return said(person.send(row.method, row.asked(), BodyPublishers.noBody()));
    }

    /** The code of whoever is turned away by the table, and otherwise nothing of what became of it. */
    private static String said(Reply reply) {
        if (reply.header("Content-Type").equals("application/problem+json")
                && TURNED_AWAY.contains(reply.member("code"))) {
            return reply.member("code");
        }
        return "let in";
    }

    private static void note(Map<String, String> wrong, Row row, String caller, String expected, String found) {
        if (!expected.equals(found)) {
            wrong.put(row.operation() + " by " + caller, "expected: " + expected + ", found: " + found);
        }
    }
}
