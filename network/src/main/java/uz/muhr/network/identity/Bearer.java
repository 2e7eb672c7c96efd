package uz.muhr.network.identity;

import java.security.InvalidAlgorithmParameterException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;

/** A key and the certificate that speaks for it. */
record Bearer(X509Certificate certificate, PrivateKey privateKey) {
    /** A new key pair on P-256, the one curve that every part of Fabric takes. */
    static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException | InvalidAlgorithmParameterException e) {
            throw new IdentityException(
                    "This Java cannot make P-256 keys; use a complete JDK of version 17 or newer.", e);
        }
    }

    @Override
    public String toString() {
        return "Bearer[" + certificate.getSubjectX500Principal() + "]";
    }
}
