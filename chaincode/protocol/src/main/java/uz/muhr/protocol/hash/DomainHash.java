package uz.muhr.protocol.hash;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * SHA-256 over a domain and parts, each preceded by its length in four bytes, big-endian. The domain keeps a hash made
 * for one purpose from passing for another; the lengths keep two different lists of parts from making the same bytes.
 */
public final class DomainHash {
    private DomainHash() {}

    /**
     * The hash of the parts under a domain.
     *
     * @param domain ASCII, such as {@code muhr/number/1}
     * @return 64 lower-case hexadecimal digits
     */
    public static String of(String domain, byte[]... parts) {
        MessageDigest sha256 = sha256();
        update(sha256, domain.getBytes(StandardCharsets.US_ASCII));
        for (byte[] part : List.of(parts)) {
            update(sha256, part);
        }
        return HexFormat.of().formatHex(sha256.digest());
    }

    /** The JDK's SHA-256, which every Java platform has to offer. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256.", e);
        }
    }

    private static void update(MessageDigest sha256, byte[] part) {
        sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).flip());
        sha256.update(part);
    }
}
