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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import uz.muhr.client.Client;
import uz.muhr.client.TestNetwork;
import uz.muhr.client.web.RunningClients;
import uz.muhr.network.script.ScriptNetwork;

/** What becomes of a permit after it was anchored, by the command line: its agency, customs, and everybody who verifies. */
@Tag("ledger")
@ExtendWith(TestNetwork.class)
@ParameterizedClass
@EnumSource(Way.class)
class LifeOfADocumentIT {
    private static final RunningClients CLIENTS = new RunningClients();

    @TempDir
    static Path data;

    private final Way way;
    private final ScriptNetwork network;

    @TempDir
    Path folder;

    private Path permit = Path.of("");
    private String number = "";

    LifeOfADocumentIT(Way way, ScriptNetwork network) {
        this.way = way;
        this.network = network;
    }

    @AfterAll
    static void close() {
        CLIENTS.close();
    }

    @BeforeEach
    void aPermit() throws IOException {
        permit = Client.newFile(folder, "permit.pdf");
        number = Client.newNumber();
        anchor("10");
    }

    private void anchor(String tonnes) {
        assertSays(
                "ANCHORED",
                muhr(
                        "submit",
                        permit.toString(),
                        "--type",
                        "911",
                        "--number",
                        number,
                        "--quantity",
                        tonnes,
                        "--unit",
                        "TNE",
                        "--as",
                        "quarantine"));
    }

    @Test
    void aSuspendedPermitIsReinstated() {
        assertSays("SUSPENDED", muhr("suspend", permit.toString(), "--as", "quarantine"));
        assertSays("SUSPENDED", verify(permit));
        assertRefused("ILLEGAL_TRANSITION", muhr("suspend", permit.toString(), "--as", "quarantine"));
        assertRefused("STALE_SEQUENCE", muhr("reinstate", permit.toString(), "--sequence", "1", "--as", "quarantine"));
        assertRefused("NOT_ISSUER", muhr("reinstate", permit.toString(), "--as", "chamber"));
        assertSays("REINSTATED", muhr("reinstate", permit.toString(), "--as", "quarantine"));
        assertSays("VALID", verify(permit));
        assertTrue(muhr("history", permit.toString(), "--as", "carrier").out().contains("3 versions"));
    }

    @Test
    void aReissuedPermitHasAnotherContentAndTheFormerOneReadsSuperseded() throws IOException {
        Path corrected = Client.newFile(folder, "corrected.pdf");
        String[] reissue = {"reissue", permit.toString(), "--with", corrected.toString(), "--as", "quarantine"};
        assertSays("ANCHORED", muhr(reissue));
        assertSays("VALID", verify(corrected));
        assertSays("SUPERSEDED", verify(permit));
        Terminal again = muhr(reissue);
        assertSays("ANCHORED", again);
        assertTrue(again.out().contains("(it was already)"), again.out());
        assertTrue(
                muhr("history", corrected.toString(), "--as", "carrier").out().contains("2 versions"));
    }

    @Test
    void aReplacedPermitNamesItsSuccessorWhichInheritsWhatIsLeft() throws IOException {
        assertSays("WRITTEN OFF", writeOff("4", "26001/010126/0000001", "1"));
        Path successor = Client.newFile(folder, "successor.pdf");
        String newNumber = Client.newNumber();
        String[] replace = {
            "replace",
            permit.toString(),
            "--with",
            successor.toString(),
            "--new-number",
            newNumber,
            "--as",
            "quarantine"
        };
        assertSays("ANCHORED", muhr(replace));
        assertTrue(muhr(replace).out().contains("(it was already)"));
        Terminal former = verify(permit);
        assertSays("SUPERSEDED", former);
        assertFalse(former.out().contains("remaining"), former.out());
        Terminal said = verify(successor);
        assertSays("VALID", said);
        assertTrue(said.out().contains("remaining  6 TNE"), said.out());
        JsonObject old = json(muhr("show", permit.toString(), "--as", "customs", "--json"));
        JsonObject young = json(muhr("show", successor.toString(), "--as", "customs", "--json"));
        assertEquals(young.get("document"), old.get("replacedBy"));
        assertEquals(old.get("document"), young.get("replaces"));
        Path third = Client.newFile(folder, "third.pdf");
        assertRefused(
                "ILLEGAL_TRANSITION",
                muhr(
                        "replace",
                        permit.toString(),
                        "--with",
                        third.toString(),
                        "--new-number",
                        Client.newNumber(),
                        "--as",
                        "quarantine"));
        assertFalse(Files.exists(folder.resolve("third.pdf.muhr.json")), "nothing is left of what was refused");
    }

    @Test
    void customsWritesAPermitOffUntilNothingIsLeft() {
        assertSays("WRITTEN OFF", writeOff("7.5", "26001/010126/0000002", "1"));
        assertRefused("DRAW_EXISTS", writeOff("1", "26001/010126/0000002", "1"));
        assertRefused("QUANTITY_EXCEEDED", writeOff("2.6", "26001/010126/0000002", "2"));
        Terminal half = verify(permit);
        assertSays("VALID", half);
        assertTrue(half.out().contains("remaining  2.5 TNE"), half.out());
        assertSays("WRITTEN OFF", writeOff("2.5", "26001/010126/0000002", "3"));
        assertSays("EXHAUSTED", verify(permit));
        assertSays(
                "REVERSED",
                muhr(
                        "reverse-write-off",
                        number,
                        "--issuer",
                        "QuarantineMSP",
                        "--type",
                        "911",
                        "--declaration",
                        "26001/010126/0000002",
                        "--line",
                        "3",
                        "--as",
                        "customs/officer"));
        assertSays("VALID", verify(permit));
        Terminal all = muhr("write-offs", permit.toString(), "--as", "quarantine");
        assertTrue(all.out().contains("In total 7.5 is written off."), all.out());
        assertTrue(all.out().contains("REVERSED  2.5 TNE"), all.out());
    }

