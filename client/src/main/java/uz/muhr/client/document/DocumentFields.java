package uz.muhr.client.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import uz.muhr.protocol.commitment.Fingerprint;
import uz.muhr.protocol.disclosure.Field;

/** The fields of a structured document, JSON or XML; which of the two its first character says. */
public final class DocumentFields {
    /** The most bytes that such a document may have. */
    public static final int MOST_BYTES = 8 << 20;

    private static final String SPACE = " \t\r\n";

    private DocumentFields() {}

    /**
     * Reads a file.
     *
     * @param fingerprint what was read of it before
     * @return its fields, in no particular order
     * @throws UnreadableDocument when it is too long, neither JSON nor XML, or no longer the same
     */
    public static List<Field> of(Path file, Fingerprint fingerprint) {
        byte[] bytes = bytes(file);
        if (!fingerprint(bytes).equals(fingerprint)) {
            throw new UnreadableDocument(file + " changed while it was read. Try again when nobody writes to it.");
        }
        return of(file.toString(), bytes);
    }

    /**
     * Reads what a file holds.
     *
     * @param name what to call it when speaking to a person
     */
    static List<Field> of(String name, byte[] bytes) {
        return switch (first(bytes)) {
            case '{', '[' -> JsonFields.of(name, bytes);
            case '<' -> XmlFields.of(name, bytes);
            default ->
                throw new UnreadableDocument(name
                        + " has no fields to disclose: it is neither JSON nor XML in UTF-8. Submit it as a whole.");
        };
    }

    private static byte[] bytes(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new UnreadableDocument(file + " is too long to be read by its fields: it may have at most "
                        + MOST_BYTES + " bytes. Submit it as a whole.");
            }
            return bytes;
        } catch (IOException e) {
            throw new UnreadableDocument(file + " could not be read: " + Faults.sentence(e), e);
        }
    }

    private static Fingerprint fingerprint(byte[] bytes) {
        try {
            return Fingerprinter.of(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new IllegalStateException("Bytes in memory could not be read.", e);
        }
    }

    private static char first(byte[] bytes) {
        for (byte each : bytes) {
            if (SPACE.indexOf(each) < 0) {
                return (char) (each & 0xFF);
            }
        }
        return ' ';
    }
}
