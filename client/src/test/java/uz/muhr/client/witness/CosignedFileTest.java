package uz.muhr.client.witness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.proof.checkpoint.Checkpoint;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.refusal.Refusal;

class CosignedFileTest {
    private static final MspId CUSTOMS = new MspId("CustomsMSP");

    @TempDir
    Path data;

    private CompletableFuture<String> answer = new CompletableFuture<>();

    @Test
    void nothingIsKnownAtFirst() {
        assertEquals(Optional.empty(), file().read());
    }

    @Test
    void whatWasSignedIsKnownAfterwards() {
        file().keep(checkpoint(7));
        assertEquals(
                Optional.of(checkpoint(7)),
                CosignedFile.in(data, CUSTOMS, "documents").read());
    }

    @Test
    void theHighestIsKept() {
        file().keep(checkpoint(7));
        file().keep(checkpoint(9));
        file().keep(checkpoint(8));
        assertEquals(Optional.of(checkpoint(9)), file().read());
    }

    @Test
    void eachOrganisationAndChannelHasItsOwn() {
        file().keep(checkpoint(7));
        assertEquals(
                Optional.empty(),
                CosignedFile.in(data, new MspId("CarrierMSP"), "documents").read());
        assertEquals(Optional.empty(), CosignedFile.in(data, CUSTOMS, "seals").read());
    }

    @Test
    void aDamagedFileIsRefusedAndNotTakenForNone() throws IOException {
        file().keep(checkpoint(7));
        Files.writeString(data.resolve("checkpoints").resolve(file().name()), "{}");
        assertThrows(Refusal.class, () -> file().read());
        assertThrows(Refusal.class, () -> file().keep(checkpoint(9)));
    }

    @Test
    void anotherProcessWaitsUntilWhatIsSignedIsKept() throws Exception {
        Process other = file().alone(() -> {
            Process started = startAnother();
            assertEquals("started", line(started));
            CompletableFuture<String> early = CompletableFuture.supplyAsync(() -> line(started));
            assertThrows(TimeoutException.class, () -> early.get(500, TimeUnit.MILLISECONDS));
            file().keep(checkpoint(7));
            answer = early;
            return started;
        });
        assertEquals("7", answer.get(30, TimeUnit.SECONDS));
        assertTrue(other.waitFor(30, TimeUnit.SECONDS));
    }

    @Test
    void whoeverFailedLeavesItToTheNext() {
        assertThrows(IllegalStateException.class, () -> file().alone(() -> {
            throw new IllegalStateException();
        }));
        assertEquals("done", file().alone(() -> "done"));
    }

    private Process startAnother() {
        try {
            return new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Another.class.getName(),
                            data.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(Process process) {
        try {
            return process.inputReader().readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A process that signs beside: it says which height it knows of once it is its turn. */
    static final class Another {
        private Another() {}

        public static void main(String[] args) {
            CosignedFile file = CosignedFile.in(Path.of(args[0]), CUSTOMS, "documents");
            System.out.println("started");
            System.out.println(
                    file.alone(() -> file.read().map(Checkpoint::height).orElse(0L)));
        }
    }

    private CosignedFile file() {
        return CosignedFile.in(data, CUSTOMS, "documents");
    }

    private static Checkpoint checkpoint(long height) {
        return new Checkpoint("documents", "0f".repeat(32), height, "ab".repeat(32));
    }
}
