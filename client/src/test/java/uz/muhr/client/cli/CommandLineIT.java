package uz.muhr.client.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** The main job by the command line, against a running network. */
@Tag("ledger")
@ExtendWith(TestNetwork.class)
class CommandLineIT {
    @TempDir
    Path folder;

    private Path profiles = Path.of("");
    private Path file = Path.of("");
    private String number = "";

    @BeforeEach
    void aDocument(ScriptNetwork network) throws IOException {
        profiles = network.profiles();
        file = Client.newFile(folder, "certificate.pdf");
        number = Client.newNumber();
    }

    @Test
    void anAnchoredDocumentIsValidForEverybody() {
        submit("--as", "chamber");
        for (String organisation : List.of("customs", "chamber", "quarantine", "carrier", "customs/auditor")) {
            assertVerdict("VALID", 0, muhr("verify", file.toString(), "--as", organisation));
        }
    }

    @Test
    void anAlteredDocumentIsNotValid() throws IOException {
        submit("--as", "chamber");
        byte[] content = Files.readAllBytes(file);
        content[content.length / 2] ^= 1;
        Files.write(file, content);
        Terminal said = muhr("verify", file.toString(), "--as", "customs");
        assertVerdict("ALTERED", 1, said);
        assertTrue(said.out().contains("receipt was made for another content"), said.out());
    }

    @Test
    void aDocumentThatNobodyAnchoredIsUnknownAndTheReceiptIsMentioned() {
        Terminal said = muhr("verify", file.toString(), "--as", "customs");
        assertVerdict("UNKNOWN", 1, said);
        assertTrue(said.out().contains("receipt"), said.out());
    }

    @Test
    void aSaltedDocumentWithoutItsReceiptIsUndeterminedAndNotAltered() throws IOException {
        submit("--as", "chamber");
        Files.delete(receipt());
        Terminal said = verifyByNumber(number, file.toString());
        assertVerdict("UNDETERMINED", 2, said);
        assertTrue(said.out().contains("receipt"), said.out());
        assertVerdict("UNKNOWN", 1, muhr("verify", file.toString(), "--as", "customs"));
    }

    @Test
    void aReceiptThatLiesElsewhereIsNamed() throws IOException {
        submit("--as", "chamber");
        Path elsewhere = Files.move(receipt(), folder.resolve("kept.json"));
        assertVerdict(
                "VALID", 0, muhr("verify", file.toString(), "--receipt", elsewhere.toString(), "--as", "customs"));
    }

    @Test
    void theReceiptOfAnotherDocumentMakesItAltered() throws IOException {
        submit("--as", "chamber");
        Path other = Client.newFile(folder, "other.pdf");
        assertVerdict(
                "ALTERED",
                1,
                muhr("verify", other.toString(), "--receipt", receipt().toString(), "--as", "customs"));
    }

    @Test
    void anOpenDocumentNeedsNoReceipt() throws IOException {
        submit("--as", "chamber", "--open");
        Files.delete(receipt());
        assertVerdict("VALID", 0, muhr("verify", file.toString(), "--as", "customs"));
        byte[] content = Files.readAllBytes(file);
        content[0] ^= 1;
        Files.write(file, content);
        assertVerdict("ALTERED", 1, verifyByNumber(number, file.toString()));
    }

    @Test
    void aNumberWithoutContentIsNeverValid() {
        submit("--as", "chamber");
        assertVerdict("UNDETERMINED", 2, verifyByNumber(number));
        assertVerdict("UNKNOWN", 1, verifyByNumber(Client.newNumber()));
    }

    @Test
    void caseAndSpacingOfANumberDoNotMatter() throws IOException {
        submit("--as", "chamber");
        Path second = Client.newFile(folder, "second.pdf");
        Terminal said = muhr(
                "submit",
                second.toString(),
                "--type",
                "861",
                "--number",
                "  " + number.toLowerCase(java.util.Locale.ROOT) + " ",
                "--as",
                "chamber");
        assertEquals(1, said.exit());
        assertTrue(said.out().contains("DOCUMENT_EXISTS"), said.out());
        assertFalse(Files.exists(folder.resolve("second.pdf.muhr.json")));
    }

    @Test
    void oneContentUnderTwoNumbersIsAllowedAndBothAreListed() throws IOException {
        submit("--as", "chamber", "--open");
        Files.delete(receipt());
        number = Client.newNumber();
        submit("--as", "chamber", "--open");
        Files.delete(receipt());
        JsonObject answer = json(muhr("verify", file.toString(), "--as", "customs", "--json"));
        assertEquals("VALID", answer.get("verdict").getAsString());
        assertEquals(2, answer.getAsJsonArray("records").size());
    }

