package uz.muhr.client.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static uz.muhr.client.cli.Parties.refused;
import static uz.muhr.client.cli.Parties.says;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.client.Client;
import uz.muhr.client.TestNetwork;
import uz.muhr.network.script.ScriptNetwork;

/** The readings of an electronic seal, imported from files by the command line. */
@Tag("ledger")
@Tag("long-on-fabric")
@ExtendWith(TestNetwork.class)
class SealImportIT {
    @TempDir
    Path folder;

    private Parties parties = new Parties(Path.of(""));
    private String carriers = "";

    @BeforeEach
    void anOpenedConsignment(ScriptNetwork network) {
        parties = new Parties(network.profiles());
        carriers = folder.resolve("voyage").toString();
        says("OPENED", parties.carrier("consignment", "open", carriers, "--container", "CSQU3054383"));
    }

    /** The promise of the issue: a voyage's readings in lists, each of them in the seal's history. */
    @Test
    void twoThousandReadingsAreImportedOnceAndEachIsInTheHistory() throws IOException {
        says("AFFIXED", parties.affix(carriers, Client.newNumber(), "--device", "urn:epc:id:giai:4780000.7001"));
        Instant begin = Instant.now().minus(2, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
        Path reads = Files.writeString(folder.resolve("reads.json"), epcis(begin, 2000));
        Terminal imported = parties.carrier("seal", "import", carriers, reads.toString());
        says("IMPORTED", imported);
        assertTrue(imported.out().contains("2000 readings recorded"), imported.out());
        Terminal again = parties.carrier("seal", "import", carriers, reads.toString());
        assertTrue(again.out().contains("0 readings recorded, 2000 recorded before"), again.out());

        List<String> times = new ArrayList<>();
        JsonParser.parseString(
                        parties.carrier("seal", "history", carriers, "--json").out())
                .getAsJsonArray()
                .forEach(event -> {
                    JsonObject read = event.getAsJsonObject();
                    if (read.get("operation").getAsString().equals("READ")) {
                        assertFalse(read.get("outOfOrder").getAsBoolean());
                        times.add(read.get("claimed").getAsString());
                    }
                });
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            expected.add(begin.plusSeconds(i).toString());
        }
        assertEquals(expected, times);
        Terminal shown = parties.carrier("consignment", "show", carriers);
        says("INTACT", shown);
        assertTrue(shown.out().contains("2000 readings"), shown.out());
    }

    @Test
    void aReadingThatSaysOpenedMakesTheSealTamperedAndForeignReadingsAreRefused() throws IOException {
        says("AFFIXED", parties.affix(carriers, Client.newNumber(), "--device", "urn:epc:id:giai:4780000.7001"));
        Instant begin = Instant.now().minus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
        Path reads = Files.writeString(folder.resolve("reads.json"), epcis(begin, 3));
        Path stolen = folder.resolve("stolen");
        Files.copy(Parties.file(carriers), Parties.file(stolen.toString()));
        Terminal foreign = parties.muhr("seal", "import", stolen.toString(), reads.toString(), "--as", "chamber");
        refused("NOT_AUTHORISED", foreign);
        Path opened = Files.writeString(
                folder.resolve("opened.json"),
                epcis(begin.plusSeconds(60), 1).replace("container_closed", "container_open"));
        says("IMPORTED", parties.carrier("seal", "import", carriers, reads.toString(), opened.toString()));
        says("TAMPERED", Exit.NOT_VALID, parties.carrier("consignment", "show", carriers));
    }

    @Test
    void whoHasHandedTheSealOverMayNotReadItAnyMore() throws IOException {
        says("AFFIXED", parties.affix(carriers, Client.newNumber(), "--device", "urn:epc:id:giai:4780000.7001"));
        says("HANDED OVER", parties.carrier("seal", "hand-over", carriers, "--to", "CustomsMSP"));
        says("ACCEPTED", parties.officer("seal", "accept", carriers));
        Instant begin = Instant.now().minus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
        Path reads = Files.writeString(folder.resolve("reads.json"), epcis(begin, 3));
        Terminal foreign = parties.carrier("seal", "import", carriers, reads.toString());
        says("IMPORTED", Exit.NOT_VALID, foreign);
        assertTrue(foreign.out().contains("3 refused: NOT_CUSTODIAN"), foreign.out());
        says("IMPORTED", parties.officer("seal", "import", carriers, reads.toString()));
        assertTrue(
                parties.carrier("seal", "import", carriers, reads.toString())
                        .out()
                        .contains("3 recorded before"),
                "whoever sends it again, it is the same reading");
    }

    @Test
    void whatIsWrongWithAFileIsSaidAndTheRestIsTaken() throws IOException {
        says("AFFIXED", parties.affix(carriers, Client.newNumber(), "--device", "urn:epc:id:giai:4780000.7001"));
        Instant begin = Instant.now().minus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
        String text = epcis(begin, 2).replaceFirst("CSQU3054383", "CSQU3054384");
        Terminal imported = parties.carrier(
                "seal",
                "import",
                carriers,
                Files.writeString(folder.resolve("reads.json"), text).toString());
        says("IMPORTED", imported);
        assertTrue(imported.out().contains("1 reading recorded"), imported.out());
        assertTrue(imported.out().contains("event 1 left out: CONTAINER_NUMBER"), imported.out());
        Terminal none = parties.carrier(
                "seal",
                "import",
                carriers,
                Client.newFile(folder, "certificate.pdf").toString());
        assertEquals(Exit.USAGE, none.exit());
        assertEquals(1, none.sentences(), none.err());
    }

    private static String epcis(Instant begin, int count) {
        List<String> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            events.add("""
                    {"type": "ObjectEvent", "eventID": "urn:uuid:0c1f6a52-6a2f-4c8e-9d52-%012d", "eventTime": "%s",
                     "eventTimeZoneOffset": "+05:00", "action": "OBSERVE", "bizStep": "sensor_reporting",
                     "disposition": "container_closed", "epcList": ["urn:epc:id:bic:CSQU3054383"],
                     "sensorElementList": [{"sensorMetadata": {"deviceID": "urn:epc:id:giai:4780000.7001"},
                       "sensorReport": [{"type": "seal:BatteryLevel", "value": 87, "uom": "P1"}]}]}
                    """.formatted(begin.getEpochSecond() + i, begin.plusSeconds(i)));
        }
        return """
                {"@context": ["https://ref.gs1.org/standards/epcis/epcis-context.jsonld"], "type": "EPCISDocument",
                 "schemaVersion": "2.0", "creationDate": "2026-11-19T00:00:00Z", "epcisBody": {"eventList": %s}}
                """.formatted(events);
    }
}
