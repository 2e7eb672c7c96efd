package uz.muhr.network.devnet.msp;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.math.BigInteger;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;

/**
 * ECDSA on P-256 over SHA-256 in DER, with the lower of the two equivalent s values, as Fabric's bccsp signs and
 * demands. Bouncy Castle does it about four times faster than the JDK's own provider.
 */
final class Signatures {
    private static final X9ECParameters P256 = CustomNamedCurves.getByName("P-256");
    private static final BigInteger ORDER = P256.getN();
    private static final BigInteger HALF_ORDER = ORDER.shiftRight(1);

    private Signatures() {}

    static ByteString sign(ECPrivateKeyParameters key, byte[] digest) {
        ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
        signer.init(true, key);
        BigInteger[] signature = signer.generateSignature(digest);
        BigInteger s = signature[1].compareTo(HALF_ORDER) > 0 ? ORDER.subtract(signature[1]) : signature[1];
        try {
            return ByteString.copyFrom(StandardDSAEncoding.INSTANCE.encode(ORDER, signature[0], s));
        } catch (IOException e) {
            throw new IllegalStateException("A signature just made always encodes.", e);
        }
    }

    static boolean verify(ECPublicKeyParameters key, byte[] digest, ByteString signature) {
        BigInteger[] pair;
        try {
            pair = StandardDSAEncoding.INSTANCE.decode(ORDER, signature.toByteArray());
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
        if (pair[1].compareTo(HALF_ORDER) > 0) {
            return false;
        }
        ECDSASigner verifier = new ECDSASigner();
        verifier.init(false, key);
        return verifier.verifySignature(digest, pair[0], pair[1]);
    }
}