    @Test
    void recordsOfOneContentThatDisagreeAreUndeterminedUntilOneIsNamed() throws IOException {
        submit("--as", "chamber", "--open");
        assertEquals(
                0,
                muhr("revoke", file.toString(), "--reason", "unspecified", "--as", "chamber")
                        .exit());
        Files.delete(receipt());
        number = Client.newNumber();
        submit("--as", "chamber", "--open");
        Files.delete(receipt());
        assertVerdict("UNDETERMINED", 2, muhr("verify", file.toString(), "--as", "customs"));
        assertVerdict("VALID", 0, verifyByNumber(number, file.toString()));
    }

    @Test
    void anOrganisationWithoutAuthorityIsRefused() {
        Terminal said = muhr("submit", file.toString(), "--type", "861", "--number", number, "--as", "carrier/issuer");
        assertEquals(1, said.exit());
        assertTrue(said.out().contains("NOT_AUTHORISED"), said.out());
        assertFalse(Files.exists(receipt()));
    }

    @Test
    void aUserWithoutTheRoleIsRefused() {
        Terminal said =
                muhr("submit", file.toString(), "--type", "861", "--number", number, "--as", "chamber/registrar");
        assertEquals(1, said.exit());
        assertTrue(said.out().contains("NOT_AUTHORISED"), said.out());
        assertFalse(Files.exists(receipt()));
    }

    @Test
    void aRevokedDocumentIsReportedRevokedAndItsHistoryTellsBoth() throws IOException {
        submit("--as", "chamber");
        assertEquals(
                0,
                muhr("revoke", file.toString(), "--reason", "keyCompromise", "--as", "chamber")
                        .exit());
        assertVerdict("REVOKED", 1, muhr("verify", file.toString(), "--as", "customs"));
        JsonArray versions = JsonParser.parseString(muhr("history", file.toString(), "--as", "carrier", "--json")
                        .out())
                .getAsJsonArray();
        assertEquals(2, versions.size());
        assertEquals("REVOKED", versions.get(0).getAsJsonObject().get("status").getAsString());
        assertEquals("VALID", versions.get(1).getAsJsonObject().get("status").getAsString());
        long anchored = block(versions.get(1), "changed");
        assertEquals(
                JsonParser.parseString(Files.readString(receipt()))
                        .getAsJsonObject()
                        .get("block")
                        .getAsLong(),
                anchored);
        assertEquals(anchored, block(versions.get(0), "anchored"));
        assertTrue(block(versions.get(0), "changed") > anchored);
        String lines = muhr("history", file.toString(), "--as", "carrier").out();
        assertTrue(lines.contains(" of block " + anchored), lines);
    }

    private static long block(JsonElement version, String change) {
        return version.getAsJsonObject().getAsJsonObject(change).get("block").getAsLong();
    }

    @Test
    void aDocumentIsRevokedByItsIssuerAloneAndOnce() {
        submit("--as", "chamber");
        Terminal foreign = muhr("revoke", file.toString(), "--reason", "unspecified", "--as", "carrier/issuer");
        assertEquals(1, foreign.exit());
        assertTrue(foreign.err().contains("NOT_ISSUER"), foreign.err());
        assertEquals(
                0,
                muhr("revoke", file.toString(), "--reason", "unspecified", "--as", "chamber")
                        .exit());
        Terminal again = muhr("revoke", file.toString(), "--reason", "unspecified", "--as", "chamber");
        assertTrue(again.err().contains("ILLEGAL_TRANSITION"), again.err());
        Terminal stale =
                muhr("revoke", file.toString(), "--reason", "unspecified", "--sequence", "1", "--as", "chamber");
        assertTrue(stale.err().contains("STALE_SEQUENCE"), stale.err());
    }

    @Test
    void theAskedTimeDecides() {
        submit("--as", "chamber", "--valid-until", "2030-06-30");
        assertVerdict("UNKNOWN", 1, muhr("verify", file.toString(), "--as", "customs", "--at", "2026-01-02"));
        assertVerdict("VALID", 0, muhr("verify", file.toString(), "--as", "customs", "--at", "2030-06-30"));
        assertVerdict("EXPIRED", 1, muhr("verify", file.toString(), "--as", "customs", "--at", "2030-07-01T00:00:00Z"));
    }

