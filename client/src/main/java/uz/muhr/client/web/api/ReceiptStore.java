package uz.muhr.client.web.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import uz.muhr.client.commitment.ReceiptFile;
import uz.muhr.protocol.identifier.DocumentId;

/** Where the receipts of what was submitted through this door lie, one for each document, by its id, and one more
 * for each content it was given since. */
public final class ReceiptStore {
    private final Path folder;

    private ReceiptStore(Path folder) {
        this.folder = folder;
    }

    /** A store in a folder that is made when it is missing; receipts hold salts, so only its owner may look into it. */
    public static ReceiptStore in(Path folder) {
        try {
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                Files.createDirectories(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            } else {
                Files.createDirectories(folder);
            }
            return new ReceiptStore(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " for receipts cannot be made.", e);
        }
    }

    /** Of the content that a document's version of this sequence brought. */
    ReceiptFile of(DocumentId document, long version) {
        return new ReceiptFile(folder.resolve(document.hex() + "-" + version + ".muhr.json"));
    }

    ReceiptFile of(DocumentId document) {
        return new ReceiptFile(folder.resolve(document.hex() + ".muhr.json"));
    }
}
