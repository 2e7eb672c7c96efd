package uz.muhr.network.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CRLException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;

/** The text form of RFC 7468: 64 characters a line, one label. */
final class Pem {
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private Pem() {}

    static String of(X509Certificate certificate) {
        try {
            return of("CERTIFICATE", certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IdentityException("A certificate that was just made cannot be encoded.", e);
        }
    }

    static String of(X509CRL revocations) {
        try {
            return of("X509 CRL", revocations.getEncoded());
        } catch (CRLException e) {
            throw new IdentityException("A revocation list that was just made cannot be encoded.", e);
        }
    }

    static X509Certificate certificate(Path file) throws IOException {
        try (InputStream pem = Files.newInputStream(file)) {
            return (X509Certificate) factory().generateCertificate(pem);
        } catch (CertificateException e) {
            throw damaged(file, e);
        }
    }

    static X509CRL revocations(Path file) throws IOException {
        try (InputStream pem = Files.newInputStream(file)) {
            return (X509CRL) factory().generateCRL(pem);
        } catch (CertificateException | CRLException e) {
            throw damaged(file, e);
        }
    }

    static PrivateKey privateKey(Path file) throws IOException {
        try (PemReader reader = new PemReader(Files.newBufferedReader(file))) {
            PemObject pem = reader.readPemObject();
            if (pem == null) {
                throw new IOException("The key " + file + " is not in PEM form.");
            }
            return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(pem.getContent()));
        } catch (GeneralSecurityException e) {
            throw damaged(file, e);
        }
    }

    private static CertificateFactory factory() throws CertificateException {
        return CertificateFactory.getInstance("X.509");
    }

    private static IdentityException damaged(Path file, GeneralSecurityException cause) {
        return new IdentityException("The file " + file + " is damaged; start a new network with --fresh.", cause);
    }

    /** PKCS#8, which Fabric, the JDK and the Gateway SDK all read. */
    static String of(PrivateKey key) {
        return of("PRIVATE KEY", key.getEncoded());
    }

    private static String of(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n" + new String(LINES.encode(der), US_ASCII) + "\n-----END " + label
                + "-----\n";
    }
}
