package uz.muhr.network.fabric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Held to the system's own tar. */
final class TarTest {
    private static final Path TAR = Path.of("tar");

    private final Path folder;

    TarTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void filesOfAnySizeComeOutAsTheyWentIn() throws IOException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int size : new int[] {0, 1, 511, 512, 513, 1024, random.nextInt(100_000)}) {
            byte[] content = new byte[size];
            random.nextBytes(content);
            files.put("file-" + size + ".bin", content);
        }
        Path archive = Files.write(folder.resolve("archive.tar.gz"), Tar.gzipped(files));
        Path out = Files.createDirectory(folder.resolve("out"));
        new ProgramRun(TAR).arguments("-xzf", archive, "-C", out).within(Duration.ofSeconds(20));
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            assertArrayEquals(file.getValue(), Files.readAllBytes(out.resolve(file.getKey())), () -> "seed " + seed);
        }
    }

    @Test
    void theSameFilesGiveTheSameBytes() {
        assertArrayEquals(Tar.gzipped("a", "b"), Tar.gzipped("a", "b"));
    }

    @Test
    void aNameThatTheFormCannotHoldIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Tar.gzipped("n".repeat(101), ""));
        assertThrows(IllegalArgumentException.class, () -> Tar.gzipped("\u00e9", ""));
    }
}
