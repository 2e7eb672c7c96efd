package uz.muhr.client.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.client.Client;
import uz.muhr.client.TestNetwork;
import uz.muhr.client.voyage.Registries;
import uz.muhr.network.script.ScriptNetwork;

/** A consignment on its way from Tashkent to Poti, by the command line of each party. */
@Tag("ledger")
@ExtendWith(TestNetwork.class)
class VoyageIT {
    private static final String CONTAINER = "CSQU3054383";

    @TempDir
    Path folder;

    private Path profiles = Path.of("");
    private Path certificate = Path.of("");

    /** The carrier's copy of the receipt, and the customs'. */
    private String carriers = "";

    private String customs = "";

    @BeforeEach
    void anOpenedConsignment(ScriptNetwork network) throws IOException {
        profiles = network.profiles();
        certificate = Client.newFile(folder, "certificate.pdf");
        says(
                "ANCHORED",
                muhr(
                        "submit",
                        certificate.toString(),
                        "--type",
                        "861",
                        "--number",
                        Client.newNumber(),
                        "--as",
                        "chamber"));
        carriers = folder.resolve("carrier").resolve("voyage").toString();
        customs = folder.resolve("customs").resolve("voyage").toString();
        Files.createDirectories(folder.resolve("carrier"));
        Files.createDirectories(folder.resolve("customs"));
        says(
                "OPENED",
                carrier(
                        "consignment",
                        "open",
                        carriers,
                        "--container",
                        CONTAINER,
                        "--document",
                        certificate.toString()));
    }

    private Terminal affix(String number, String... more) {
        return carrier(
                join(new String[] {"seal", "affix", carriers, number, "--maker", "Tamga", "--place", "UZTAS"}, more));
    }

    private void handOverToCustoms() throws IOException {
        says("HANDED OVER", carrier("seal", "hand-over", carriers, "--to", "CustomsMSP", "--place", "AZALT"));
        Files.copy(file(carriers), file(customs), StandardCopyOption.REPLACE_EXISTING);
        says("ACCEPTED", officer("seal", "accept", customs, "--place", "AZALT"));
    }

    @Test
    void aVoyageWithAnInspectionReadsBrokenByAuthorityAndItsDocumentsStand() throws IOException {
        says("AFFIXED", affix(newSeal()));
        says("INTACT", show(carriers));
        handOverToCustoms();
        says("BROKEN", officer("seal", "break", customs, "--reason", "inspection", "--place", "AZALT"));
        String second = newSeal();
        says("REGISTERED", muhr("seal", "register", "--as", "customs/registrar"));
        says(
                "REPLACED",
                officer(
                        "seal", "replace", customs, "--with", second, "--maker", "Davlat", "--party", "CU", "--place",
                        "AZALT"));
        says("HANDED OVER", officer("seal", "hand-over", customs, "--to", "CarrierMSP"));
        refused("NOT_CUSTODIAN", officer("seal", "remove", customs, second));
        Terminal unknown = carrier("seal", "accept", carriers);
        assertEquals(Exit.USAGE, unknown.exit());
        assertTrue(unknown.err().contains("merge"), unknown.err());
        says("MERGED", muhr("consignment", "merge", carriers, customs));
        says("ACCEPTED", carrier("seal", "accept", carriers));
        Path photograph = Client.newFile(folder, "arrival.jpg");
        says(
                "INSPECTED",
                carrier("seal", "inspect", carriers, "--place", "GEPTI", "--evidence", photograph.toString()));
        says("REMOVED", carrier("seal", "remove", carriers, "--place", "GEPTI"));

        Terminal shown = show(carriers);
        says("BROKEN_BY_AUTHORITY", Exit.NOT_VALID, shown);
        assertTrue(shown.out().contains("custody  CarrierMSP"), shown.out());
        assertTrue(shown.out().contains("custody  CustomsMSP"), shown.out());
        assertTrue(shown.out().contains("at GEPTI"), shown.out());
        assertTrue(shown.out().contains("gaps         none"), shown.out());
        assertTrue(shown.out().contains("ChamberMSP: VALID"), shown.out());
        assertFalse(shown.out().contains("is not shown"), shown.out());
    }

