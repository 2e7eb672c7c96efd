package uz.muhr.client.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.client.document.UnreadableDocument;

class DocumentFilesTest {
    @TempDir
    Path folder;

    @Test
    void aFileStandsForItselfEvenWhenItIsMissing() {
        Path file = folder.resolve("missing.pdf");
        assertEquals(List.of(file), DocumentFiles.of(List.of(file)));
    }

    @Test
    void aFolderStandsForAllFilesBelowItButReceiptsProofsAndHiddenOnes() throws IOException {
        Files.createDirectories(folder.resolve("sub/.git"));
        Path b = Files.writeString(folder.resolve("b.pdf"), "b");
        Path a = Files.writeString(folder.resolve("sub/a.xml"), "a");
        Files.writeString(folder.resolve("b.pdf.muhr.json"), "{}");
        Files.writeString(folder.resolve("b.pdf.muhr-proof.json"), "{}");
        Files.writeString(folder.resolve(".hidden"), "x");
        Files.writeString(folder.resolve("sub/.git/config"), "x");
        assertEquals(List.of(b, a), DocumentFiles.of(List.of(folder)));
    }

    @Test
    void aFileNamedTwiceIsTakenOnce() throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "a");
        assertEquals(List.of(file), DocumentFiles.of(List.of(file, file)));
    }

    @Test
    void aFolderWithoutDocumentsIsRefused() {
        assertThrows(UnreadableDocument.class, () -> DocumentFiles.of(List.of(folder)));
    }

    @Test
    void aNameLosesItsLastEndingOnly() {
        assertEquals("UZ-CO-1", DocumentFiles.nameWithoutEnding(Path.of("x/UZ-CO-1.pdf")));
        assertEquals("a.tar", DocumentFiles.nameWithoutEnding(Path.of("a.tar.gz")));
        assertEquals(".profile", DocumentFiles.nameWithoutEnding(Path.of(".profile")));
        assertEquals("plain", DocumentFiles.nameWithoutEnding(Path.of("plain")));
    }
}
