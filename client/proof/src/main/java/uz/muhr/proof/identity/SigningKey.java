package uz.muhr.proof.identity;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import uz.muhr.proof.message.Digest;

/**
 * A key on P-256 that checks ECDSA signatures over SHA-256 as Fabric takes them: strict DER, and of the two values of s
 * that verify only the lower one (bccsp/sw/ecdsa.go). Bouncy Castle checks one in a seventh of the JDK's time.
 */
public final class SigningKey {
    private final ECPublicKeyParameters key;

    private SigningKey(ECPublicKeyParameters key) {
        this.key = key;
    }

    /** The key of a certificate; empty when it is of another kind, or states its curve by parameters of its own. */
    public static Optional<SigningKey> of(X509Certificate certificate) {
        try {
            return PublicKeyFactory.createKey(certificate.getPublicKey().getEncoded())
                                    instanceof ECPublicKeyParameters key
                            && key.getParameters() instanceof ECNamedDomainParameters curve
                            && curve.getName().equals(X9ObjectIdentifiers.prime256v1)
                    ? Optional.of(new SigningKey(key))
                    : Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether the signature over the parts, joined, was made with this key. */
    public boolean verifies(ByteString signature, ByteString... parts) {
        BigInteger order = key.getParameters().getN();
        BigInteger[] numbers;
        try {
            numbers = StandardDSAEncoding.INSTANCE.decode(order, signature.toByteArray());
        } catch (IOException | RuntimeException notStrictDer) {
            return false;
        }
        if (numbers[1].compareTo(order.shiftRight(1)) > 0) {
            return false;
        }
        ECDSASigner verifier = new ECDSASigner();
        verifier.init(false, key);
        return verifier.verifySignature(Digest.of(parts), numbers[0], numbers[1]);
    }
}
