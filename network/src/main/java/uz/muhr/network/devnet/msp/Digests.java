package uz.muhr.network.devnet.msp;

import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/** SHA-256, the only hash of the channel. */
public final class Digests {
    private Digests() {}

    /** The 32 bytes of SHA-256 over the parts one after the other, without lengths. */
    public static byte[] sha256(ByteString... parts) {
        return sha256(List.of(parts));
    }

    /** The 32 bytes of SHA-256 over the parts one after the other, without lengths. */
    public static byte[] sha256(Iterable<ByteString> parts) {
        MessageDigest digest = digest();
        for (ByteString part : parts) {
            for (ByteBuffer buffer : part.asReadOnlyByteBufferList()) {
                digest.update(buffer);
            }
        }
        return digest.digest();
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
