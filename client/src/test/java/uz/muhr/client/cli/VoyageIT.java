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
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.client.Client;
import uz.muhr.client.TestNetwork;
import uz.muhr.network.script.ScriptNetwork;

/** A consignment on its way from Tashkent to Poti, by the command line of each party. */
@Tag("ledger")
@ExtendWith(TestNetwork.class)
class VoyageIT {
    private static final String CONTAINER = "CSQU3054383";

    @TempDir
    Path folder;

    private Parties parties = new Parties(Path.of(""));
    private Path certificate = Path.of("");

    /** The carrier's copy of the receipt, and the customs'. */
    private String carriers = "";

    private String customs = "";

    @BeforeEach
    void anOpenedConsignment(ScriptNetwork network) throws IOException {
        parties = new Parties(network.profiles());
        certificate = Client.newFile(folder, "certificate.pdf");
        says(
                "ANCHORED",
                parties.muhr(
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
                parties.carrier(
                        "consignment",
                        "open",
                        carriers,
                        "--container",
                        CONTAINER,
                        "--document",
                        certificate.toString()));
    }

    private Terminal affix(String number, String... more) {
        return parties.affix(carriers, number, more);
    }

    private void handOverToCustoms() throws IOException {
        says("HANDED OVER", parties.carrier("seal", "hand-over", carriers, "--to", "CustomsMSP", "--place", "AZALT"));
        Files.copy(Parties.file(carriers), Parties.file(customs), StandardCopyOption.REPLACE_EXISTING);
        says("ACCEPTED", parties.officer("seal", "accept", customs, "--place", "AZALT"));
    }

    @Test
    void aVoyageWithAnInspectionReadsBrokenByAuthorityAndItsDocumentsStand() throws IOException {
        says("AFFIXED", affix(Client.newNumber()));
        says("INTACT", show(carriers));
        handOverToCustoms();
        says("BROKEN", parties.officer("seal", "break", customs, "--reason", "inspection", "--place", "AZALT"));
        String second = Client.newNumber();
        says("REGISTERED", parties.muhr("seal", "register", "--as", "customs/registrar"));
        says(
                "REPLACED",
                parties.officer(
                        "seal", "replace", customs, "--with", second, "--maker", "Davlat", "--party", "CU", "--place",
                        "AZALT"));
        says("HANDED OVER", parties.officer("seal", "hand-over", customs, "--to", "CarrierMSP"));
        refused("ILLEGAL_TRANSITION", parties.officer("seal", "remove", customs, second));
        Terminal unknown = parties.carrier("seal", "accept", carriers);
        assertEquals(Exit.USAGE, unknown.exit());
        assertTrue(unknown.err().contains("merge"), unknown.err());
        says("MERGED", parties.muhr("consignment", "merge", carriers, customs));
        says("ACCEPTED", parties.carrier("seal", "accept", carriers));
        refused("NOT_CUSTODIAN", parties.officer("seal", "remove", customs, second));
        Path photograph = Client.newFile(folder, "arrival.jpg");
        says(
                "INSPECTED",
                parties.carrier("seal", "inspect", carriers, "--place", "GEPTI", "--evidence", photograph.toString()));
        says("REMOVED", parties.carrier("seal", "remove", carriers, "--place", "GEPTI"));

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
        says("AFFIXED", affix(Client.newNumber()));
        says("REPORTED", parties.carrier("seal", "report", carriers, "--condition", "broken"));
        JsonObject shown = json(parties.carrier("consignment", "show", carriers, "--json"));
        assertEquals("TAMPERED", shown.get("verdict").getAsString());
        JsonObject document = shown.getAsJsonArray("documents").get(0).getAsJsonObject();
        assertEquals("VALID", document.get("verdict").getAsString());
        assertTrue(document.get("taint").getAsString().contains("tampered"));
        says("VALID", parties.muhr("verify", certificate.toString(), "--as", "customs"));
    }

    @Test
    void atAnEarlierTimeWhatCameLaterDoesNotCount() throws IOException {
        says("AFFIXED", affix(Client.newNumber()));
        JsonObject before = json(parties.carrier("consignment", "show", carriers, "--json"));
        String affixed = seal(before)
                .getAsJsonArray("events")
                .get(0)
                .getAsJsonObject()
                .getAsJsonObject("change")
                .get("time")
                .getAsString();
        Client.waitUntilAfter(Instant.parse(affixed));
        says("REPORTED", parties.carrier("seal", "report", carriers, "--condition", "missing"));
        says("MISSING", Exit.NOT_VALID, show(carriers));
        says("INTACT", parties.carrier("consignment", "show", carriers, "--at", affixed));
        refused("UNKNOWN_CONSIGNMENT", parties.carrier("consignment", "show", carriers, "--at", "2026-01-01"));
    }

    @Test
    void whoHasNeitherCustodyNorAuthorityIsRefusedByName() throws IOException {
        says("AFFIXED", affix(Client.newNumber()));
        Files.copy(Parties.file(carriers), Parties.file(customs));
        refused("NOT_CUSTODIAN", parties.officer("seal", "accept", customs));
        refused("NOT_AUTHORISED", parties.carrier("seal", "break", carriers));
        refused("NOT_AUTHORISED", parties.muhr("seal", "accept", customs, "--as", "chamber"));
        refused("NOT_CUSTODIAN", parties.carrier("seal", "accept", carriers));
        says("HANDED OVER", parties.carrier("seal", "hand-over", carriers, "--to", "CustomsMSP"));
        says("UNPROVEN", Exit.NOT_VALID, show(carriers));
        says("WITHDRAWN", parties.carrier("seal", "withdraw", carriers));
        says("HANDED OVER", parties.carrier("seal", "hand-over", carriers, "--to", "CustomsMSP"));
        says("DECLINED", parties.officer("seal", "decline", customs));
        says("INTACT", show(carriers));
    }

    @Test
    void oneSealIsAffixedOnceAndTheSameCommandAgainIsHarmless() throws IOException {
        String number = Client.newNumber();
        says("AFFIXED", affix(number));
        Terminal again = affix(number);
        says("AFFIXED", again);
        assertTrue(again.out().contains("(it was already)"), again.out());
        String other = folder.resolve("other").toString();
        says("OPENED", parties.carrier("consignment", "open", other, "--container", CONTAINER));
        refused("SEAL_EXISTS", parties.carrier("seal", "affix", other, number, "--maker", "tamga"));
        Terminal opened = parties.carrier("consignment", "open", other, "--container", CONTAINER);
        assertTrue(opened.out().contains("(it was already)"), opened.out());
        assertEquals(
                Exit.USAGE,
                parties.carrier("consignment", "open", other, "--ucr", "1GB0001")
                        .exit());
    }

    @Test
    void containersAndDocumentsAreLinkedLaterAndTwiceIsOnce() throws IOException {
        String[] link = {"consignment", "link", carriers, "--container", "MSKU0000006"};
        says("LINKED", parties.carrier(link));
        Terminal again = parties.carrier(link);
        says("LINKED", again);
        assertTrue(again.out().contains("(it was already)"), again.out());
        refused("NOT_AUTHORISED", parties.officer("consignment", "link", carriers, "--container", "TEMU1234565"));
        says("AFFIXED", affix(Client.newNumber(), "--container", CONTAINER));
        Terminal shown = show(carriers);
        says("UNPROVEN", Exit.NOT_VALID, shown);
        assertTrue(shown.out().contains("has no seal"), shown.out());
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

    private Terminal show(String name) {
        return parties.carrier("consignment", "show", name);
    }
}
