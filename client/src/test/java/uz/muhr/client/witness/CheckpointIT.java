package uz.muhr.client.witness;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.client.Client;
import uz.muhr.client.OtherProfile;
import uz.muhr.client.TestNetwork;
import uz.muhr.client.cli.Terminal;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.network.script.ScriptNetwork;
import uz.muhr.proof.bundle.CheckpointFile;
import uz.muhr.proof.checkpoint.Checkpoint;

/** Organisations sign how far the chain has come, each by its own peer; who is shown another chain finds out. */
@Tag("ledger")
@ExtendWith(TestNetwork.class)
class CheckpointIT {
    @TempDir
    Path folder;

    private Path profiles = Path.of("");

    @BeforeEach
    void aTrustFileAndAnotherBlock(ScriptNetwork network) throws IOException {
        profiles = network.profiles();
        anchor();
        said(0, "WRITTEN", muhr("trust", "-o", path("trust.json"), "--as", "carrier"));
    }

    @Test
    void threeOrganisationsSignAndAnybodyVerifiesWithoutANetwork() {
        said(0, "WRITTEN", checkpoint("customs", "a.json"));
        said(2, "COSIGNER_QUORUM", verify("a.json"));
        said(0, "COSIGNED", cosign("chamber", "a.json"));
        said(0, "COSIGNED", cosign("carrier", "a.json"));
        Terminal verified = verify("a.json");
        said(0, "WITNESSED", verified);
        assertTrue(verified.out().contains("ChamberMSP signed at"), verified.out());
        JsonObject json = json(verify("a.json", "--json"));
        assertEquals(3, json.getAsJsonArray("cosigners").size());
        assertEquals(json.get("height").getAsLong() - 1, json.get("block").getAsLong());
        said(2, "COSIGNER_QUORUM", verify("a.json", "--quorum", "4"));
        said(0, "COSIGNED", cosign("quarantine", "a.json"));
        said(0, "WITNESSED", verify("a.json", "--quorum", "4"));
        complained(64, "already", cosign("quarantine", "a.json"));
        complained(64, "from 1 to 4", verify("a.json", "--quorum", "5"));
    }

    @Test
    void aProofIsHeldAgainstACheckpoint(ScriptNetwork network) throws IOException {
        Path document = anchored();
        anchor();
        said(0, "WRITTEN", checkpoint("customs", "a.json"));
        said(0, "COSIGNED", cosign("chamber", "a.json"));
        said(0, "COSIGNED", cosign("carrier", "a.json"));
        said(0, "WRITTEN", prove(document, "plain.json"));
        Terminal carrying = prove(document, "chained.json", "--checkpoint", path("a.json"));
        said(0, "COVERED", carrying);

        said(0, "NOTHING_SHOWN", hold(document, "plain.json", "a.json"));
        Terminal held = hold(document, "chained.json", "a.json");
        said(0, "VALID", held);
        assertTrue(held.out().contains("CHECKPOINT_REACHED"), held.out());
        JsonObject json =
                json(hold(document, "chained.json", "a.json", "--json")).getAsJsonObject("checkpoint");
        assertEquals("COVERED", json.get("outcome").getAsString());
        assertTrue(json.get("headers").getAsInt() > 0, json.toString());
        said(2, "COSIGNER_QUORUM", hold(document, "chained.json", "a.json", "--quorum", "4"));

        Checkpoint real = read("a.json");
        forge(
                network,
                "carrier",
                new Checkpoint(real.channel(), real.firstBlock(), real.height(), "ab".repeat(32)),
                "forged.json");
        Terminal fork = hold(document, "chained.json", "forged.json", "--quorum", "1");
        said(2, "CHECKPOINT_REACHED", fork);
        said(2, "UNDETERMINED", fork);
        said(0, "WRITTEN", checkpoint("customs", "early.json", "--height", "1"));
        said(2, "CHECKPOINT_COVERS", hold(document, "plain.json", "early.json", "--quorum", "1"));
        complained(64, "COSIGNER_QUORUM", prove(document, "none.json", "--checkpoint", path("forged.json")));
    }

