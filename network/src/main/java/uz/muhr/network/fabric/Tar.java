package uz.muhr.network.fabric;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * A gzipped tar archive of a few small files, in the ustar form of POSIX.1-1988: the form of chaincode packages. The same
 * files give the same bytes, and so the same package id: no time and no owner is written.
 */
final class Tar {
    private static final int BLOCK = 512;
    private static final int NAME_BYTES = 100;
    private static final int CHECKSUM_AT = 148;

    private Tar() {}

    /** @param files contents by name, written in the map's order; a name has at most 100 ASCII characters */
    static byte[] gzipped(Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream archive = new GZIPOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                byte[] content = file.getValue();
                archive.write(header(file.getKey(), content.length));
                archive.write(content);
                archive.write(new byte[(BLOCK - content.length % BLOCK) % BLOCK]);
            }
            archive.write(new byte[2 * BLOCK]);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot be written to.", e);
        }
        return bytes.toByteArray();
    }

    static byte[] gzipped(String name, String content) {
        return gzipped(Map.of(name, content.getBytes(UTF_8)));
    }

    private static byte[] header(String name, int size) {
        if (!US_ASCII.newEncoder().canEncode(name) || name.length() > NAME_BYTES) {
            throw new IllegalArgumentException("A file's name must have at most 100 ASCII characters, found " + name);
        }
        byte[] header = new byte[BLOCK];
        put(header, 0, name);
        put(header, 100, "0000644");
        put(header, 108, "0000000");
        put(header, 116, "0000000");
        put(header, 124, octal(size, 11));
        put(header, 136, octal(0, 11));
        put(header, CHECKSUM_AT, "        ");
        put(header, 156, "0");
        put(header, 257, "ustar");
        put(header, 263, "00");
        int sum = 0;
        for (byte each : header) {
            sum += each & 0xff;
        }
        put(header, CHECKSUM_AT, octal(sum, 6) + "\0 ");
        return header;
    }

    private static String octal(int number, int digits) {
        return String.format(Locale.ROOT, "%0" + digits + "o", number);
    }

    private static void put(byte[] header, int at, String text) {
        byte[] ascii = text.getBytes(US_ASCII);
        System.arraycopy(ascii, 0, header, at, ascii.length);
    }
}