    @Test
    void aTamperedSealTaintsTheDocumentsEvidenceAndNotItsStatus() throws IOException {
        says("AFFIXED", affix(newSeal()));
        says("REPORTED", carrier("seal", "report", carriers, "--condition", "broken"));
        JsonObject shown = json(carrier("consignment", "show", carriers, "--json"));
        assertEquals("TAMPERED", shown.get("verdict").getAsString());
        JsonObject document = shown.getAsJsonArray("documents").get(0).getAsJsonObject();
        assertEquals("VALID", document.get("verdict").getAsString());
        assertTrue(document.get("taint").getAsString().contains("tampered"));
        says("VALID", muhr("verify", certificate.toString(), "--as", "customs"));
    }

    @Test
    void atAnEarlierTimeWhatCameLaterDoesNotCount() throws IOException {
        says("AFFIXED", affix(newSeal()));
        JsonObject before = json(carrier("consignment", "show", carriers, "--json"));
        String affixed = seal(before)
                .getAsJsonArray("events")
                .get(0)
                .getAsJsonObject()
                .getAsJsonObject("change")
                .get("time")
                .getAsString();
        nextSecond(affixed);
        says("REPORTED", carrier("seal", "report", carriers, "--condition", "missing"));
        says("MISSING", Exit.NOT_VALID, show(carriers));
        says("INTACT", carrier("consignment", "show", carriers, "--at", affixed));
        refused("UNKNOWN_CONSIGNMENT", carrier("consignment", "show", carriers, "--at", "2026-01-01"));
    }

    /** The times of the ledger are whole seconds. */
    private static void nextSecond(String time) {
        Instant next = Instant.parse(time).plusSeconds(1);
        while (Instant.now().isBefore(next)) {
            Thread.onSpinWait();
        }
    }

    @Test
    void whoHasNeitherCustodyNorAuthorityIsRefusedByName() throws IOException {
        says("AFFIXED", affix(newSeal()));
        Files.copy(file(carriers), file(customs));
        refused("NOT_CUSTODIAN", officer("seal", "accept", customs));
        refused("NOT_AUTHORISED", carrier("seal", "break", carriers));
        refused("NOT_AUTHORISED", muhr("seal", "accept", customs, "--as", "chamber"));
        refused("NOT_CUSTODIAN", carrier("seal", "accept", carriers));
        says("HANDED OVER", carrier("seal", "hand-over", carriers, "--to", "CustomsMSP"));
        says("UNPROVEN", Exit.NOT_VALID, show(carriers));
        says("WITHDRAWN", carrier("seal", "withdraw", carriers));
        says("HANDED OVER", carrier("seal", "hand-over", carriers, "--to", "CustomsMSP"));
        says("DECLINED", officer("seal", "decline", customs));
        says("INTACT", show(carriers));
    }

    @Test
    void oneSealIsAffixedOnceAndTheSameCommandAgainIsHarmless() throws IOException {
        String number = newSeal();
        says("AFFIXED", affix(number));
        Terminal again = affix(number);
        says("AFFIXED", again);
        assertTrue(again.out().contains("(it was already)"), again.out());
        String other = folder.resolve("other").toString();
        says("OPENED", carrier("consignment", "open", other, "--container", CONTAINER));
        refused("SEAL_EXISTS", carrier("seal", "affix", other, number, "--maker", "tamga"));
        Terminal opened = carrier("consignment", "open", other, "--container", CONTAINER);
        assertTrue(opened.out().contains("(it was already)"), opened.out());
        assertEquals(
                Exit.USAGE,
                carrier("consignment", "open", other, "--ucr", "1GB0001").exit());
    }

    @Test
    void containersAndDocumentsAreLinkedLaterAndTwiceIsOnce() throws IOException {
        String[] link = {"consignment", "link", carriers, "--container", "MSKU0000006"};
        says("LINKED", carrier(link));
        Terminal again = carrier(link);
        says("LINKED", again);
        assertTrue(again.out().contains("(it was already)"), again.out());
        refused("NOT_AUTHORISED", officer("consignment", "link", carriers, "--container", "TEMU1234565"));
        says("AFFIXED", affix(newSeal(), "--container", CONTAINER));
        Terminal shown = show(carriers);
        says("UNPROVEN", Exit.NOT_VALID, shown);
        assertTrue(shown.out().contains("has no seal"), shown.out());
    }

