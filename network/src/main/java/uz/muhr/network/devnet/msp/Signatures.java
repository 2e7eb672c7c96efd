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

    private static final byte SEQUENCE = 0x30;
    private static final byte INTEGER = 0x02;
    private static final int MIN_LENGTH = 8;

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

    /** Any bytes may come as a signature: what is not strict DER of two positive numbers is just not valid. */
    static boolean verify(ECPublicKeyParameters key, byte[] digest, ByteString signature) {
        if (signature.size() < MIN_LENGTH || signature.byteAt(0) != SEQUENCE) {
            return false;
        }
        BigInteger r = number(signature, 2);
        int second = 4 + signature.byteAt(3);
        BigInteger s = number(signature, second);
        boolean strict = r.signum() > 0
                && s.signum() > 0
                && signature.byteAt(1) == signature.size() - 2
                && second + 2 + signature.byteAt(second + 1) == signature.size();
        if (!strict || s.compareTo(HALF_ORDER) > 0) {
            return false;
        }
        ECDSASigner verifier = new ECDSASigner();
        verifier.init(false, key);
        return verifier.verifySignature(digest, r, s);
    }

    /** The positive INTEGER at a position in its shortest form; zero when there is none. */
    private static BigInteger number(ByteString der, int at) {
        if (at < 0 || at + 2 > der.size() || der.byteAt(at) != INTEGER) {
            return BigInteger.ZERO;
        }
        int length = der.byteAt(at + 1);
        if (length < 1 || at + 2 + length > der.size()) {
            return BigInteger.ZERO;
        }
        byte[] bytes = der.substring(at + 2, at + 2 + length).toByteArray();
        BigInteger number = new BigInteger(bytes);
        return number.toByteArray().length == length ? number : BigInteger.ZERO;
    }
}