    @Test
    void aDocumentThatIsNotYetValidIsReportedSo() {
        submit("--as", "chamber", "--valid-from", "2100-01-01");
        assertVerdict("NOT_YET_VALID", 1, muhr("verify", file.toString(), "--as", "customs"));
    }

    @Test
    void submittingTheSameFileAgainFindsItAnchored() throws IOException {
        submit("--as", "chamber");
        byte[] receipt = Files.readAllBytes(receipt());
        Terminal again = submit("--as", "chamber");
        assertTrue(again.out().contains("it was already"), again.out());
        assertEquals(new String(receipt, java.nio.charset.StandardCharsets.UTF_8), Files.readString(receipt()));
    }

    @Test
    void aReceiptThatIsThereIsNotReusedForAnotherNumber() {
        submit("--as", "chamber");
        Terminal other =
                muhr("submit", file.toString(), "--type", "861", "--number", Client.newNumber(), "--as", "chamber");
        assertEquals(1, other.exit());
        assertTrue(other.out().contains("move that receipt away"), other.out());
    }

    @Test
    void aFolderIsSubmittedAsAWhole() throws IOException {
        Path many = Files.createDirectory(folder.resolve("many"));
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            numbers.add(Client.newNumber());
            Client.newFile(many, numbers.get(i) + ".pdf");
        }
        JsonArray outcomes = JsonParser.parseString(muhr(
                                "submit",
                                many.toString(),
                                "--type",
                                "861",
                                "--number-from-name",
                                "--as",
                                "chamber",
                                "--json")
                        .out())
                .getAsJsonArray();
        assertEquals(12, outcomes.size());
        assertEquals(
                1,
                outcomes.asList().stream()
                        .map(outcome ->
                                outcome.getAsJsonObject().get("transaction").getAsString())
                        .distinct()
                        .count());
        for (String each : numbers) {
            assertVerdict("VALID", 0, muhr("verify", many.resolve(each + ".pdf").toString(), "--as", "customs"));
        }
    }

    @Test
    void twoFilesOfOneNumberInOneSubmissionAreToldApart() throws IOException {
        Path a = Files.createDirectory(folder.resolve("a"));
        Path b = Files.createDirectory(folder.resolve("b"));
        Client.newFile(a, number + ".pdf");
        Client.newFile(b, number + ".xml");
        Terminal said =
                muhr("submit", a.toString(), b.toString(), "--type", "861", "--number-from-name", "--as", "chamber");
        assertEquals(1, said.exit());
        assertTrue(said.out().contains("ANCHORED") && said.out().contains("REPEATED_IN_LIST"), said.out());
    }

    @Test
    void showGivesTheRecordAndNoVerdict() {
        submit("--as", "chamber");
        JsonObject shown = json(muhr("show", file.toString(), "--as", "customs", "--json"));
        assertEquals("ChamberMSP", shown.get("issuer").getAsString());
        assertFalse(shown.has("verdict"));
        assertEquals(
                1,
                muhr(
                                "show",
                                "--number",
                                Client.newNumber(),
                                "--issuer",
                                "ChamberMSP",
                                "--type",
                                "861",
                                "--as",
                                "customs")
                        .exit());
    }

    private Terminal submit(String... more) {
        List<String> words = new ArrayList<>(List.of("submit", file.toString(), "--type", "861", "--number", number));
        words.addAll(List.of(more));
        Terminal said = muhr(words.toArray(String[]::new));
        assertEquals(0, said.exit(), said.out() + said.err());
        return said;
    }

    private Terminal verifyByNumber(String asked, String... more) {
        List<String> words = new ArrayList<>(
                List.of("verify", "--number", asked, "--issuer", "ChamberMSP", "--type", "861", "--as", "customs"));
        words.addAll(List.of(more));
        return muhr(words.toArray(String[]::new));
    }

    private Terminal muhr(String... words) {
        List<String> arguments = new ArrayList<>(List.of(words));
        arguments.addAll(List.of("--profiles", profiles.toString()));
        return Terminal.muhr(arguments.toArray(String[]::new));
    }

    private Path receipt() {
        return folder.resolve("certificate.pdf.muhr.json");
    }

    private static JsonObject json(Terminal said) {
        return JsonParser.parseString(said.out()).getAsJsonObject();
    }

    private static void assertVerdict(String verdict, int exit, Terminal said) {
        assertTrue(said.out().startsWith(verdict + "  "), said.out() + said.err());
        assertEquals(exit, said.exit(), said.out() + said.err());
    }
}