    /** The promise of the issue: a voyage's readings in lists, each of them in the seal's history. */
    @Test
    void twoThousandReadingsAreImportedOnceAndEachIsInTheHistory() throws IOException {
        says("AFFIXED", affix(newSeal(), "--device", "urn:epc:id:giai:4780000.7001"));
        Instant begin = Instant.now().minus(2, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
        Path reads = Files.writeString(folder.resolve("reads.json"), epcis(begin, 2000));
        Terminal imported = carrier("seal", "import", carriers, reads.toString());
        says("IMPORTED", imported);
        assertTrue(imported.out().contains("2000 readings recorded"), imported.out());
        Terminal again = carrier("seal", "import", carriers, reads.toString());
        assertTrue(again.out().contains("0 readings recorded, 2000 recorded before"), again.out());

        List<String> times = new ArrayList<>();
        JsonParser.parseString(carrier("seal", "history", carriers, "--json").out())
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
        Terminal shown = show(carriers);
        says("INTACT", shown);
        assertTrue(shown.out().contains("2000 readings"), shown.out());
    }

    @Test
    void aReadingThatSaysOpenedMakesTheSealTamperedAndForeignReadingsAreRefused() throws IOException {
        says("AFFIXED", affix(newSeal(), "--device", "urn:epc:id:giai:4780000.7001"));
        Instant begin = Instant.now().minus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
        Path reads = Files.writeString(folder.resolve("reads.json"), epcis(begin, 3));
        Path stolen = folder.resolve("stolen");
        Files.copy(file(carriers), file(stolen.toString()));
        Terminal foreign = muhr("seal", "import", stolen.toString(), reads.toString(), "--as", "chamber");
        refused("NOT_AUTHORISED", foreign);
        Path opened = Files.writeString(
                folder.resolve("opened.json"),
                epcis(begin.plusSeconds(60), 1).replace("container_closed", "container_open"));
        says("IMPORTED", carrier("seal", "import", carriers, reads.toString(), opened.toString()));
        says("TAMPERED", Exit.NOT_VALID, show(carriers));
    }

    @Test
    void whatIsWrongWithAFileIsSaidAndTheRestIsTaken() throws IOException {
        says("AFFIXED", affix(newSeal(), "--device", "urn:epc:id:giai:4780000.7001"));
        Instant begin = Instant.now().minus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
        String text = epcis(begin, 2).replaceFirst("CSQU3054383", "CSQU3054384");
        Terminal imported = carrier(
                "seal",
                "import",
                carriers,
                Files.writeString(folder.resolve("reads.json"), text).toString());
        says("IMPORTED", imported);
        assertTrue(imported.out().contains("1 reading recorded"), imported.out());
        assertTrue(imported.out().contains("event 1 left out: CONTAINER_NUMBER"), imported.out());
        Terminal none = carrier("seal", "import", carriers, certificate.toString());
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

    private static JsonObject seal(JsonObject shown) {
        return shown.getAsJsonArray("containers")
                .get(0)
                .getAsJsonObject()
                .getAsJsonArray("seals")
                .get(0)
                .getAsJsonObject();
    }

    private static JsonObject json(Terminal terminal) {
        return JsonParser.parseString(terminal.out()).getAsJsonObject();
    }

    private static Path file(String name) {
        return Path.of(name + ".muhr-consignment.json");
    }

    private static String newSeal() {
        return Client.newNumber();
    }

    private Terminal show(String name) {
        return carrier("consignment", "show", name);
    }

    private Terminal carrier(String... arguments) {
        return muhr(join(arguments, "--as", "carrier"));
    }

    private Terminal officer(String... arguments) {
        return muhr(join(arguments, "--as", "customs/officer"));
    }

    private Terminal muhr(String... arguments) {
        boolean keeps = Set.of("affix", "replace", "register").contains(arguments[1]);
        String[] all = arguments[1].equals("merge") ? arguments : join(arguments, "--profiles", profiles.toString());
        // The organisations of one network have one registry key each, whichever test affixes first.
        return Terminal.muhr(
                keeps
                        ? join(
                                all,
                                "--data",
                                Registries.of(profiles).toString())
                        : all);
    }

    private static String[] join(String[] some, String... more) {
        List<String> all = new ArrayList<>(List.of(some));
        all.addAll(List.of(more));
        return all.toArray(new String[0]);
    }

    private static void says(String word, Terminal terminal) {
        says(word, Exit.VALID, terminal);
    }

    private static void says(String word, int exit, Terminal terminal) {
        assertEquals(exit, terminal.exit(), () -> terminal.out() + terminal.err());
        assertTrue(terminal.out().startsWith(word), () -> terminal.out() + terminal.err());
    }

    private static void refused(String code, Terminal terminal) {
        assertEquals(Exit.NOT_VALID, terminal.exit(), () -> terminal.out() + terminal.err());
        assertTrue(terminal.err().startsWith("muhr: " + code + ": "), () -> terminal.out() + terminal.err());
        assertEquals(1, terminal.sentences());
    }
}
