package uz.muhr.client.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.client.Client;
import uz.muhr.client.TestNetwork;
import uz.muhr.network.script.ScriptNetwork;

/** The life of a permit over HTTP: the agency's client, and that of customs. */
@TestInstance(Lifecycle.PER_CLASS)
@Tag("ledger")
@ExtendWith(TestNetwork.class)
class LifeRestIT {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String VERIFICATIONS = "/api/verifications";

    private final Door agency;
    private final Door customs;
    private byte[] file = {};
    private String number = "";
    private String receipt = "";
    private String permit = "";

    LifeRestIT(ScriptNetwork network, @TempDir Path folder) {
        agency = Door.open(network.profiles(), "quarantine/issuer", folder.resolve("agency"));
        customs = Door.open(network.profiles(), "customs/officer", folder.resolve("customs"));
    }

    @AfterAll
    void close() {
        agency.close();
        customs.close();
    }

    @BeforeEach
    void aPermit() {
        file = content();
        number = Client.newNumber();
        Reply created = agency.form(
                        "/api/documents",
                        Form.of()
                                .field("type", "911")
                                .field("number", number)
                                .field("quantity", "10")
                                .field("unit", "TNE")
                                .file("file", file))
                .is(201);
        receipt = created.text();
        permit = "/api/documents/" + created.member("document");
    }

    @Test
    void itIsSuspendedReinstatedAndItsPolicyRenewed() {
        assertEquals(
                "SUSPENDED",
                agency.json(permit + "/suspension", sequence(1)).is(200).member("status"));
        verify(file, receipt).says("SUSPENDED", "SUSPENDED_BY_ISSUER");
        agency.json(permit + "/suspension", sequence(2)).refuses(409, "ILLEGAL_TRANSITION");
        agency.json(permit + "/reinstatement", sequence(1)).refuses(409, "STALE_SEQUENCE");
        assertEquals(
                "VALID",
                agency.json(permit + "/reinstatement", sequence(2)).is(200).member("status"));
        assertEquals(
                3,
                agency.json(permit + "/renewal", sequence(3))
                        .is(200)
                        .json()
                        .get("sequence")
                        .getAsLong());
        verify(file, receipt).says("VALID", "");
        customs.json(permit + "/suspension", sequence(3)).refuses(403, "NOT_ISSUER");
    }

    @Test
    void itIsReissuedAndAskingAgainAnswersTheSame() {
        byte[] corrected = content();
        Form form = Form.of().field("number", number).field("sequence", "1").file("file", corrected);
        Reply reissued = agency.form(permit + "/reissue", form).is(201);
        assertEquals(
                reissued.text(), agency.form(permit + "/reissue", form).is(200).text());
        verify(corrected, reissued.text()).says("VALID", "");
        verify(file, receipt).says("SUPERSEDED", "EARLIER_VERSION");
        agency.form(
                        permit + "/reissue",
                        Form.of()
                                .field("number", Client.newNumber())
                                .field("sequence", "2")
                                .file("file", content()))
                .refuses(400, "MALFORMED_ARGUMENT");
    }

    @Test
    void itIsReplacedOnceAndItsSuccessorInheritsWhatIsLeft() {
        writeOff("4", 1).is(200);
        byte[] successor = content();
        Form form = Form.of()
                .field("number", Client.newNumber())
                .field("sequence", "1")
                .file("file", successor);
        Reply replaced = agency.form(permit + "/replacement", form).is(201);
        assertEquals(
                replaced.text(),
                agency.form(permit + "/replacement", form).is(200).text());
        verify(file, receipt).says("SUPERSEDED", "SUPERSEDED_BY_ISSUER");
        Reply said = verify(successor, replaced.text());
        said.says("VALID", "");
        JsonObject judged = said.json().getAsJsonArray("records").get(0).getAsJsonObject();
        assertEquals("6", judged.get("remaining").getAsString());
        assertEquals(replaced.member("document"), agency.get(permit).member("replacedBy"));
        agency.form(
                        permit + "/replacement",
                        Form.of()
                                .field("number", Client.newNumber())
                                .field("sequence", "2")
                                .file("file", content()))
                .refuses(409, "ILLEGAL_TRANSITION");
    }

