package uz.muhr.network.identity;

import java.io.IOException;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;

/** What a certificate will say, before it is signed (RFC 5280). */
final class CertificateDraft {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final X500Name subject;
    private final PublicKey key;
    private final Validity validity;
    private final List<Extension> extensions = new ArrayList<>();

    CertificateDraft(X500Name subject, PublicKey key, Validity validity) {
        this.subject = subject;
        this.key = key;
        this.validity = validity;
    }

    /** An authority that may sign members, and no further authorities. */
    CertificateDraft authority(int usage) {
        return with(Extension.basicConstraints, true, new BasicConstraints(0))
                .with(Extension.keyUsage, true, new KeyUsage(usage));
    }

    CertificateDraft endEntity(int usage) {
        return with(Extension.basicConstraints, true, new BasicConstraints(false))
                .with(Extension.keyUsage, true, new KeyUsage(usage));
    }

    CertificateDraft with(ASN1ObjectIdentifier id, ASN1Encodable value) {
        return with(id, false, value);
    }

    CertificateDraft with(Extension extension) {
        extensions.add(extension);
        return this;
    }

    private CertificateDraft with(ASN1ObjectIdentifier id, boolean critical, ASN1Encodable value) {
        try {
            return with(new Extension(id, critical, value.toASN1Primitive().getEncoded()));
        } catch (IOException e) {
            throw new IdentityException("The certificate extension " + id + " cannot be encoded.", e);
        }
    }

    /**
     * Adds both key identifiers (Fabric refuses an authority without its own: msp/mspimplsetup.go) and a serial number, and
     * signs.
     */
    X509Certificate signedBy(X500Name issuer, KeyPair issuerKeys) {
        try {
            JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
            with(Extension.subjectKeyIdentifier, identifiers.createSubjectKeyIdentifier(key));
            with(Extension.authorityKeyIdentifier, identifiers.createAuthorityKeyIdentifier(issuerKeys.getPublic()));
            X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    issuer, newSerial(), validity.notBefore(), validity.notAfter(), subject, key);
            for (Extension extension : extensions) {
                builder.addExtension(extension);
            }
            return new JcaX509CertificateConverter().getCertificate(builder.build(LowS.with(issuerKeys.getPrivate())));
        } catch (CertIOException | CertificateException | NoSuchAlgorithmException | OperatorCreationException e) {
            throw new IdentityException("The certificate of " + subject + " cannot be made: " + e.getMessage(), e);
        }
    }

    /** Random, positive, of 128 bits (RFC 5280 section 4.1.2.2 allows 159). */
    static BigInteger newSerial() {
        return new BigInteger(128, RANDOM).setBit(127);
    }
}