    private Terminal prove(Path document, String file, String... more) {
        return muhr(join(List.of("proof", document.toString(), "-o", path(file), "--as", "chamber"), more));
    }

    private Terminal hold(Path document, String proof, String checkpoint, String... more) {
        return Terminal.muhr(join(
                List.of(
                        "verify",
                        "--offline",
                        document.toString(),
                        "--proof",
                        path(proof),
                        "--trust",
                        path("trust.json"),
                        "--checkpoint",
                        path(checkpoint)),
                more));
    }

    @Test
    void aForkIsRefusedWithBothHashesAndSignsNothing(ScriptNetwork network) throws IOException {
        said(0, "WRITTEN", checkpoint("customs", "a.json"));
        Checkpoint real = read("a.json");
        Checkpoint forged = new Checkpoint(real.channel(), real.firstBlock(), real.height(), "ab".repeat(32));
        forge(network, "carrier", forged, "forged.json");
        byte[] before = Files.readAllBytes(folder.resolve("forged.json"));
        Terminal refused = cosign("chamber", "forged.json");
        complained(1, "FORK", refused);
        for (String fact : List.of("CarrierMSP", "ChamberMSP", forged.hash(), real.hash(), "height " + real.height())) {
            assertTrue(refused.err().contains(fact), fact + ": " + refused.err());
        }
        assertArrayEquals(before, Files.readAllBytes(folder.resolve("forged.json")));
        Terminal compared = compare("a.json", "forged.json", "--offline", "--trust", path("trust.json"));
        complained(1, "CarrierMSP signed that block", compared);
        assertTrue(compared.err().contains("CustomsMSP signed that block"), compared.err());
    }

    @Test
    void onlyWhoHasTheChainSaysWhetherOneCheckpointContinuesAnother(ScriptNetwork network) throws IOException {
        said(0, "WRITTEN", checkpoint("customs", "a.json"));
        anchor();
        said(0, "WRITTEN", checkpoint("chamber", "b.json"));
        said(0, "SAME", compare("a.json", "a.json", "--offline", "--trust", path("trust.json")));
        said(2, "UNDETERMINED", compare("b.json", "a.json", "--offline", "--trust", path("trust.json")));
        Terminal continued = compare("b.json", "a.json", "--as", "carrier", "--json");
        assertEquals("CONTINUED", json(continued).get("outcome").getAsString(), continued.err());
        Checkpoint later = read("b.json");
        forge(
                network,
                "carrier",
                new Checkpoint(later.channel(), later.firstBlock(), later.height(), "cd".repeat(32)),
                "forged.json");
        complained(1, "FORK", compare("a.json", "forged.json", "--as", "quarantine"));
    }

    @Test
    void whoHasSignedAnotherChainSignsNothingMore() throws IOException {
        said(0, "WRITTEN", checkpoint("customs", "a.json"));
        Checkpoint real = read("a.json");
        said(0, "COSIGNED", cosign("chamber", "a.json"));
        Path memory = folder.resolve("data-chamber/checkpoints/ChamberMSP." + real.channel() + ".checkpoint");
        assertEquals(real, Checkpoint.parse(Files.readString(memory)));
        said(0, "WRITTEN", checkpoint("chamber", "lower.json", "--height", "1"));
        assertEquals(real, Checkpoint.parse(Files.readString(memory)), "a lower one of the same chain is no fork");
        Files.writeString(memory, new Checkpoint(real.channel(), real.firstBlock(), 1, "ab".repeat(32)).text());
        complained(1, "FORK", checkpoint("chamber", "b.json"));
        Files.writeString(memory, new Checkpoint(real.channel(), "ab".repeat(32), 1, "ab".repeat(32)).text());
        complained(1, "FORK", checkpoint("chamber", "b.json"));
        Files.writeString(memory, "nonsense");
        complained(64, "three lines", checkpoint("chamber", "b.json"));
        assertFalse(Files.exists(folder.resolve("b.json")));
    }

