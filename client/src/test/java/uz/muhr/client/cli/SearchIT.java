package uz.muhr.client.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
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
import uz.muhr.client.fabric.Ledger;
import uz.muhr.client.following.FollowerProcess;
import uz.muhr.client.register.RegisterSettings;
import uz.muhr.network.script.ScriptNetwork;

/** The register by the command line, against a running network. */
@Tag("ledger")
@Tag("long-on-fabric")
@ExtendWith(TestNetwork.class)
class SearchIT {
    @TempDir
    Path folder;

    private Path profiles = Path.of("");
    private Path data = Path.of("");
    private String number = "";

    @BeforeEach
    void anchorOne(ScriptNetwork network) throws Exception {
        profiles = network.profiles();
        data = folder.resolve("client");
        number = Client.newNumber();
        try (Ledger ledger = Client.ledger(network, "chamber")) {
            Client.submit(ledger, Client.order(Client.newFile(folder, "one.pdf"), "861", number));
        }
    }

    private Terminal muhr(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--as", "customs", "--profiles", profiles.toString(), "--data", data.toString()));
        return Terminal.muhr(all.toArray(String[]::new));
    }

    @Test
    void aDocumentIsFoundByItsNumberAtOnce() {
        Terminal found = muhr("search", "--number", number);
        assertEquals(Exit.VALID, found.exit(), found.err());
        assertTrue(found.out().startsWith("1 document."), found.out());
        assertTrue(found.out().contains("0 blocks behind the peer."), found.out());
        Terminal none = muhr("search", "--number", number, "--type", "851");
        assertTrue(none.out().startsWith("0 documents."), none.out());
    }

    @Test
    void aProgramIsToldAsOfWhichBlock() {
        JsonObject page = JsonParser.parseString(
                        muhr("search", "--number", number, "--json").out())
                .getAsJsonObject();
        assertEquals(1, page.getAsJsonArray("documents").size());
        assertTrue(page.getAsJsonObject("asOf").get("block").getAsLong() > 0, page.toString());
    }

    @Test
    void theRegisterIsMadeAnewWithItsProgressShown() {
        muhr("register", "status");
        Terminal rebuilt = muhr("register", "rebuild");
        assertEquals(Exit.VALID, rebuilt.exit(), rebuilt.err());
        assertTrue(
                rebuilt.err().matches("(?s).*muhr: block ([0-9]+) of \\1, [0-9]+ versions of documents.*"),
                rebuilt.err());
        assertTrue(muhr("search", "--number", number).out().startsWith("1 document."));
        assertTrue(muhr("register", "counts").out().contains("ChamberMSP"));
    }

    @Test
    void withoutTheLedgerTheRegisterAnswersAndSaysSo(ScriptNetwork network) throws Exception {
        muhr("register", "status");
        network.kill(network.peer("customs"));
        try {
            Terminal found = muhr("search", "--number", number);
            assertEquals(Exit.VALID, found.exit(), found.err());
            assertTrue(found.out().startsWith("1 document."), found.out());
            assertTrue(found.out().contains("Newer blocks may be missing"), found.out());
            Terminal rebuilt = muhr("register", "rebuild");
            assertEquals(Exit.UNDETERMINED, rebuilt.exit());
            assertTrue(rebuilt.err().contains("The register is empty."), rebuilt.err());
        } finally {
            network.up();
        }
    }

    @Test
    void aRegisterThatAnotherProcessHasOpenIsNotTouched() throws Exception {
        Process other = FollowerProcess.start(profiles, data, RegisterSettings.of(data, null, null, null));
        try {
            assertTrue(other.inputReader().readLine() != null);
            Terminal refused = muhr("search", "--number", number);
            assertEquals(Exit.UNDETERMINED, refused.exit(), refused.out());
            assertTrue(refused.err().contains("open in another process"), refused.err());
            assertEquals(1, refused.sentences(), refused.err());
        } finally {
            other.destroyForcibly();
            other.waitFor();
        }
        assertEquals(Exit.VALID, muhr("search", "--number", number).exit());
    }

    @Test
    void aWordThatIsNotInItsFormIsRefusedBeforeAnythingIsOpened() {
        Terminal refused = muhr("search", "--limit", "many");
        assertEquals(Exit.USAGE, refused.exit());
        assertTrue(refused.err().contains("The limit has to be"), refused.err());
    }
}
