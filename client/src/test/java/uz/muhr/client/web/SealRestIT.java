package uz.muhr.client.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
import uz.muhr.client.consignment.ConsignmentText;
import uz.muhr.client.voyage.Registries;
import uz.muhr.network.script.ScriptNetwork;
import uz.muhr.protocol.identifier.MspId;

/** A consignment and its seals over HTTP: the carrier's client, and that of customs. */
@TestInstance(Lifecycle.PER_CLASS)
@Tag("ledger")
@ExtendWith(TestNetwork.class)
class SealRestIT {
    private static final String CONTAINER = "CSQU3054383";
    private static final String DEVICE = "urn:epc:id:giai:4780000.7001";

    private final Door carrier;
    private final Door customs;
    private final Door issuer;
    private String document = "";
    private String receipt = "";
    private String number = "";

    SealRestIT(ScriptNetwork network, @TempDir Path folder) {
        Path profiles = network.profiles();
        carrier = Door.open(
                profiles,
                "carrier/carrier",
                Registries.copied(profiles, new MspId("CarrierMSP"), folder.resolve("carrier")));
        customs = Door.open(profiles, "customs/officer", folder.resolve("customs"));
        issuer = Door.open(profiles, "carrier/issuer", folder.resolve("issuer"));
    }

    @AfterAll
    void close() {
        carrier.close();
        customs.close();
        issuer.close();
    }

    @BeforeEach
    void anOpenedConsignment() {
        byte[] content = new byte[64];
        new SecureRandom().nextBytes(content);
        document = issuer.form(
                        "/api/documents",
                        Form.of()
                                .field("type", "705")
                                .field("number", Client.newNumber())
                                .file("file", content))
                .is(201)
                .text();
        receipt = carrier.json(
                        "/api/consignments",
                        "{\"ucr\": \"6UZ201234567TAS0001\", \"containers\": [\"" + CONTAINER + "\"], \"documents\": ["
                                + document + "]}")
                .is(201)
                .text();
        number = Client.newNumber();
    }

    private JsonObject body() {
        JsonObject body = new JsonObject();
        body.add("receipt", JsonParser.parseString(receipt));
        return body;
    }

    private Reply affix() {
        JsonObject seal = new JsonObject();
        seal.addProperty("container", CONTAINER);
        seal.addProperty("manufacturer", "TAMGA");
        seal.addProperty("number", number);
        seal.addProperty("class", "H");
        seal.addProperty("sealKind", "electronic");
        seal.addProperty("party", "CA");
        JsonArray devices = new JsonArray();
        devices.add(DEVICE);
        seal.add("devices", devices);
        JsonObject body = body();
        body.add("seal", seal);
        body.addProperty("place", "UZTAS");
        return carrier.json("/api/seals", body.toString());
    }

    private void affixed() {
        Reply reply = affix().is(200);
        assertEquals("SEALED", reply.member("state"));
        receipt = reply.json().get("receipt").toString();
    }

    private Reply act(Door door, long sequence, String act, String... more) {
        JsonObject body = body();
        body.addProperty("number", number);
        body.addProperty("sequence", sequence);
        body.addProperty("act", act);
        for (int i = 0; i < more.length; i += 2) {
            body.addProperty(more[i], more[i + 1]);
        }
        return door.json("/api/seals/acts", body.toString());
    }

    private Reply show(Door door) {
        return door.json("/api/consignments/answers", body().toString()).is(200);
    }

    @Test
    void theReceiptIsWholeAndKnowsWhatWasDone() {
        affixed();
        assertEquals(
                number, ConsignmentText.parse(receipt).seals().get(0).number().value());
        assertTrue(ConsignmentText.parse(receipt).opened().isPresent());
        assertEquals("INTACT", show(customs).member("verdict"));
        affix().refuses(409, "SEAL_EXISTS");
    }

    @Test
    void custodyGoesFromHandToHandAndNobodyElseActs() {
        affixed();
        act(carrier, 1, "hand-over", "to", "CustomsMSP", "place", "AZALT").is(200);
        act(carrier, 2, "accept").refuses(403, "NOT_CUSTODIAN");
        act(customs, 1, "accept").refuses(409, "STALE_SEQUENCE");
        assertEquals("CustomsMSP", act(customs, 2, "accept").is(200).member("holder"));
        act(carrier, 3, "remove").refuses(403, "NOT_CUSTODIAN");
        act(carrier, 3, "break", "reason", "inspection").refuses(403, "NOT_AUTHORISED");
        act(customs, 3, "inspect", "condition", "right").is(200);
        assertEquals(
                "BROKEN", act(customs, 4, "break", "reason", "sampling").is(200).member("state"));
        assertEquals("REMOVED", act(customs, 5, "remove").is(200).member("state"));
        JsonObject shown = show(carrier).json();
        assertEquals("BROKEN_BY_AUTHORITY", shown.get("verdict").getAsString());
        JsonObject paper = shown.getAsJsonArray("documents").get(0).getAsJsonObject();
        assertEquals("VALID", paper.get("verdict").getAsString());
        assertFalse(paper.has("taint") && !paper.get("taint").isJsonNull());
    }

