package uz.muhr.client.fabric.key;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Certificates of an authority for any key: as the network's own, or with one thing wrong. */
final class Certificates {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Duration DAY = Duration.ofDays(1);

    private final X509Certificate authority;
    private final PrivateKey authorityKey;

    Certificates(X509Certificate authority, PrivateKey authorityKey) {
        this.authority = authority;
        this.authorityKey = authorityKey;
    }

    /** Of an authority that nobody knows. */
    @SuppressWarnings("JavaUtilDate") // the builder's own type
    static Certificates ofNobody() throws Exception {
        KeyPair keys = newKeys("secp256r1");
        X509Certificate self = new JcaX509CertificateConverter()
                .getCertificate(new JcaX509v3CertificateBuilder(
                                new X500Principal("CN=ca.nobody.example"),
                                BigInteger.ONE,
                                Date.from(Instant.now().minus(DAY)),
                                Date.from(Instant.now().plus(DAY)),
                                new X500Principal("CN=ca.nobody.example"),
                                keys.getPublic())
                        .build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
        return new Certificates(self, keys.getPrivate());
    }

    static KeyPair newKeys(String curve) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(curve));
        return generator.generateKeyPair();
    }

    X509Certificate authority() {
        return authority;
    }

    /** That holds now. */
    X509Certificate forKey(PublicKey key) throws Exception {
        return like(authority, key, Instant.now().minus(DAY), Instant.now().plus(DAY));
    }

    X509Certificate expired(PublicKey key) throws Exception {
        return like(
                authority,
                key,
                Instant.now().minus(DAY.multipliedBy(2)),
                Instant.now().minus(DAY));
    }

    X509Certificate notYetValid(PublicKey key) throws Exception {
        return like(authority, key, Instant.now().plus(DAY), Instant.now().plus(DAY.multipliedBy(2)));
    }

    /** With another's subject and attributes, which say what role it has. */
    X509Certificate like(X509Certificate pattern, PublicKey key) throws Exception {
        // Fabric looks at the authority as of the moment from which the certificate holds (msp/mspimplsetup.go).
        return like(
                pattern,
                key,
                authority.getNotBefore().toInstant(),
                Instant.now().plus(DAY));
    }

    /** Signed until the signature is of the one form that Fabric takes. */
    @SuppressWarnings("JavaUtilDate") // the builder's own type
    private X509Certificate like(X509Certificate pattern, PublicKey key, Instant from, Instant until) throws Exception {
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                authority,
                new BigInteger(120, RANDOM),
                Date.from(from),
                Date.from(until),
                pattern.getSubjectX500Principal(),
                key);
        JcaX509CertificateHolder holder = new JcaX509CertificateHolder(pattern);
        for (Object id : holder.getExtensionOIDs()) {
            if (!id.equals(Extension.subjectKeyIdentifier)) {
                builder.addExtension(holder.getExtension((ASN1ObjectIdentifier) id));
            }
        }
        builder.addExtension(
                Extension.subjectKeyIdentifier, false, new JcaX509ExtensionUtils().createSubjectKeyIdentifier(key));
        BigInteger order = ((ECPublicKey) authority.getPublicKey()).getParams().getOrder();
        while (true) {
            X509Certificate made = new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(authorityKey)));
            if (Arrays.equals(made.getSignature(), TokenSigner.lowS(order, made.getSignature()))) {
                return made;
            }
        }
    }
}
