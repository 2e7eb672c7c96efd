package uz.muhr.proof.timestamp;

import com.google.protobuf.ByteString;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import uz.muhr.proof.bundle.StampAuthorities;
import uz.muhr.proof.identity.Pem;

/** The way from an authority's certificate to a pinned root. Whether one was revoked is not in a token, and is not asked. */
final class StampChain {
    private static final int LEAST_RSA_BITS = 2048;
    private static final int LEAST_CURVE_BITS = 256;

    private final Set<TrustAnchor> anchors = new HashSet<>();

    StampChain(StampAuthorities authorities) throws GeneralSecurityException {
        for (ByteString root : authorities.roots()) {
            anchors.add(new TrustAnchor(Pem.certificate(root), null));
        }
    }

    /** Whether a key is long enough to count. */
    static boolean strong(PublicKey key) {
        if (key instanceof RSAPublicKey rsa) {
            return rsa.getModulus().bitLength() >= LEAST_RSA_BITS;
        }
        return key instanceof ECPublicKey curve && curve.getParams().getOrder().bitLength() >= LEAST_CURVE_BITS;
    }

    /**
     * Finds it, all certificates being valid at the time.
     *
     * @throws GeneralSecurityException when there is none
     */
    void require(X509Certificate authority, List<X509Certificate> others, Instant time)
            throws GeneralSecurityException {
        X509CertSelector target = new X509CertSelector();
        target.setCertificate(authority);
        PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, target);
        parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(others)));
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(time));
        PKIXCertPathBuilderResult found =
                (PKIXCertPathBuilderResult) CertPathBuilder.getInstance("PKIX").build(parameters);
        // A root's own time is not PKIX's matter.
        found.getTrustAnchor().getTrustedCert().checkValidity(parameters.getDate());
    }
}
