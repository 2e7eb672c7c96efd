package uz.muhr.network.devnet.msp;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;

/** Reads certificates and private keys from PEM. */
final class Pem {
    private static final ByteString BEGIN = ByteString.copyFromUtf8("-----BEGIN CERTIFICATE-----");

    private Pem() {}

    /** The JDK's reader: whatever the bytes are, it ends with a certificate or a CertificateException. */
    static X509Certificate certificate(ByteString pem) throws InvalidIdentityException {
        if (!pem.startsWith(BEGIN)) {
            throw new InvalidIdentityException("The identity holds no PEM certificate.");
        }
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(pem.newInput());
        } catch (CertificateException e) {
            throw new InvalidIdentityException("The identity's certificate cannot be read.", e);
        }
    }

    static ByteString bytes(Path file) {
        try {
            return ByteString.copyFrom(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The identity file " + file + " cannot be read: create the network's identities first.", e);
        }
    }

    static ECPrivateKeyParameters privateKey(Path file) {
        try (Reader text = Files.newBufferedReader(file, StandardCharsets.US_ASCII);
                PemReader reader = new PemReader(text)) {
            PemObject object = reader.readPemObject();
            if (object != null
                    && PrivateKeyFactory.createKey(object.getContent()) instanceof ECPrivateKeyParameters key) {
                return key;
            }
            throw new IllegalStateException("Expected an EC private key in PKCS#8 PEM in " + file + ".");
        } catch (IOException e) {
            throw new UncheckedIOException("The private key " + file + " cannot be read.", e);
        }
    }
}
