package uz.muhr.client.attestation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.client.Client;
import uz.muhr.client.TestNetwork;
import uz.muhr.client.cli.Terminal;
import uz.muhr.network.script.ScriptNetwork;

/** An OpenAttestation document on the ledger, and its copy with hidden fields. */
@Tag("ledger")
@ExtendWith(TestNetwork.class)
class AttestedIT {
    @TempDir
    Path issuer;

    @TempDir
    Path other;

    private Path profiles = Path.of("");
    private String number = "";
    private Path document = Path.of("");

    @BeforeEach
    void anAnchoredDocument(ScriptNetwork network) throws IOException {
        profiles = network.profiles();
        number = Client.newNumber();
        document = copy("certificate.json", issuer);
        said(
                "ANCHORED",
                muhr(
                        "submit",
                        document.toString(),
                        "--type",
                        "861",
                        "--number",
                        number,
                        "--open-attestation",
                        "--as",
                        "chamber"));
    }

    @Test
    void itVerifiesWithItsReceiptAndWithoutWhenItIsSaidWhatItIs() throws IOException {
        said("VALID", muhr("verify", document.toString(), "--as", "customs"));
        Path alone = copy("certificate.json", other);
        said("VALID", muhr("verify", alone.toString(), "--open-attestation", "--as", "customs"));
        Terminal asAFile = numbered(alone);
        said("UNDETERMINED", asAFile);
        assertTrue(asAFile.out().contains("receipt"), asAFile.out());
    }

    @Test
    void aCopyWithHiddenFieldsVerifiesToTheSameCommitment() throws IOException {
        Path copy = copy("certificate-obfuscated.json", other);
        said("VALID", numbered(copy, "--open-attestation"));
        Path receipt = issuer.resolve("certificate.json.muhr.json");
        said("VALID", muhr("verify", copy.toString(), "--receipt", receipt.toString(), "--as", "customs"));
    }

    @Test
    void anotherDocumentOfTheSameBatchIsNotTheOneOfThisNumber() throws IOException {
        said("ALTERED", numbered(copy("of-the-same-batch.json", other), "--open-attestation"));
    }

    @Test
    void anAlteredDocumentIsRefusedBeforeAnybodyIsAsked() throws IOException {
        Path altered = copy("certificate.json", other);
        Files.writeString(altered, Files.readString(altered).replace("Tashkent", "Samarkand"));
        Terminal refused = numbered(altered, "--open-attestation");
        assertEquals(64, refused.exit());
        assertTrue(refused.err().contains("was altered"), refused.err());
    }

    /** Anybody can write a receipt; the file itself has to come to what was anchored. */
    @Test
    void anotherFileWithTheReceiptIsNeverValid() throws IOException {
        Path receipt = issuer.resolve("certificate.json.muhr.json");
        Path file = Client.newFile(other, "another.pdf");
        Terminal refused = muhr("verify", file.toString(), "--receipt", receipt.toString(), "--as", "customs");
        assertEquals(64, refused.exit(), refused.out());
    }

    @Test
    void aRevokedDocumentsCopyIsRevoked() throws IOException {
        said("REVOKED", muhr("revoke", document.toString(), "--reason", "superseded", "--as", "chamber"));
        said("REVOKED", numbered(copy("certificate-obfuscated.json", other), "--open-attestation"));
    }

    private Terminal numbered(Path file, String... more) {
        List<String> command = new ArrayList<>(List.of(
                "verify",
                file.toString(),
                "--number",
                number,
                "--issuer",
                "ChamberMSP",
                "--type",
                "861",
                "--as",
                "customs"));
        command.addAll(List.of(more));
        return muhr(command.toArray(String[]::new));
    }

    private Terminal muhr(String... arguments) {
        List<String> command = new ArrayList<>(List.of(arguments));
        command.addAll(List.of("--profiles", profiles.toString()));
        return Terminal.muhr(command.toArray(String[]::new));
    }

    private static Path copy(String name, Path folder) throws IOException {
        try (InputStream in = Objects.requireNonNull(AttestedIT.class.getResourceAsStream("/attestation/" + name))) {
            Path file = folder.resolve(name);
            Files.copy(in, file);
            return file;
        }
    }

    private static void said(String word, Terminal terminal) {
        assertTrue(terminal.out().startsWith(word), word + ": " + terminal.out() + terminal.err());
    }
}