    @Test
    void onlyCustomsWritesOffAndInThePermitsUnit() {
        assertRefused("NOT_AUTHORISED", writeOffAs("quarantine", "1", "26001/010126/0000003", "1", "TNE"));
        assertRefused("NOT_AUTHORISED", writeOffAs("customs/issuer", "1", "26001/010126/0000003", "1", "TNE"));
        Terminal kilograms = writeOffAs("customs/officer", "1", "26001/010126/0000003", "1", "KGM");
        assertEquals(Exit.USAGE, kilograms.exit(), kilograms.err());
        assertTrue(kilograms.err().contains("counted in TNE; the draw names KGM"), kilograms.err());
        Terminal none = muhr("write-offs", permit.toString(), "--as", "carrier");
        assertTrue(none.out().contains("Nothing was written off."), none.out());
    }

    @Test
    void whatCustomsHoldsIsSuspendedUntilCustomsReleasesIt() {
        assertSays("HELD", muhr("hold", permit.toString(), "--as", "customs/officer"));
        Terminal held = verify(permit);
        assertSays("SUSPENDED", held);
        assertTrue(held.out().contains("Customs holds it."), held.out());
        assertRefused("ILLEGAL_TRANSITION", writeOff("1", "26001/010126/0000004", "1"));
        assertRefused("NOT_AUTHORISED", muhr("release", permit.toString(), "--as", "quarantine"));
        assertSays("RELEASED", muhr("release", permit.toString(), "--as", "customs/officer"));
        assertSays("VALID", verify(permit));
        assertTrue(
                muhr("write-offs", permit.toString(), "--as", "carrier").out().contains("released"));
    }

    @Test
    void aPermitsPolicyIsRenewedAndItsRecordStays() {
        assertSays("RENEWED", muhr("renew", permit.toString(), "--as", "quarantine"));
        assertTrue(muhr("history", permit.toString(), "--as", "carrier").out().contains("1 version."));
        assertSays("VALID", verify(permit));
    }

    @Test
    void atATimeTheVersionThenInForceAnswers() throws IOException {
        Path receipt = folder.resolve("permit.pdf.muhr.json");
        Files.copy(receipt, folder.resolve("kept.json"), StandardCopyOption.REPLACE_EXISTING);
        assertSays("REVOKED", muhr("revoke", permit.toString(), "--reason", "keyCompromise", "--as", "quarantine"));
        assertSays("REVOKED", verify(permit));
        Terminal before = muhr("verify", permit.toString(), "--at", "2026-01-01", "--as", "customs");
        assertSays("UNKNOWN", before);
    }

    /** Forty want 1 of 25 at once: the ledger gives 25 of them one each, and refuses fifteen. */
    @Test
    void neverMoreIsWrittenOffThanThereIs() throws Exception {
        permit = Client.newFile(folder, "larger.pdf");
        number = Client.newNumber();
        anchor("25");
        ExecutorService officers = Executors.newFixedThreadPool(10);
        try {
            List<Future<Terminal>> all = new ArrayList<>();
            for (int i = 1; i <= 40; i++) {
                String line = Integer.toString(i);
                all.add(officers.submit((Callable<Terminal>) () -> insist("26001/010126/0000005", line)));
            }
            int drawn = 0;
            int refused = 0;
            for (Future<Terminal> each : all) {
                Terminal said = each.get();
                drawn += said.exit() == 0 ? 1 : 0;
                refused +=
                        said.err().contains("QUANTITY_EXCEEDED") || said.err().contains("ILLEGAL_TRANSITION") ? 1 : 0;
            }
            assertEquals(25, drawn);
            assertEquals(15, refused);
            assertSays("EXHAUSTED", verify(permit));
        } finally {
            officers.shutdownNow();
        }
    }

    /** Officers look again and try again until they have a definite answer. */
    private Terminal insist(String declaration, String line) {
        Terminal said = writeOff("1", declaration, line);
        while (said.err().contains("STALE_SEQUENCE") || said.exit() == Exit.UNDETERMINED) {
            said = writeOff("1", declaration, line);
        }
        return said.err().contains("DRAW_EXISTS") ? new Terminal(0, "", "") : said;
    }

    private Terminal writeOff(String amount, String declaration, String line) {
        return writeOffAs("customs/officer", amount, declaration, line, "TNE");
    }

    private Terminal writeOffAs(String who, String amount, String declaration, String line, String unit) {
        return muhr(
                "write-off",
                number,
                "--issuer",
                "QuarantineMSP",
                "--type",
                "911",
                "--amount",
                amount,
                "--unit",
                unit,
                "--declaration",
                declaration,
                "--line",
                line,
                "--as",
                who);
    }

    private Terminal verify(Path file) {
        return muhr("verify", file.toString(), "--as", "customs");
    }

    private Terminal muhr(String... words) {
        List<String> line = way.words(as -> CLIENTS.of(network, data, as), words);
        line.addAll(List.of("--profiles", network.profiles().toString()));
        return Terminal.muhr(line.toArray(String[]::new));
    }

    private static JsonObject json(Terminal said) {
        return JsonParser.parseString(said.out()).getAsJsonObject();
    }

    private static void assertSays(String word, Terminal said) {
        assertTrue(said.out().startsWith(word), said.out() + said.err());
    }

    private static void assertRefused(String code, Terminal said) {
        assertEquals(Exit.NOT_VALID, said.exit(), said.out() + said.err());
        assertTrue((said.out() + said.err()).contains(code), said.out() + said.err());
    }
}
