package uz.muhr.proof;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.math.BigInteger;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import uz.muhr.proof.message.Digest;
import uz.muhr.protocol.hash.DomainHash;
import uz.muhr.protocol.identifier.CertificateHash;

/** Somebody who can sign in an organisation's name. */
public record TestIdentity(String organisation, X509Certificate certificate, PrivateKey key) {
    private static final X9ECParameters P256 = CustomNamedCurves.getByName("P-256");

    /** The same certificate and key under another organisation's name. */
    public TestIdentity as(String other) {
        return new TestIdentity(other, certificate, key);
    }

    public ByteString pem() {
        try {
            return ByteString.copyFromUtf8("-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
                    + "\n-----END CERTIFICATE-----\n");
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    public CertificateHash hash() {
        try {
            return new CertificateHash(
                    HexFormat.of().formatHex(DomainHash.sha256().digest(certificate.getEncoded())));
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    public ByteString serialized() {
        return SerializedIdentity.newBuilder()
                .setMspid(organisation)
                .setIdBytes(pem())
                .build()
                .toByteString();
    }

    /** As Fabric signs: the lower s. */
    public ByteString sign(ByteString... parts) {
        BigInteger[] numbers = numbers(parts);
        BigInteger high = P256.getN().subtract(numbers[1]);
        return encode(numbers[0], numbers[1].min(high));
    }

    /** The other signature that verifies, which Fabric does not take. */
    public ByteString signWithHighS(ByteString... parts) {
        BigInteger[] numbers = numbers(parts);
        BigInteger high = P256.getN().subtract(numbers[1]);
        return encode(numbers[0], numbers[1].max(high));
    }

    private BigInteger[] numbers(ByteString... parts) {
        ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
        signer.init(true, new ECPrivateKeyParameters(((ECPrivateKey) key).getS(), new ECDomainParameters(P256)));
        return signer.generateSignature(Digest.of(parts));
    }

    private static ByteString encode(BigInteger r, BigInteger s) {
        try {
            return ByteString.copyFrom(StandardDSAEncoding.INSTANCE.encode(P256.getN(), r, s));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
