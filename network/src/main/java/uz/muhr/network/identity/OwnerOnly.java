package uz.muhr.network.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;

/** Files and folders that only their owner can read, from the moment they exist. */
final class OwnerOnly {
    private static final FileAttribute<Set<PosixFilePermission>> FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<Set<PosixFilePermission>> FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private OwnerOnly() {}

    /** Refuses a file system on which keys could not be kept from other users, before anything is written to it. */
    static void requireSupport(Path existing) throws IOException {
        FileStore store = Files.getFileStore(existing);
        if (!store.supportsFileAttributeView("posix")) {
            throw new IdentityException("The file system of " + existing
                    + " has no owner-only permissions, so private keys cannot be kept there; choose a folder on another"
                    + " one.");
        }
    }

    static void folder(Path folder) throws IOException {
        Files.createDirectories(folder, FOLDER);
    }

    /**
     * Puts a file in the place of another, or of none, in one step.
     *
     * @param staging where it is written first; not beside the file, since Fabric reads every file of an MSP's folders
     */
    static void replace(Path file, String text, Staging staging) throws IOException {
        Path next = staging.folder().resolve(UUID.randomUUID().toString());
        write(next, text);
        Path parent = file.getParent();
        if (parent != null) {
            folder(parent);
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    static void write(Path file, String text) throws IOException {
        Path parent = file.getParent();
        if (parent != null) {
            folder(parent);
        }
        try (SeekableByteChannel channel =
                Files.newByteChannel(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), FILE)) {
            ByteBuffer bytes = UTF_8.encode(text);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
    }
}
