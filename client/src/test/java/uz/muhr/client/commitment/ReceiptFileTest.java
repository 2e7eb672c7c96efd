package uz.muhr.client.commitment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.protocol.refusal.Refusal;

class ReceiptFileTest {
    @TempDir
    Path folder;

    @Test
    void theReceiptLiesBesideTheDocument() {
        assertEquals(
                folder.resolve("a b[1].pdf.muhr.json"),
                ReceiptFile.beside(folder.resolve("a b[1].pdf")).path());
    }

    @Test
    void aReceiptIsKnownByItsName() {
        assertTrue(ReceiptFile.isReceipt(Path.of("x/a.pdf.muhr.json")));
        assertTrue(ReceiptFile.isReceipt(Path.of("a.pdf.muhr.json.17-1.unfinished")));
        assertFalse(ReceiptFile.isReceipt(Path.of("a.pdf")));
        assertFalse(ReceiptFile.isReceipt(Path.of("a.json")));
    }

    @Test
    void whereThereIsNoneNothingIsRead() {
        assertEquals(Optional.empty(), receiptFile().read());
    }

    @Test
    void whatWasCreatedIsReadAndLeavesNothingBeside() throws IOException {
        assertTrue(receiptFile().create(Receipts.pending()));
        assertEquals(Optional.of(Receipts.pending()), receiptFile().read());
        assertEquals(List.of("doc[*].pdf.muhr.json"), names());
    }

    @Test
    void aReceiptThatIsThereIsNotOverwritten() {
        receiptFile().create(Receipts.pending());
        assertFalse(receiptFile().create(Receipts.open()));
        assertEquals(Optional.of(Receipts.pending()), receiptFile().read());
    }

    @Test
    void ofManyThatCreateAtOnceOneWins() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Boolean>> attempts = threads.invokeAll(IntStream.range(0, 8)
                    .<java.util.concurrent.Callable<Boolean>>mapToObj(
                            i -> () -> receiptFile().create(Receipts.pending()))
                    .toList());
            int winners = 0;
            for (Future<Boolean> attempt : attempts) {
                winners += attempt.get() ? 1 : 0;
            }
            assertEquals(1, winners);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void replacingRemovesWhatAKilledSubmissionLeft() throws IOException {
        receiptFile().create(Receipts.pending());
        Files.writeString(folder.resolve("doc[*].pdf.muhr.json.999999999-1.unfinished"), "{");
        Path running = Files.writeString(
                folder.resolve("doc[*].pdf.muhr.json." + ProcessHandle.current().pid() + "-99.unfinished"), "{");
        receiptFile().replace(Receipts.anchored());
        assertEquals(Optional.of(Receipts.anchored()), receiptFile().read());
        assertEquals(List.of("doc[*].pdf.muhr.json", String.valueOf(running.getFileName())), names());
    }

    @Test
    void deletingLeavesNothing() throws IOException {
        receiptFile().create(Receipts.pending());
        receiptFile().delete();
        assertEquals(List.of(), names());
    }

    @Test
    void whatIsNoReceiptIsRefused() throws IOException {
        Files.write(receiptFile().path(), new byte[] {(byte) 0xff, (byte) 0xfe});
        assertThrows(Refusal.class, () -> receiptFile().read());
        Files.write(receiptFile().path(), new byte[1 << 17]);
        assertThrows(Refusal.class, () -> receiptFile().read());
        Files.writeString(receiptFile().path(), "{}");
        assertThrows(Refusal.class, () -> receiptFile().read());
    }

    private ReceiptFile receiptFile() {
        return ReceiptFile.beside(folder.resolve("doc[*].pdf"));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }
}
