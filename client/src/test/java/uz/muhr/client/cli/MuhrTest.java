package uz.muhr.client.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uz.muhr.client.commitment.ReceiptText;
import uz.muhr.client.commitment.Receipts;

/** What the command line refuses at the door, before any ledger is asked. */
class MuhrTest {
    @TempDir
    Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void aDocument() throws IOException {
        file = Files.writeString(folder.resolve("doc.pdf"), "content");
    }

    @Test
    void withoutACommandItShowsHowToUseIt() {
        Terminal said = Terminal.muhr();
        assertEquals(Exit.USAGE, said.exit());
        assertTrue(said.err().contains("Usage: muhr"));
    }

    @Test
    void helpAndVersionAreNoFaults() {
        assertEquals(0, Terminal.muhr("--help").exit());
        assertEquals(0, Terminal.muhr("--version").exit());
        assertEquals(0, Terminal.muhr("submit", "--help").exit());
    }

    static Stream<List<String>> wrongUse() {
        return Stream.of(
                List.of("unknown"),
                List.of("verify"),
                List.of("verify", "--unknown"),
                List.of("verify", "FILE", "more"),
                List.of("verify", "--number", "1"),
                List.of("verify", "--number", "1", "--issuer", "ChamberMSP"),
                List.of("verify", "--number", "", "--issuer", "ChamberMSP", "--type", "861"),
                List.of("verify", "--number", "1", "--issuer", "Chamber MSP", "--type", "861"),
                List.of("verify", "--number", "1", "--issuer", "ChamberMSP", "--type", "999"),
                List.of("verify", "FILE", "--at", "yesterday"),
                List.of("verify", "FILE", "--receipt", "FOLDER/none.muhr.json"),
                List.of("verify", "FOLDER/none.pdf"),
                List.of("verify", "FOLDER"),
                List.of("submit", "FILE", "--number", "1"),
                List.of("submit", "FILE", "--type", "861"),
                List.of("submit", "--type", "861", "--number", "1"),
                List.of("submit", "FILE", "--type", "861", "--number", "1", "--number-from-name"),
                List.of("submit", "FILE", "--type", "861", "--number", "1", "--salted", "--open"),
                List.of("submit", "FILE", "--type", "480x", "--number", "1"),
                List.of("submit", "FILE", "--type", "0861", "--number", "1"),
                List.of("submit", "FILE", "--type", "861", "--number", " "),
                List.of("submit", "FILE", "--type", "861", "--number", "9".repeat(300)),
                List.of("submit", "FILE", "--type", "861", "--number", "UZ\u202e1"),
                List.of("submit", "FILE", "--type", "861", "--number", "UZ\u05d01"),
                List.of("submit", "FILE", "--type", "861", "--number", "UZ\u00071"),
                List.of("submit", "FILE", "--type", "861", "--number", "U\u0417-1"),
                List.of(
                        "submit",
                        "FILE",
                        "--type",
                        "861",
                        "--number",
                        "1",
                        "--valid-from",
                        "2026-02-01",
                        "--valid-until",
                        "2026-01-01"),
                List.of("submit", "FOLDER/none.pdf", "--type", "861", "--number", "1"),
                List.of("submit", "FILE", "FOLDER/none.pdf", "--type", "861", "--number-from-name"),
                List.of("submit", "FILE", "FILE2", "--type", "861", "--number", "1"),
                List.of("revoke", "FILE"),
                List.of("revoke", "FILE", "--reason", "because"),
                List.of("revoke", "--reason", "unspecified"),
                List.of("show"),
                List.of("history", "--issuer", "ChamberMSP"));
    }

    @ParameterizedTest
    @MethodSource("wrongUse")
    void wrongUseGetsOneSentenceAndChangesNothing(List<String> words) throws IOException {
        Files.writeString(folder.resolve("doc2.pdf"), "content 2");
        Terminal said = run(words);
        assertEquals(Exit.USAGE, said.exit(), said.err());
        assertEquals(1, said.sentences(), said.err());
        assertEquals("", said.out());
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(2, files.count());
        }
    }

    @Test
    void whoActsHasToBeSaid() {
        Terminal said = Terminal.muhr("verify", file.toString(), "--profiles", folder.toString());
        assertEquals(Exit.USAGE, said.exit());
        assertTrue(said.err().contains("--as"), said.err());
    }

    @ParameterizedTest
    @MethodSource("strangeParticipants")
    void aParticipantThatIsNoneIsRefused(String participant) {
        Terminal said = Terminal.muhr("verify", file.toString(), "--profiles", folder.toString(), "--as", participant);
        assertEquals(Exit.USAGE, said.exit());
        assertEquals(1, said.sentences());
    }

    static Stream<String> strangeParticipants() {
        return Stream.of("", "nobody", "a/b/c", "../../etc/passwd", "customs/", "/", "CUSTOMS");
    }

    @Test
    void aDamagedReceiptIsRefusedBeforeTheLedgerIsAsked() throws IOException {
        String whole = ReceiptText.write(Receipts.anchored());
        Files.writeString(folder.resolve("doc.pdf.muhr.json"), whole.substring(0, 200));
        Terminal said = run(List.of("verify", "FILE", "--as", "customs"));
        assertEquals(Exit.USAGE, said.exit());
        assertFalse(said.err().contains("Exception"), said.err());
    }

    private Terminal run(List<String> words) {
        List<String> arguments = new ArrayList<>(words);
        arguments.replaceAll(word -> word.replace("FOLDER", folder.toString())
                .replace("FILE2", folder.resolve("doc2.pdf").toString())
                .replace("FILE", file.toString()));
        return Terminal.muhr(arguments.toArray(String[]::new));
    }
}
