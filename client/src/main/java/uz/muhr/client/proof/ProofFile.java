package uz.muhr.client.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import uz.muhr.proof.bundle.NetworkTrust;
import uz.muhr.protocol.refusal.Refusal;

/** A trust file or a bundle on disk. It is there whole or not at all. */
public record ProofFile(Path path) {
    private static final String SUFFIX = ".muhr-proof.json";

    /** Whether a file is a proof beside a document, {@code FILE.muhr-proof.json}, by its name, and so no document. */
    public static boolean isProof(Path file) {
        return file.toString().endsWith(SUFFIX);
    }

    /**
     * Its bytes.
     *
     * @param most how many it may have
     * @throws Refusal MALFORMED_ARGUMENT when it is not there or longer
     */
    public byte[] read(int most) {
        try {
            if (Files.size(path) > most) {
                throw Refusal.malformed(path + " may have at most " + most + " bytes; it has more.");
            }
            return Files.readAllBytes(path);
        } catch (NoSuchFileException e) {
            throw Refusal.malformed("There is no file " + path + ".");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What it says when it is a trust file.
     *
     * @throws Refusal MALFORMED_ARGUMENT when it is not there, or none
     */
    public NetworkTrust trust() {
        return NetworkTrust.parse(read(NetworkTrust.MAX_BYTES));
    }

    /** Puts it there in one step, in the place of an earlier one. */
    public void write(byte[] bytes) {
        Path unfinished = path.resolveSibling(path.getFileName() + ".unfinished");
        try {
            Files.write(unfinished, bytes);
            Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
