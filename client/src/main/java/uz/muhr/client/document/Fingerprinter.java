package uz.muhr.client.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Objects;
import java.util.function.LongConsumer;
import uz.muhr.protocol.commitment.Fingerprint;
import uz.muhr.protocol.hash.DomainHash;

/** Takes the SHA-256 of a document of any size in one pass, with a buffer of 64 KiB. */
public final class Fingerprinter {
    private static final int BUFFER = 1 << 16;

    private Fingerprinter() {}

    /**
     * The fingerprint of a file.
     *
     * @param progress told the number of bytes read so far, after each buffer
     * @throws UnreadableDocument when it is missing, no regular file, empty, not readable, or changes while it is read
     */
    public static Fingerprint of(Path file, LongConsumer progress) {
        try {
            BasicFileAttributes before = attributes(file);
            Fingerprint fingerprint;
            long length;
            try (InputStream in = Files.newInputStream(file)) {
                MessageDigest sha256 = DomainHash.sha256();
                length = digest(in, sha256, progress);
                fingerprint = fingerprint(sha256);
            }
            if (length == 0) {
                throw new UnreadableDocument(file + " is empty; a document has at least one byte.");
            }
            if (length != before.size() || !same(before, attributes(file))) {
                throw new UnreadableDocument(file + " changed while it was read. Try again when nobody writes to it.");
            }
            return fingerprint;
        } catch (IOException e) {
            throw new UnreadableDocument(file + " could not be read: " + Faults.sentence(e), e);
        }
    }

    /**
     * The fingerprint of what a stream still holds.
     *
     * @throws UnreadableDocument when it holds nothing
     * @throws IOException when it breaks off
     */
    public static Fingerprint of(InputStream in) throws IOException {
        MessageDigest sha256 = DomainHash.sha256();
        if (digest(in, sha256, bytes -> {}) == 0) {
            throw new UnreadableDocument("The document is empty; a document has at least one byte.");
        }
        return fingerprint(sha256);
    }

    private static long digest(InputStream in, MessageDigest sha256, LongConsumer progress) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long length = 0;
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            sha256.update(buffer, 0, n);
            length += n;
            progress.accept(length);
        }
        return length;
    }

    private static Fingerprint fingerprint(MessageDigest sha256) {
        return new Fingerprint(HexFormat.of().formatHex(sha256.digest()));
    }

    private static BasicFileAttributes attributes(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        if (attributes.isDirectory()) {
            throw new UnreadableDocument(file + " is a folder; a document has to be a file.");
        }
        if (!attributes.isRegularFile()) {
            throw new UnreadableDocument(file + " is no regular file; a document has to be one.");
        }
        return attributes;
    }

    private static boolean same(BasicFileAttributes before, BasicFileAttributes after) {
        return before.size() == after.size()
                && before.lastModifiedTime().equals(after.lastModifiedTime())
                && Objects.equals(before.fileKey(), after.fileKey());
    }
}