    @Test
    void aReportTaintsTheEvidenceAndTheSameTwiceIsOne() {
        affixed();
        JsonObject report = body();
        report.addProperty("number", number);
        report.addProperty("sequence", 1);
        report.addProperty("condition", "damaged");
        assertEquals(
                2,
                carrier.json("/api/seals/reports", report.toString())
                        .is(200)
                        .json()
                        .get("sequence")
                        .getAsInt());
        assertEquals(
                2,
                carrier.json("/api/seals/reports", report.toString())
                        .is(200)
                        .json()
                        .get("sequence")
                        .getAsInt());
        JsonObject shown = show(carrier).json();
        assertEquals("TAMPERED", shown.get("verdict").getAsString());
        JsonObject paper = shown.getAsJsonArray("documents").get(0).getAsJsonObject();
        assertEquals("VALID", paper.get("verdict").getAsString());
        assertTrue(paper.get("taint").getAsString().contains("tampered"));
        report.addProperty("condition", "right");
        carrier.json("/api/seals/reports", report.toString()).refuses(400, "MALFORMED_ARGUMENT");
    }

    @Test
    void aFileOfReadingsIsRecordedOnce() {
        affixed();
        Instant time = Instant.now().minus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
        String event = """
                {"eventID": "door-%s", "eventDateTime": "%s", "eventUpdatedDateTime": "%s",
                 "eventClassification": {"eventTypeCode": "IOT", "eventClassifierCode": "ACT", "iotEventTypeCode": "DETC"},
                 "equipmentDetails": {"equipmentReference": "CSQU3054383"}, "iotDetails": {"iotEventCode": "%s"}}""";
        JsonObject body = body();
        body.addProperty(
                "file",
                "{\"events\": [" + event.formatted(number, time, time, "DRC") + ", "
                        + event.formatted("x", time, "today", "DRC") + "]}");
        JsonObject imported =
                carrier.json("/api/seals/readings", body.toString()).is(200).json();
        assertEquals(1, imported.get("recorded").getAsInt(), imported::toString);
        assertEquals(
                "WRONG_TIME",
                imported.getAsJsonArray("faults")
                        .get(0)
                        .getAsJsonObject()
                        .get("code")
                        .getAsString());
        JsonObject again =
                carrier.json("/api/seals/readings", body.toString()).is(200).json();
        assertEquals(1, again.get("alreadyRecorded").getAsInt(), again::toString);
        assertEquals("INTACT", show(carrier).member("verdict"));
    }

    @Test
    void moreIsLinkedByTheOpenerAlone() {
        JsonObject link = body();
        link.addProperty("sequence", 1);
        JsonArray containers = new JsonArray();
        containers.add("MSKU0000006");
        link.add("containers", containers);
        link.add("documents", new JsonArray());
        customs.json("/api/consignments/links", link.toString()).refuses(403, "NOT_AUTHORISED");
        receipt =
                carrier.json("/api/consignments/links", link.toString()).is(200).text();
        assertEquals(2, ConsignmentText.parse(receipt).containers().size());
        carrier.json("/api/consignments/links", link.toString()).refuses(409, "STALE_SEQUENCE");
    }

    @Test
    void whatIsNotInItsFormIsRefused() {
        carrier.json("/api/consignments", "{}").refuses(400, "MALFORMED_ARGUMENT");
        carrier.json("/api/consignments/answers", "{\"receipt\": {}}").refuses(400, "MALFORMED_ARGUMENT");
        JsonObject damaged = body();
        damaged.getAsJsonObject("receipt").addProperty("secret", "00".repeat(32));
        carrier.json("/api/consignments/answers", damaged.toString()).refuses(400, "MALFORMED_ARGUMENT");
        JsonObject more = body();
        more.addProperty("more", 1);
        carrier.json("/api/consignments/answers", more.toString()).refuses(400, "MALFORMED_ARGUMENT");
        act(carrier, 1, "swallow").refuses(400, "MALFORMED_ARGUMENT");
    }
}
