package uz.muhr.client.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.client.Client;
import uz.muhr.client.TestNetwork;
import uz.muhr.client.cli.Terminal;
import uz.muhr.client.commitment.ReceiptFile;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.network.script.ScriptNetwork;
import uz.muhr.protocol.verdict.Verdict;

/** The command line submits through a running client. */
@TestInstance(Lifecycle.PER_CLASS)
@Tag("ledger")
@ExtendWith(TestNetwork.class)
class RemoteSubmissionIT {
    private final ScriptNetwork network;
    private final Door chamber;

    @TempDir
    Path folder;

    private Path documents = Path.of("");

    RemoteSubmissionIT(ScriptNetwork network, @TempDir Path data) {
        this.network = network;
        chamber = Door.open(network.profiles(), "chamber/issuer", data);
    }

    @AfterAll
    void close() {
        chamber.close();
    }

    @BeforeEach
    void prepare() throws IOException {
        documents = Files.createTempDirectory(folder, "documents");
    }

    @Test
    void filesOfAFolderAreAnchoredAndEachHasItsReceiptBeside() throws IOException {
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            files.add(Client.newFile(documents, Client.newNumber() + ".pdf"));
        }
        Terminal said = submit(documents.toString(), "--number-from-name", "--valid-until", "2099-12-31");
        assertEquals(0, said.exit(), said.out() + said.err());
        assertEquals(
                20,
                said.out().lines().filter(line -> line.startsWith("ANCHORED ")).count(),
                said.out());
        try (Ledger customs = Client.ledger(network, "customs")) {
            for (Path file : files) {
                assertEquals(
                        Verdict.VALID,
                        Client.verdict(customs, file, ReceiptFile.beside(file).read()));
            }
        }
        Terminal again = submit(documents.toString(), "--number-from-name", "--valid-until", "2099-12-31");
        assertEquals(0, again.exit(), again.out() + again.err());
    }

    @Test
    void whatTheLedgerRefusesIsSaidAndLeavesNoReceipt() throws IOException {
        String number = Client.newNumber();
        Path first = Client.newFile(documents, "first.pdf");
        Path second = Client.newFile(documents, "second.pdf");
        assertEquals(0, submit(first.toString(), "--number", number).exit());
        Terminal refused = submit(second.toString(), "--number", number);
        assertEquals(1, refused.exit(), refused.out());
        assertTrue(refused.out().contains("DOCUMENT_EXISTS"), refused.out());
        assertFalse(Files.exists(ReceiptFile.beside(second).path()));
    }

    @Test
    void aServerThatIsNotThereHasTakenNothing() throws IOException {
        Path file = Client.newFile(documents, "file.pdf");
        Terminal said = Terminal.muhr(
                "submit", file.toString(), "--type", "861", "--number", "1", "--server", "http://127.0.0.1:1");
        assertEquals(2, said.exit());
        assertTrue(said.out().contains("No client of Muhr answers at http://127.0.0.1:1."), said.out());
        assertFalse(Files.exists(ReceiptFile.beside(file).path()));
        assertEquals(
                64,
                Terminal.muhr("submit", file.toString(), "--type", "861", "--number", "1", "--server", "x")
                        .exit());
    }

    private Terminal submit(String what, String... more) {
        List<String> words = new ArrayList<>(
                List.of("submit", what, "--type", "861", "--server", "http://127.0.0.1:" + chamber.port()));
        words.addAll(List.of(more));
        return Terminal.muhr(words.toArray(String[]::new));
    }
}
