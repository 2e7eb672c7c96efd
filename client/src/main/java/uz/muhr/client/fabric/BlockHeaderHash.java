package uz.muhr.client.fabric;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.hyperledger.fabric.protos.common.BlockHeader;

/** The hashes that chain blocks, as Fabric's protoutil computes them: SHA-256, of the header in DER, and of the data. */
final class BlockHeaderHash {
    private BlockHeaderHash() {}

    /** The hash by which the next block names this one: of SEQUENCE {number, previous hash, data hash}. */
    static String of(BlockHeader header) {
        ASN1Encodable[] fields = {
            new ASN1Integer(header.getNumber()),
            new DEROctetString(header.getPreviousHash().toByteArray()),
            new DEROctetString(header.getDataHash().toByteArray())
        };
        try {
            return hex(List.of(ByteString.copyFrom(new DERSequence(fields).getEncoded())));
        } catch (IOException e) {
            throw new UncheckedIOException("A number and two octet strings always encode.", e);
        }
    }

    /** SHA-256 over all parts, one after the other. */
    static String hex(List<ByteString> parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            parts.forEach(part -> digest.update(part.asReadOnlyByteBuffer()));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
