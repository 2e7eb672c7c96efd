package uz.muhr.client.proof;

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
import uz.muhr.client.cli.Terminal;
import uz.muhr.network.script.ScriptNetwork;

/** One participant makes a proof; another, who has the document, the proof and the trust file only, verifies it. */
@Tag("ledger")
@ExtendWith(TestNetwork.class)
class ProofIT {
    /** What the maker has. */
    @TempDir
    Path maker;

    /** All that the other one has. */
    @TempDir
    Path holder;

    private Path profiles = Path.of("");
    private Path document = Path.of("");
    private String number = "";

    @BeforeEach
    void anAnchoredCertificate(ScriptNetwork network) throws IOException {
        profiles = network.profiles();
        document = Client.newFile(maker, "certificate.pdf");
        number = Client.newNumber();
        said("ANCHORED", muhr("submit", document.toString(), "--type", "861", "--number", number, "--as", "chamber"));
        said("WRITTEN", muhr("trust", "-o", maker.resolve("network-trust.json").toString(), "--as", "carrier"));
    }

    @Test
    void whoHasTheDocumentTheProofAndTheTrustFileNeedsNoNetwork() throws IOException {
        prove("proof.json", document.toString());
        handOver("proof.json");
        Terminal verified = verify("proof.json");
        assertEquals(0, verified.exit(), verified.err());
        said("VALID", verified);
        assertTrue(verified.out().contains("ChamberMSP"), verified.out());
        JsonObject json = json(verify("proof.json", "--json"));
        assertTrue(json.get("proven").getAsBoolean());
        assertTrue(json.getAsJsonArray("vouchers").size() >= 3, json.toString());
        assertTrue(json.getAsJsonArray("checks").size() > 30, json.toString());
        assertEquals(1, json.getAsJsonArray("versions").size());
    }

    @Test
    void anotherFileIsNotProved() throws IOException {
        prove("proof.json", document.toString());
        handOver("proof.json");
        Files.writeString(holder.resolve("certificate.pdf"), "another file");
        Terminal verified = verify("proof.json");
        assertEquals(2, verified.exit());
        said("UNDETERMINED", verified);
        assertTrue(verified.out().contains("QUESTION"), verified.out());
    }

    @Test
    void aProofTellsOfEachChangeAndAnEarlierOneOfItsOwnTime() throws IOException {
        prove("before.json", document.toString());
        Client.waitUntilAfter(Instant.now().truncatedTo(ChronoUnit.SECONDS));
        said("SUSPENDED", muhr("suspend", document.toString(), "--as", "chamber"));
        said("REINSTATED", muhr("reinstate", document.toString(), "--as", "chamber"));
        said("RENEWED", muhr("renew", document.toString(), "--as", "chamber"));
        prove("renewed.json", document.toString());
        said("REVOKED", muhr("revoke", document.toString(), "--reason", "keyCompromise", "--as", "chamber"));
        prove("after.json", "--number", number, "--issuer", "ChamberMSP", "--type", "861");
        handOver("before.json", "renewed.json", "after.json");
        said("VALID", verify("before.json"));
        said("VALID", verify("renewed.json"));
        Terminal revoked = verify("after.json");
        said("REVOKED", revoked);
        assertEquals(1, revoked.exit());
        assertEquals(
                4,
                json(verify("after.json", "--json")).getAsJsonArray("versions").size());
        String anchored = json(verify("before.json", "--json"))
                .getAsJsonArray("versions")
                .get(0)
                .getAsJsonObject()
                .get("time")
                .getAsString();
        said("VALID", verify("after.json", "--at", anchored));
        Terminal later = verify("before.json", "--at", "2099-01-01");
        said("UNDETERMINED", later);
        assertTrue(later.out().contains("TIME_COVERED"), later.out());
    }

