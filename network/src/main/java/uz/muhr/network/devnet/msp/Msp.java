package uz.muhr.network.devnet.msp;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.util.PublicKeyFactory;

/** One organisation's membership: its root certificate decides who belongs to it. */
final class Msp {
    private final String mspId;
    private final X509Certificate root;

    Msp(String mspId, X509Certificate root) {
        this.mspId = mspId;
        this.root = root;
    }

    /** The checks of Fabric's MSP: the chain at notBefore + 1 s, no CA, exactly one NodeOU role. Expiry is not its matter. */
    Identity identity(ByteString pem) throws InvalidIdentityException {
        X509Certificate certificate = Pem.certificate(pem);
        checkChain(certificate);
        if (certificate.getBasicConstraints() >= 0) {
            throw new InvalidIdentityException(
                    "A certificate authority cannot act as a member of " + mspId + ".", mspId);
        }
        return new Identity(mspId, role(certificate), certificate, key(certificate));
    }

    private void checkChain(X509Certificate certificate) throws InvalidIdentityException {
        try {
            PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(root, null)));
            parameters.setRevocationEnabled(false);
            Instant begin = certificate.getNotBefore().toInstant();
            Date start = Date.from(begin.plusSeconds(1));
            // A trust anchor's own time is not PKIX's matter, but it is Fabric's.
            root.checkValidity(start);
            parameters.setDate(start);
            CertPathValidator.getInstance("PKIX")
                    .validate(
                            CertificateFactory.getInstance("X.509").generateCertPath(List.of(certificate)), parameters);
        } catch (GeneralSecurityException e) {
            throw new InvalidIdentityException("The certificate was not issued by the root of " + mspId + ".", e);
        }
    }

    private NodeRole role(X509Certificate certificate) throws InvalidIdentityException {
        List<NodeRole> roles = units(certificate).stream()
                .flatMap(unit -> roleOf(unit).stream())
                .toList();
        if (roles.size() != 1) {
            throw new InvalidIdentityException(
                    "A member of " + mspId + " has exactly one role; this certificate states " + roles + ".", mspId);
        }
        return roles.get(0);
    }

    private static Optional<NodeRole> roleOf(String unit) {
        return Set.of(NodeRole.values()).stream()
                .filter(role -> role.unit().equals(unit))
                .findFirst();
    }

    private static List<String> units(X509Certificate certificate) throws InvalidIdentityException {
        try {
            return List.of(new JcaX509CertificateHolder(certificate)
                            .getSubject()
                            .getRDNs(BCStyle.OU))
                    .stream()
                    .map(rdn -> IETFUtils.valueToString(rdn.getFirst().getValue()))
                    .toList();
        } catch (GeneralSecurityException e) {
            throw new InvalidIdentityException("The certificate cannot be encoded again.", e);
        }
    }

    private static ECPublicKeyParameters key(X509Certificate certificate) throws InvalidIdentityException {
        try {
            if (PublicKeyFactory.createKey(certificate.getPublicKey().getEncoded()) instanceof ECPublicKeyParameters key
                    && key.getParameters().getN().bitLength() == 256) {
                return key;
            }
            throw new InvalidIdentityException("The devnet takes ECDSA keys on P-256 only.");
        } catch (IOException e) {
            throw new InvalidIdentityException("The certificate's key cannot be read.", e);
        }
    }
}