    @Test
    void aPeerThatHasNotSoManyBlocksDecidesNothing(ScriptNetwork network) throws IOException {
        said(0, "WRITTEN", checkpoint("customs", "a.json"));
        Checkpoint real = read("a.json");
        forge(
                network,
                "carrier",
                new Checkpoint(real.channel(), real.firstBlock(), real.height() + 1_000_000, real.hash()),
                "future.json");
        complained(2, "caught up", cosign("chamber", "future.json"));
        complained(2, "caught up", checkpoint("chamber", "b.json", "--height", "1000000"));
    }

    @Test
    void onlyTheOwnPeerIsAsked(ScriptNetwork network) throws IOException {
        Path others = new OtherProfile(network, "chamber").gateway("customs").write(folder.resolve("others"));
        Terminal refused = Terminal.muhr(
                "checkpoint",
                "-o",
                path("b.json"),
                "--as",
                "chamber",
                "--profiles",
                others.toString(),
                "--data",
                path("data-chamber"));
        complained(64, "a peer of its own", refused);
    }

    @Test
    void whatIsNoCheckpointIsSaidInOneSentence() throws IOException {
        complained(64, "-o F", muhr("checkpoint", "--as", "customs", "--data", path("data-customs")));
        complained(64, "1 or more", checkpoint("customs", "b.json", "--height", "0"));
        complained(64, "no file", cosign("customs", "absent.json"));
        Files.writeString(folder.resolve("a.json"), "{}");
        complained(64, "CHECKPOINT_FORM", cosign("customs", "a.json"));
        said(2, "CHECKPOINT_FORM", verify("a.json"));
    }

    /** Signed by a real client, which signs whatever it is told. */
    private void forge(ScriptNetwork network, String by, Checkpoint checkpoint, String file) throws IOException {
        try (Ledger ledger = Client.ledger(network, by)) {
            Files.write(
                    folder.resolve(file),
                    ledger.checkpoints().first(checkpoint, Instant.now()).write());
        }
    }

    private Checkpoint read(String file) throws IOException {
        String note =
                CheckpointFile.parse(Files.readAllBytes(folder.resolve(file))).note();
        return Checkpoint.parse(note.substring(0, note.indexOf("\n\n") + 1));
    }

    private void anchor() throws IOException {
        anchored();
    }

    private Path anchored() throws IOException {
        Path document = Client.newFile(folder, Client.newNumber() + ".pdf");
        said(
                0,
                "ANCHORED",
                muhr(
                        "submit",
                        document.toString(),
                        "--type",
                        "861",
                        "--number",
                        Client.newNumber(),
                        "--as",
                        "chamber"));
        return document;
    }

    private Terminal checkpoint(String as, String file, String... more) {
        return muhr(join(List.of("checkpoint", "-o", path(file), "--as", as, "--data", path("data-" + as)), more));
    }

    private Terminal cosign(String as, String file) {
        return muhr("checkpoint", "cosign", path(file), "--as", as, "--data", path("data-" + as));
    }

    /** Without a profile, a key or a network. */
    private Terminal verify(String file, String... more) {
        return Terminal.muhr(join(List.of("checkpoint", "verify", path(file), "--trust", path("trust.json")), more));
    }

    private Terminal compare(String one, String other, String... more) {
        return muhr(
                join(List.of("checkpoint", "compare", path(one), path(other), "--data", path("data-compare")), more));
    }

    private Terminal muhr(String... arguments) {
        return Terminal.muhr(join(List.of(arguments), "--profiles", profiles.toString()));
    }

    private static String[] join(List<String> some, String... more) {
        List<String> all = new ArrayList<>(some);
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private String path(String file) {
        return folder.resolve(file).toString();
    }

    private static JsonObject json(Terminal terminal) {
        return JsonParser.parseString(terminal.out()).getAsJsonObject();
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
