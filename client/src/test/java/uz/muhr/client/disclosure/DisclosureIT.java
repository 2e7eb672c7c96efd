package uz.muhr.client.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import uz.muhr.client.cli.Terminal;
import uz.muhr.network.script.ScriptNetwork;

/** A holder shows some fields of a document to somebody who sees nothing else of it. */
@Tag("ledger")
@ExtendWith(TestNetwork.class)
class DisclosureIT {
    private static final String HS = "/goods/0/hs";

    /** What the holder has. */
    @TempDir
    Path holder;

    /** What the other one is given. */
    @TempDir
    Path other;

    private Path profiles = Path.of("");
    private String document = "";
    private String shown = "";
    private String number = "";

    @BeforeEach
    void aDisclosureOfADocumentThatWasAnchoredByItsFields(ScriptNetwork network) throws IOException {
        profiles = network.profiles();
        number = Client.newNumber();
        document = Files.writeString(
                        holder.resolve("certificate.json"),
                        "{\"number\": \"" + number + "\", \"exporter\": \"Secret & Sons\","
                                + " \"goods\": [{\"hs\": \"080610\", \"weight\": 12.50}]}")
                .toString();
        shown = other.resolve("shown.json").toString();
        said("ANCHORED", submit(document, number, "--fields"));
        said("WRITTEN", muhr("disclose", document, "--field", HS, "-o", shown));
    }

    @Test
    void whoIsShownAFieldLearnsThatItStandsInADocumentThatIsValidAndNothingElse() throws IOException {
        Terminal verified = muhr("verify", shown, "--as", "customs");
        assertEquals(0, verified.exit(), verified.err());
        said("VALID", verified);
        assertTrue(verified.out().contains(HS + "  string  080610"), verified.out());
        assertTrue(verified.out().contains("4 fields are shown, 3 are hidden."), verified.out());
        assertTrue(verified.out().contains("ChamberMSP, fields"), verified.out());
        assertFalse(Files.readString(Path.of(shown)).contains("Secret"));
        JsonObject json = json(muhr("verify", shown, "--as", "carrier", "--json"));
        assertEquals("VALID", json.getAsJsonObject("answer").get("verdict").getAsString());
        assertEquals(3, json.getAsJsonObject("disclosure").get("hidden").getAsInt());
    }

    @Test
    void theWholeFileWithItsReceiptVerifiesAsAnyDocumentDoes() throws IOException {
        said("VALID", muhr("verify", document, "--as", "customs"));
        Files.writeString(Path.of(document), Files.readString(Path.of(document)).replace("12.50", "12.5"));
        said("ALTERED", muhr("verify", document, "--as", "customs"));
        complained(64, "another content", muhr("disclose", document, "--field", HS, "-o", shown));
    }

    @Test
    void theFileWithoutItsReceiptNeedsIt() throws IOException {
        Path alone = Files.copy(Path.of(document), other.resolve("alone.json"));
        Terminal verified = muhr(
                "verify",
                alone.toString(),
                "--number",
                number,
                "--issuer",
                "ChamberMSP",
                "--type",
                "861",
                "--as",
                "customs");
        said("UNDETERMINED", verified);
        assertTrue(verified.out().contains("receipt"), verified.out());
    }

    @Test
    void aRevokedDocumentsFieldsAreRevoked() {
        said("REVOKED", muhr("revoke", document, "--reason", "superseded", "--as", "chamber"));
        Terminal verified = muhr("verify", shown, "--as", "customs");
        said("REVOKED", verified);
        assertEquals(1, verified.exit());
    }

    @Test
    void aFieldThatWasChangedIsRefusedByTheNameOfTheRule() throws IOException {
        Path file = Path.of(shown);
        Files.writeString(file, Files.readString(file).replace("080610", "080620"));
        complained(64, "COMMITMENT_REACHED", muhr("verify", shown, "--as", "customs"));
    }

    /** Whoever makes up fields can make them hold in themselves; the ledger never saw their commitment. */
    @Test
    void madeUpFieldsUnderTheNumberOfAGenuineDocumentAreAltered() throws IOException {
        Path forged = Files.createDirectory(holder.resolve("forged")).resolve("certificate.json");
        Files.writeString(forged, Files.readString(Path.of(document)).replace("080610", "080620"));
        Terminal refused = submit(forged.toString(), number, "--fields");
        assertEquals(1, refused.exit(), refused.out());
        said("ANCHORED", submit(forged.toString(), Client.newNumber(), "--fields"));
        said("WRITTEN", muhr("disclose", forged.toString(), "--field", HS, "-o", shown));
        String genuine = Files.readString(holder.resolve("certificate.json.muhr.json"));
        String id = JsonParser.parseString(genuine)
                .getAsJsonObject()
                .get("document")
                .getAsString();
        Path file = Path.of(shown);
        String own = JsonParser.parseString(Files.readString(file))
                .getAsJsonObject()
                .get("document")
                .getAsString();
        Files.writeString(file, Files.readString(file).replace(own, id));
        said("ALTERED", muhr("verify", shown, "--as", "customs"));
    }

