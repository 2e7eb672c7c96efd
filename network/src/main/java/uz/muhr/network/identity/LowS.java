package uz.muhr.network.identity;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.security.PrivateKey;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.RuntimeOperatorException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Signs certificates with ECDSA so that s is at most half the group's order. Fabric's MSP rewrites any other certificate
 * into that form before it compares it (msp/cert.go, sanitizeECDSASignedCert), so a certificate made otherwise would not
 * be the same bytes everywhere.
 */
final class LowS implements ContentSigner {
    /** The order of P-256; SEC 2, section 2.4.2. */
    private static final BigInteger ORDER =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

    private final ContentSigner signer;

    private LowS(ContentSigner signer) {
        this.signer = signer;
    }

    static ContentSigner with(PrivateKey key) throws OperatorCreationException {
        return new LowS(new JcaContentSignerBuilder("SHA256withECDSA").build(key));
    }

    @Override
    public AlgorithmIdentifier getAlgorithmIdentifier() {
        return signer.getAlgorithmIdentifier();
    }

    @Override
    public OutputStream getOutputStream() {
        return signer.getOutputStream();
    }

    @Override
    public byte[] getSignature() {
        ASN1Sequence signature = ASN1Sequence.getInstance(signer.getSignature());
        BigInteger r = ASN1Integer.getInstance(signature.getObjectAt(0)).getPositiveValue();
        BigInteger s = lower(ASN1Integer.getInstance(signature.getObjectAt(1)).getPositiveValue());
        try {
            return new DERSequence(new ASN1Integer[] {new ASN1Integer(r), new ASN1Integer(s)}).getEncoded();
        } catch (IOException e) {
            throw new RuntimeOperatorException("An ECDSA signature cannot be encoded.", e);
        }
    }

    static BigInteger lower(BigInteger s) {
        return s.compareTo(ORDER.shiftRight(1)) > 0 ? ORDER.subtract(s) : s;
    }
}