    @Test
    void customsWritesItOffAndTakesOneBack() {
        Reply drawn = writeOff("7.5", 1).is(200);
        assertEquals("7.5", drawn.member("amount"));
        writeOff("1", 1).refuses(409, "DRAW_EXISTS");
        writeOff("3", 2).refuses(409, "QUANTITY_EXCEEDED");
        writeOff("2.5", 3).is(200);
        verify(file, receipt).says("EXHAUSTED", "QUANTITY_USED_UP");
        Reply reversed = customs.send(customs.request(permit + "/write-offs/" + drawn.member("id") + "/reversal")
                        .POST(BodyPublishers.noBody()))
                .is(200);
        assertTrue(reversed.json().has("reversed"));
        verify(file, receipt).says("VALID", "");
        JsonObject all = agency.get(permit + "/customs").is(200).json();
        assertEquals("2.5", all.get("drawn").getAsString());
        JsonArray draws = all.getAsJsonArray("writeOffs");
        assertEquals(2, draws.size());
        assertFalse(draws.get(0).getAsJsonObject().has("reversed"), "the newest first");
        customs.send(customs.request(permit + "/write-offs/" + "0".repeat(64) + "/reversal")
                        .POST(BodyPublishers.noBody()))
                .refuses(404, "UNKNOWN_DRAW");
        agency.json(permit + "/write-offs", newWriteOff("1", 9)).refuses(403, "NOT_AUTHORISED");
    }

    @Test
    void customsHoldsItAndReleasesIt() {
        assertTrue(customs.json(permit + "/hold", sequence(0))
                .is(200)
                .json()
                .get("held")
                .getAsBoolean());
        verify(file, receipt).says("SUSPENDED", "HELD_BY_CUSTOMS");
        customs.json(permit + "/hold", sequence(0)).refuses(409, "STALE_SEQUENCE");
        customs.json(permit + "/hold", sequence(1)).refuses(409, "ILLEGAL_TRANSITION");
        agency.json(permit + "/release", sequence(1)).refuses(403, "NOT_AUTHORISED");
        assertFalse(customs.json(permit + "/release", sequence(1))
                .is(200)
                .json()
                .get("held")
                .getAsBoolean());
        verify(file, receipt).says("VALID", "");
    }

    @Test
    void whatIsNotInItsFormIsRefusedAndChangesNothing() {
        for (String wrong : List.of("", "{}", "[]", "{\"sequence\":0}", "{\"sequence\":1,\"more\":1}")) {
            agency.json(permit + "/suspension", wrong).refuses(400, "MALFORMED_ARGUMENT");
        }
        customs.json(permit + "/hold", "{\"sequence\":-1}").refuses(400, "MALFORMED_ARGUMENT");
        for (String wrong : List.of("0", "-1", "1.50", "1e3", "01")) {
            writeOff(wrong, 1).refuses(400, "MALFORMED_ARGUMENT");
        }
        writeOff("1", 0).refuses(400, "MALFORMED_ARGUMENT");
        agency.form(permit + "/reissue", Form.of().field("number", number).file("file", content()))
                .refuses(400, "MALFORMED_ARGUMENT");
        agency.form(
                        "/api/documents",
                        Form.of()
                                .field("type", "911")
                                .field("number", Client.newNumber())
                                .field("quantity", "10")
                                .file("file", content()))
                .refuses(400, "MALFORMED_ARGUMENT");
        agency.json("/api/documents/" + "0".repeat(64) + "/suspension", sequence(1))
                .refuses(404, "UNKNOWN_DOCUMENT");
        assertEquals(1, agency.get(permit).is(200).json().get("sequence").getAsLong());
    }

    private Reply writeOff(String amount, long line) {
        return customs.json(permit + "/write-offs", newWriteOff(amount, line));
    }

    private static String newWriteOff(String amount, long line) {
        return "{\"declaration\":\"26001/010126/0000417\",\"line\":" + line + ",\"quantity\":\"" + amount
                + "\",\"unit\":\"TNE\"}";
    }

    private Reply verify(byte[] content, String withReceipt) {
        return customs.form(
                VERIFICATIONS, Form.of().field("receipt", withReceipt).file("file", content));
    }

    private static String sequence(long expected) {
        return "{\"sequence\":" + expected + "}";
    }

    private static byte[] content() {
        byte[] bytes = new byte[64];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