    @Test
    void aProofStandsInForTheLedger() throws IOException {
        String proof = other.resolve("proof.json").toString();
        String trust = other.resolve("trust.json").toString();
        said("WRITTEN", muhr("trust", "-o", trust, "--as", "carrier"));
        said("WRITTEN", muhr("proof", document, "-o", proof, "--as", "chamber"));
        Terminal verified = Terminal.muhr("verify", "--offline", shown, "--proof", proof, "--trust", trust);
        assertEquals(0, verified.exit(), verified.out() + verified.err());
        said("VALID", verified);
        assertTrue(verified.out().contains("080610"), verified.out());
        Files.copy(Path.of(document), other.resolve("alone.json"));
        Terminal alone = Terminal.muhr(
                "verify", "--offline", other.resolve("alone.json").toString(), "--proof", proof, "--trust", trust);
        said("UNDETERMINED", alone);
    }

    @Test
    void anXmlDocumentIsDisclosedTheSameWay() throws IOException {
        Path xml = Files.copy(
                TestNetwork.root().resolve("scripts/samples/phytosanitary-certificate.xml"),
                holder.resolve("certificate.xml"));
        said(
                "ANCHORED",
                muhr(
                        "submit",
                        xml.toString(),
                        "--type",
                        "851",
                        "--number",
                        Client.newNumber(),
                        "--fields",
                        "--as",
                        "quarantine"));
        String path = "/SPSCertificate[1]/SPSExchangedDocument[1]/ID[1]";
        assertTrue(muhr("disclose", xml.toString()).out().contains(path + "/text()  text  UZ-PC-2026-001208"));
        said("WRITTEN", muhr("disclose", xml.toString(), "--field", path, "-o", shown));
        Terminal verified = muhr("verify", shown, "--as", "customs");
        said("VALID", verified);
        assertTrue(verified.out().contains("UZ-PC-2026-001208"), verified.out());
        assertFalse(verified.out().contains("Namunov"), verified.out());
    }

    @Test
    void whatCannotBeDoneIsSaidInOneSentence() throws IOException {
        complained(64, "no field \"/none\"", muhr("disclose", document, "--field", "/none", "-o", shown));
        complained(64, "JSON Pointer", muhr("disclose", document, "--field", "none", "-o", shown));
        complained(64, "go together", muhr("disclose", document, "--field", HS));
        complained(64, "go together", muhr("disclose", document, "-o", shown));
        Path pdf = Files.writeString(holder.resolve("scan.pdf"), "%PDF-1.7 of " + number);
        complained(64, "neither JSON nor XML", submit(pdf.toString(), Client.newNumber(), "--fields"));
        complained(64, "no receipt", muhr("disclose", pdf.toString()));
        said("ANCHORED", submit(pdf.toString(), Client.newNumber()));
        complained(64, "anchored as salted", muhr("disclose", pdf.toString()));
        complained(
                64,
                "another document",
                muhr("verify", shown, "--number", "X", "--issuer", "ChamberMSP", "--type", "861", "--as", "customs"));
    }

    @Test
    void aSubmissionThatIsRunAgainAnchorsTheSameFields() {
        Terminal again = submit(document, number, "--fields");
        said("ANCHORED", again);
        assertTrue(again.out().contains("it was already"), again.out());
        complained(1, "", submit(document, number, "--salted"));
    }

    private Terminal submit(String file, String as, String... more) {
        List<String> command = new ArrayList<>(List.of("submit", file, "--type", "861", "--number", as));
        command.addAll(List.of(more));
        command.addAll(List.of("--as", "chamber"));
        return muhr(command.toArray(String[]::new));
    }

    private Terminal muhr(String... arguments) {
        List<String> command = new ArrayList<>(List.of(arguments));
        if (!command.get(0).equals("disclose")) {
            command.addAll(List.of("--profiles", profiles.toString()));
        }
        return Terminal.muhr(command.toArray(String[]::new));
    }

    private static JsonObject json(Terminal terminal) {
        return JsonParser.parseString(terminal.out()).getAsJsonObject();
    }

    private static void said(String word, Terminal terminal) {
        assertTrue(terminal.out().startsWith(word), word + ": " + terminal.out() + terminal.err());
    }

    private static void complained(int exit, String says, Terminal terminal) {
        assertEquals(exit, terminal.exit(), terminal.out() + terminal.err());
        assertTrue(terminal.err().contains(says), terminal.err());
    }
}
