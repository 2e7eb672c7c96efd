package uz.muhr.client.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprinterTest {
    /** FIPS 180-4, the example of one block. */
    private static final String OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    Path folder;

    @Test
    void theFingerprintIsTheFilesSha256() throws IOException {
        Path file = Files.writeString(folder.resolve("abc"), "abc");
        assertEquals(OF_ABC, Fingerprinter.of(file, bytes -> {}).hex());
    }

    @Test
    void aStreamHasTheSameFingerprintAsAFile() throws IOException {
        assertEquals(
                OF_ABC,
                Fingerprinter.of(new ByteArrayInputStream("abc".getBytes(StandardCharsets.US_ASCII)))
                        .hex());
    }

    @Test
    void anEmptyFileIsNoDocument() throws IOException {
        Path file = Files.createFile(folder.resolve("empty"));
        assertSaid("is empty", file);
        assertThrows(UnreadableDocument.class, () -> Fingerprinter.of(new ByteArrayInputStream(new byte[0])));
    }

    @Test
    void aMissingFileIsNamed() {
        assertSaid("there is no such file", folder.resolve("missing"));
    }

    @Test
    void aFolderIsNoDocument() {
        assertSaid("is a folder", folder);
    }

    @Test
    void aDeviceIsNoDocument() {
        assertSaid("is no regular file", Path.of("/dev/null"));
    }

    @Test
    void aFileThatGrowsWhileItIsReadIsRefused() throws IOException {
        Path file = Files.write(folder.resolve("growing"), new byte[200_000]);
        UnreadableDocument refused =
                assertThrows(UnreadableDocument.class, () -> Fingerprinter.of(file, bytes -> append(file)));
        assertTrue(String.valueOf(refused.getMessage()).contains("changed while it was read"));
    }

    @Test
    void aFileThatIsRewrittenWhileItIsReadIsRefused() throws IOException {
        Path file = Files.write(folder.resolve("rewritten"), new byte[200_000]);
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
        assertThrows(UnreadableDocument.class, () -> Fingerprinter.of(file, bytes -> touch(file)));
    }

    @Test
    void progressEndsAtTheFilesLength() throws IOException {
        Path file = Files.write(folder.resolve("file"), new byte[300_000]);
        List<Long> told = new ArrayList<>();
        Fingerprinter.of(file, told::add);
        assertEquals(300_000, told.get(told.size() - 1));
        assertEquals(told.stream().sorted().toList(), told);
    }

    @Test
    void twoGibibytesAreReadWithin64MegabytesOfHeap() throws IOException, InterruptedException {
        Path file = folder.resolve("large");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(2L << 30);
        }
        Process reader = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FingerprintOf.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(reader.waitFor(2, TimeUnit.MINUTES));
        // sha256sum of 2 GiB of zero bytes.
        assertEquals("a7c744c13cc101ed66c29f672f92455547889cc586ce6d44fe76ae824958ea51", said.strip());
    }

    /** A program of its own, so that its heap can be kept small. */
    static final class FingerprintOf {
        private FingerprintOf() {}

        public static void main(String[] args) {
            System.out.println(Fingerprinter.of(Path.of(args[0]), bytes -> {}).hex());
        }
    }

    private static void assertSaid(String part, Path file) {
        UnreadableDocument refused = assertThrows(UnreadableDocument.class, () -> Fingerprinter.of(file, bytes -> {}));
        assertTrue(String.valueOf(refused.getMessage()).contains(part), refused.getMessage());
    }

    private static void append(Path file) {
        try {
            Files.write(file, new byte[] {1}, java.nio.file.StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void touch(Path file) {
        try {
            Files.setLastModifiedTime(file, FileTime.fromMillis(2_000_000));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
