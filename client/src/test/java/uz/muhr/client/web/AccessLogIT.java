package uz.muhr.client.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import uz.muhr.network.identity.Enrolment;
import uz.muhr.network.topology.SampleTopology;

/** Who changed who may come in can be read afterwards, and nothing that lets anybody in. There is no ledger here. */
@TestInstance(Lifecycle.PER_CLASS)
class AccessLogIT {
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Door door;

    AccessLogIT(@TempDir Path folder) {
        Enrolment.prepare(SampleTopology.topology().onFreePorts(), folder.resolve("home"), Clock.systemUTC());
        door = Door.open(folder.resolve("home/profiles"), "chamber", folder.resolve("data"));
        log.list = new CopyOnWriteArrayList<>();
        log.start();
        ((Logger) LoggerFactory.getLogger("uz.muhr.access")).addAppender(log);
    }

    @BeforeEach
    void forget() {
        log.list.clear();
    }

    @AfterAll
    void close() {
        door.close();
    }

    private List<String> said() {
        return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    private Reply change(String name, String change) {
        return door.send(door.request("/api/accounts/" + name)
                .header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofString(change)));
    }

    @Test
    void eachChangeOfAnAccountHasALineWithWhoMadeIt() {
        String first = Person.account(door, "dilnoza", "OFFICER", "ISSUER");
        change("dilnoza", "{\"roles\":[\"AUDITOR\"]}").is(200);
        change("dilnoza", "{\"disabled\":true}").is(200);
        String second = door.send(door.request("/api/accounts/dilnoza/password").POST(BodyPublishers.noBody()))
                .is(200)
                .member("password");
        assertEquals(
                List.of(
                        "tests: the account dilnoza is made; roles: ISSUER, OFFICER.",
                        "tests: the account dilnoza is changed; roles: AUDITOR.",
                        "tests: the account dilnoza is changed, disabled; roles: AUDITOR.",
                        "tests: the account dilnoza is given a new password, disabled; roles: AUDITOR."),
                said());
        assertFalse(said().stream().anyMatch(line -> line.contains(first) || line.contains(second)));
    }

    @Test
    void soHasEachKey() {
        Person administrator = Person.signedIn(door, "rustam", "ADMINISTRATOR");
        forget();
        Reply made = administrator
                .json("/api/keys", "{\"label\":\"single window\",\"roles\":[\"ISSUER\"]}")
                .is(201);
        String id = made.member("id");
        administrator.send("DELETE", "/api/keys/" + id, BodyPublishers.noBody()).is(204);
        assertEquals(
                List.of("rustam: the key " + id + " is made; roles: ISSUER.", "rustam: the key " + id + " is revoked."),
                said());
        String secret = made.member("key").substring(("muhr_" + id + "_").length());
        assertFalse(said().stream().anyMatch(line -> line.contains(secret)));
    }

    @Test
    void whatWasNotDoneHasNone() {
        change("nobody", "{\"disabled\":true}").refuses(404, "UNKNOWN_ACCOUNT");
        door.json("/api/accounts", "{\"name\":\"administrator\",\"roles\":[\"ISSUER\"]}")
                .refuses(409, "ACCOUNT_EXISTS");
        door.delete("/api/keys/" + "0".repeat(16)).refuses(404, "UNKNOWN_KEY");
        Person.signedIn(door, "botir", "ISSUER").get("/api/keys").refuses(403, "NOT_PERMITTED");
        assertEquals(
                List.of("tests: the account botir is made; roles: ISSUER.", "botir signed in from 127.0.0.1."), said());
    }
}
