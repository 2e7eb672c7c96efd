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
import uz.muhr.client.access.TestKey;
import uz.muhr.client.cli.Terminal;
import uz.muhr.client.commitment.ReceiptFile;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.network.script.ScriptNetwork;
import uz.muhr.protocol.verdict.Verdict;

/** The command line writes through a running client; see also the life of a document, which is led both ways. */
@TestInstance(Lifecycle.PER_CLASS)
@Tag("ledger")
@Tag("long-on-fabric")
@ExtendWith(TestNetwork.class)
class RemoteWritingIT {
    private static final String NOWHERE = "http://127.0.0.1:1";

    private final ScriptNetwork network;
    private final Door chamber;

    @TempDir
    Path folder;

    private Path documents = Path.of("");

    RemoteWritingIT(ScriptNetwork network, @TempDir Path data) {
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
    void whatIsOnTheLedgerAlreadyIsSaidSoWhenItIsSubmittedOnceMore() throws IOException {
        Path file = Client.newFile(documents, "file.pdf");
        String number = Client.newNumber();
        assertEquals(0, submit(file.toString(), "--number", number).exit());
        Terminal again = submit(file.toString(), "--number", number);
        assertTrue(again.out().contains("(it was already)"), again.out());
        Path receipt = ReceiptFile.beside(file).path();
        Files.delete(receipt);
        Terminal restored = submit(file.toString(), "--number", number);
        assertTrue(restored.out().contains("(it was already)"), restored.out());
        assertTrue(Files.exists(receipt), "the running client had it");
    }

    @Test
    void whatTheMembersDecideIsProposedAndApprovedThroughTheRegistrarsClients(@TempDir Path data) {
        try (RunningClients clients = new RunningClients()) {
            String customs = clients.of(network, data, "customs/registrar");
            String organisation = "CarrierMSP";
            for (List<String> words : List.of(
                    List.of(
                            "propose-grant",
                            "--issuer",
                            organisation,
                            "--type",
                            "335",
                            "--from",
                            "2026-01-01",
                            "--accreditation",
                            "UZ-AK 335"),
                    List.of("propose-withdrawal", "--issuer", organisation, "--type", "705", "--from", "2098-01-01"),
                    List.of("distrust", "--issuer", organisation, "--type", "705", "--since", "2098-01-01"),
                    List.of("distrust", "--certificate", "cd".repeat(32), "--since", "2098-01-01"),
                    List.of("propose-admission", "SanitaryMSP"))) {
                Terminal proposed = at(customs, words);
                assertEquals(0, proposed.exit(), words + proposed.err());
                assertTrue(proposed.out().startsWith("PROPOSED  "), proposed.out());
                Terminal again = at(customs, words);
                assertEquals(1, again.exit(), again.out());
                assertTrue(again.err().contains("PROPOSAL_EXISTS"), again.err());
                String id = proposed.out().lines().findFirst().orElseThrow().substring("PROPOSED  ".length());
                Terminal approved = at(clients.of(network, data, "chamber/registrar"), List.of("approve", id));
                assertTrue(
                        approved.out().contains("approved by CustomsMSP, ChamberMSP"), approved.out() + approved.err());
            }
        }
    }

    @Test
    void whatAServerThatIsNotThereWasAskedForItHasNotTaken() throws IOException {
        Path file = Client.newFile(documents, "file.pdf");
        Terminal said = at(NOWHERE, List.of("submit", file.toString(), "--type", "861", "--number", "1"));
        assertEquals(2, said.exit());
        assertTrue(
                said.out().contains("NOT_SENT") && said.out().contains("No client of Muhr answers at " + NOWHERE),
                said.out());
        assertFalse(Files.exists(ReceiptFile.beside(file).path()));
        for (String command : List.of("suspend", "reinstate", "renew", "hold", "release")) {
            Terminal unheard =
                    at(NOWHERE, List.of(command, "--number", "1", "--issuer", "ChamberMSP", "--type", "861"));
            assertEquals(2, unheard.exit(), command);
            assertTrue(unheard.err().contains("No client of Muhr answers at " + NOWHERE), unheard.err());
            assertEquals(1, unheard.sentences(), unheard.err());
        }
        assertEquals(
                64,
                at("x", List.of("submit", file.toString(), "--type", "861", "--number", "1"))
                        .exit());
    }

    private Terminal submit(String what, String... more) {
        List<String> words = new ArrayList<>(List.of("submit", what, "--type", "861"));
        words.addAll(List.of(more));
        return at("http://127.0.0.1:" + chamber.port(), words);
    }

    private static Terminal at(String server, List<String> words) {
        List<String> line = new ArrayList<>(words);
        line.addAll(List.of("--server", server, "--key-file", TestKey.file()));
        return Terminal.muhr(line.toArray(String[]::new));
    }
}
