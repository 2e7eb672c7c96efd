package uz.muhr.client.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import uz.muhr.client.commitment.ReceiptFile;
import uz.muhr.client.document.Faults;
import uz.muhr.client.document.UnreadableDocument;
import uz.muhr.client.proof.ProofFile;

/** The documents that files and folders stand for. */
final class DocumentFiles {
    private DocumentFiles() {}

    /**
     * Files as they are given, and for a folder every file below it but receipts, proofs and hidden ones, by name.
     *
     * @throws UnreadableDocument when a folder holds none or cannot be read
     */
    static List<Path> of(List<Path> given) {
        return given.stream()
                .flatMap(path -> Files.isDirectory(path) ? below(path).stream() : Stream.of(path))
                .distinct()
                .toList();
    }

    static String nameWithoutEnding(Path file) {
        Path last = file.getFileName();
        String name = last == null ? "" : last.toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private static List<Path> below(Path folder) {
        try (Stream<Path> tree = Files.walk(folder)) {
            List<Path> documents = tree.filter(Files::isRegularFile)
                    .filter(file -> !ReceiptFile.isReceipt(file)
                            && !ProofFile.isProof(file)
                            && !hidden(folder.relativize(file)))
                    .sorted()
                    .toList();
            if (documents.isEmpty()) {
                throw new UnreadableDocument("The folder " + folder + " holds no documents.");
            }
            return documents;
        } catch (IOException e) {
            throw new UnreadableDocument("The folder " + folder + " could not be read: " + Faults.sentence(e), e);
        }
    }

    private static boolean hidden(Path relative) {
        for (Path part : relative) {
            if (part.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }
}
