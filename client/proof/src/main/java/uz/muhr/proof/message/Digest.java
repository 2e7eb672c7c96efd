package uz.muhr.proof.message;

import com.google.protobuf.ByteString;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import uz.muhr.protocol.hash.DomainHash;

/** SHA-256 as Fabric uses it: over parts one after the other, without lengths. */
public final class Digest {
    private Digest() {}

    public static byte[] of(List<ByteString> parts) {
        MessageDigest sha256 = DomainHash.sha256();
        parts.forEach(part -> sha256.update(part.asReadOnlyByteBuffer()));
        return sha256.digest();
    }

    public static byte[] of(ByteString... parts) {
        return of(List.of(parts));
    }

    /** Lower-case digits, as people compare them. */
    public static String hex(ByteString bytes) {
        return HexFormat.of().formatHex(bytes.toByteArray());
    }
}
