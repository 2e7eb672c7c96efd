package uz.muhr.client.witness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.client.Client;
import uz.muhr.client.TestNetwork;
import uz.muhr.client.cli.Terminal;
import uz.muhr.network.script.ScriptNetwork;

/** A proof that openssl's own authority stamped is verified without a network; other stamps are not. */
@ExtendWith(TestNetwork.class)
class StampIT {
    @TempDir
    Path folder;

    @TempDir
    Path authority;

    @TempDir
    Path otherAuthority;

    @Test
    void aStampedProofSaysByWhenItsBlocksWereThere(ScriptNetwork network) throws IOException {
        Path document = Client.newFile(folder, "certificate.pdf");
        said(
                0,
                "ANCHORED",
                muhr(
                        network,
                        "submit",
                        document.toString(),
                        "--type",
                        "861",
                        "--number",
                        Client.newNumber(),
                        "--as",
                        "chamber"));
        try (OpensslTsa tsa = new OpensslTsa(authority);
                OpensslTsa other = new OpensslTsa(otherAuthority)) {
            trust(network, "trust.json", tsa.root(), OpensslTsa.POLICY);
            trust(network, "other-trust.json", other.root(), OpensslTsa.POLICY);
            trust(network, "policy-trust.json", tsa.root(), "1.2.3.4.2");
            said(0, "WRITTEN", muhr(network, "trust", "-o", path("plain-trust.json"), "--as", "carrier"));

            Terminal made = prove(network, document, tsa.url(), "trust.json", "proof.json");
            said(0, "stamped by CN=Stamps by openssl", made);

            Terminal verified = verify(document, "proof.json", "trust.json");
            said(0, "VALID", verified);
            assertTrue(verified.out().contains("TIMESTAMP_CHAIN"), verified.out());
            JsonObject json = JsonParser.parseString(verify(document, "proof.json", "trust.json", "--json")
                            .out())
                    .getAsJsonObject();
            assertEquals("VALID", json.getAsJsonObject("answer").get("verdict").getAsString());
            JsonObject stamp = json.getAsJsonObject("timestamps")
                    .getAsJsonArray("stamps")
                    .get(0)
                    .getAsJsonObject();
            assertEquals(
                    Instant.parse(stamp.get("time").getAsString()).plusSeconds(1),
                    Instant.parse(stamp.get("by").getAsString()));

            said(0, "was not looked at", verify(document, "proof.json", "plain-trust.json"));
            said(2, "TIMESTAMP_CHAIN", verify(document, "proof.json", "other-trust.json"));
            said(2, "TIMESTAMP_POLICY", verify(document, "proof.json", "policy-trust.json"));
            said(2, "UNDETERMINED", verify(document, "proof.json", "policy-trust.json"));

            complained(2, "TIMESTAMP_CHAIN", prove(network, document, other.url(), "trust.json", "none.json"));
            complained(64, "--tsa-root", prove(network, document, tsa.url(), "plain-trust.json", "none.json"));
            complained(64, "https", prove(network, document, "http://tsa.example/", "trust.json", "none.json"));
            assertFalse(Files.exists(folder.resolve("none.json")));
        }
    }

    private void trust(ScriptNetwork network, String file, Path root, String policy) {
        said(
                0,
                "WRITTEN",
                muhr(
                        network,
                        "trust",
                        "-o",
                        path(file),
                        "--tsa-root",
                        root.toString(),
                        "--tsa-policy",
                        policy,
                        "--as",
                        "carrier"));
    }

    private Terminal prove(ScriptNetwork network, Path document, String url, String trust, String file) {
        return muhr(
                network,
                "proof",
                document.toString(),
                "--timestamp",
                url,
                "--trust",
                path(trust),
                "-o",
                path(file),
                "--as",
                "chamber");
    }

    private Terminal verify(Path document, String proof, String trust, String... more) {
        List<String> command = new ArrayList<>(
                List.of("verify", "--offline", document.toString(), "--proof", path(proof), "--trust", path(trust)));
        command.addAll(List.of(more));
        return Terminal.muhr(command.toArray(String[]::new));
    }

    private static Terminal muhr(ScriptNetwork network, String... arguments) {
        List<String> command = new ArrayList<>(List.of(arguments));
        command.addAll(List.of("--profiles", network.profiles().toString()));
        return Terminal.muhr(command.toArray(String[]::new));
    }

    private String path(String file) {
        return folder.resolve(file).toString();
    }

    private static void said(int exit, String word, Terminal terminal) {
        assertEquals(exit, terminal.exit(), terminal.out() + terminal.err());
        assertTrue(terminal.out().contains(word), word + ": " + terminal.out() + terminal.err());
    }

    private static void complained(int exit, String says, Terminal terminal) {
        assertEquals(exit, terminal.exit(), terminal.out() + terminal.err());
        assertTrue(terminal.err().contains(says), terminal.err());
        assertEquals(1, terminal.sentences(), terminal.err());
    }
}
