package uz.muhr.proof.identity;

import com.google.protobuf.ByteString;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;

/** Certificates and revocation lists as Fabric's messages hold them. */
public final class Pem {
    private Pem() {}

    /**
     * The first certificate in the bytes, PEM or DER.
     *
     * @throws CertificateException when there is none
     */
    public static X509Certificate certificate(ByteString bytes) throws CertificateException {
        if (factory().generateCertificate(bytes.newInput()) instanceof X509Certificate certificate) {
            return certificate;
        }
        throw new CertificateException("There is no certificate in it.");
    }

    static X509CRL revocations(ByteString bytes) throws CertificateException, CRLException {
        if (factory().generateCRL(bytes.newInput()) instanceof X509CRL list) {
            return list;
        }
        throw new CRLException("There is no revocation list in it.");
    }

    private static CertificateFactory factory() throws CertificateException {
        return CertificateFactory.getInstance("X.509");
    }
}