    @Test
    void documentsShareTheirBlocksInOneBundle() throws IOException {
        Path folder = Files.createDirectory(maker.resolve("many"));
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            numbers.add(Client.newNumber());
            Client.newFile(folder, numbers.get(i) + ".pdf");
        }
        said("ANCHORED", muhr("submit", folder.toString(), "--type", "861", "--number-from-name", "--as", "chamber"));
        prove("one.json", folder.resolve(numbers.get(0) + ".pdf").toString());
        JsonObject many = json(prove("many.json", folder.toString(), "--json"));
        assertEquals(20, many.getAsJsonArray("verdicts").size());
        for (JsonElement verdict : many.getAsJsonArray("verdicts")) {
            assertEquals("VALID", verdict.getAsJsonObject().get("verdict").getAsString());
        }
        long one = Files.size(maker.resolve("one.json"));
        long all = Files.size(maker.resolve("many.json"));
        System.out.printf("a proof of one document of a list of 20: %d bytes; of all 20: %d bytes%n", one, all);
        assertTrue(all < 20 * one, "nothing is shared");
        JsonArray blocks = JsonParser.parseString(Files.readString(maker.resolve("many.json")))
                .getAsJsonObject()
                .getAsJsonArray("blocks");
        assertEquals(1, blocks.size());
    }

    @Test
    void whatCannotBeMadeOrReadIsSaidInOneSentence() throws IOException {
        Path unknown = Client.newFile(maker, "unknown.pdf");
        complained(64, "receipt", muhr("proof", unknown.toString(), "-o", path("none.json"), "--as", "chamber"));
        complained(64, "Say which", muhr("proof", "-o", path("none.json"), "--as", "chamber"));
        complained(
                1,
                "UNKNOWN_DOCUMENT",
                muhr("proof", "--id", "ab".repeat(32), "-o", path("none.json"), "--as", "chamber"));
        assertFalse(Files.exists(maker.resolve("none.json")));
        prove("proof.json", document.toString());
        handOver("proof.json");
        complained(
                64,
                "--trust",
                Terminal.muhr("verify", "--offline", held("certificate.pdf"), "--proof", held("proof.json")));
        complained(
                64,
                "name the one",
                Terminal.muhr(
                        "verify",
                        "--offline",
                        "--number",
                        number,
                        "--issuer",
                        "ChamberMSP",
                        "--type",
                        "861",
                        "--proof",
                        held("proof.json"),
                        "--trust",
                        held("network-trust.json")));
        Files.writeString(holder.resolve("network-trust.json"), "{}");
        complained(64, "trust file", verify("proof.json"));
    }

    @Test
    void aDamagedProofProvesNothing() throws IOException {
        prove("proof.json", document.toString());
        handOver("proof.json");
        String bundle = Files.readString(holder.resolve("proof.json"));
        Files.writeString(holder.resolve("proof.json"), bundle + " ");
        Terminal verified = verify("proof.json");
        said("UNDETERMINED", verified);
        assertTrue(verified.out().contains("BUNDLE_FORM"), verified.out());
    }

    private Terminal prove(String file, String... which) {
        List<String> command = new ArrayList<>(List.of("proof"));
        command.addAll(List.of(which));
        command.addAll(List.of("-o", path(file), "--as", "chamber"));
        Terminal made = muhr(command.toArray(String[]::new));
        assertEquals(0, made.exit(), made.err());
        return made;
    }

    private void handOver(String... proofs) throws IOException {
        List<String> files = new ArrayList<>(List.of(proofs));
        files.addAll(List.of("certificate.pdf", "certificate.pdf.muhr.json", "network-trust.json"));
        for (String file : files) {
            Files.copy(maker.resolve(file), holder.resolve(file));
        }
    }

    /** Without a profile, a key or a network. */
    private Terminal verify(String proof, String... more) {
        List<String> command = new ArrayList<>(List.of(
                "verify",
                "--offline",
                held("certificate.pdf"),
                "--proof",
                held(proof),
                "--trust",
                held("network-trust.json")));
        command.addAll(List.of(more));
        return Terminal.muhr(command.toArray(String[]::new));
    }

    private String held(String file) {
        return holder.resolve(file).toString();
    }

    private String path(String file) {
        return maker.resolve(file).toString();
    }

    private Terminal muhr(String... arguments) {
        List<String> command = new ArrayList<>(List.of(arguments));
        command.addAll(List.of("--profiles", profiles.toString()));
        return Terminal.muhr(command.toArray(String[]::new));
    }

    private static JsonObject json(Terminal terminal) {
        return JsonParser.parseString(terminal.out()).getAsJsonObject();
    }

    private static void said(String word, Terminal terminal) {
        assertTrue(
                terminal.out().startsWith(word) || terminal.out().contains("\n" + word),
                word + ": " + terminal.out() + terminal.err());
    }

    private static void complained(int exit, String says, Terminal terminal) {
        assertEquals(exit, terminal.exit(), terminal.out() + terminal.err());
        assertTrue(terminal.err().contains(says), terminal.err());
        assertEquals(1, terminal.sentences(), terminal.err());
    }
}
