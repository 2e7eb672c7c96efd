package uz.muhr.client.fabric.key;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.ProviderException;
import java.security.Signature;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import org.hyperledger.fabric.client.identity.Signer;
import org.hyperledger.fabric.client.identity.Signers;

/** A user's certificate, and what signs digests with the private key that belongs to it. */
public record UserKey(X509Certificate certificate, Signer signer) {
    private static final int DIGEST_BYTES = 32;

    /**
     * Belonging together is tried, so that a wrong key is told to whoever starts the client and not to whoever waits for an answer.
     *
     * @throws UnusableKeyException when they do not, or the certificate does not hold now
     */
    public UserKey {
        requireValid(certificate);
        if (!(certificate.getPublicKey() instanceof ECPublicKey)) {
            throw new UnusableKeyException("The certificate of " + name(certificate)
                    + " has to be for an elliptic-curve key, as Fabric demands; it is for "
                    + certificate.getPublicKey().getAlgorithm() + ".");
        }
        if (!signs(signer, certificate)) {
            throw new UnusableKeyException("The certificate of " + name(certificate)
                    + " belongs to another private key than the one beside it; bring the two together.");
        }
    }

    /** With a key that this process has in its memory. */
    static UserKey inSoftware(X509Certificate certificate, PrivateKey key) {
        try {
            return new UserKey(certificate, Signers.newPrivateKeySigner(key));
        } catch (IllegalArgumentException e) {
            throw new UnusableKeyException(
                    "The private key of " + name(certificate) + " has to be an elliptic-curve key; it is "
                            + key.getAlgorithm() + ".",
                    e);
        }
    }

    private static void requireValid(X509Certificate certificate) {
        try {
            certificate.checkValidity();
        } catch (CertificateExpiredException e) {
            throw new UnusableKeyException(
                    "The certificate of " + name(certificate) + " has to hold now; it expired at "
                            + certificate.getNotAfter().toInstant() + ". Have it renewed.",
                    e);
        } catch (CertificateNotYetValidException e) {
            throw new UnusableKeyException(
                    "The certificate of " + name(certificate) + " has to hold now; it does from "
                            + certificate.getNotBefore().toInstant() + " on. Compare this computer's clock.",
                    e);
        }
    }

    private static boolean signs(Signer signer, X509Certificate certificate) {
        byte[] digest = new byte[DIGEST_BYTES];
        try {
            Signature check = Signature.getInstance("NONEwithECDSA");
            check.initVerify(certificate.getPublicKey());
            check.update(digest);
            return check.verify(signer.sign(digest));
        } catch (GeneralSecurityException | ProviderException e) {
            throw new UnusableKeyException(
                    "The private key of " + name(certificate) + " has to sign; it does not: " + e.getMessage() + ".",
                    e);
        }
    }

    private static String name(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().getName();
    }
}
