package uz.muhr.network.identity;

import java.io.IOException;
import java.math.BigInteger;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;

/** An authority that was made before: what it says about the certificates it gave. */
record ExistingAuthority(X509Certificate certificate, PrivateKey privateKey) {
    static ExistingAuthority read(AuthorityFolder folder) throws IOException {
        return new ExistingAuthority(Pem.certificate(folder.certificate()), Pem.privateKey(folder.privateKey()));
    }

    /** The same again from now on: subject, key and extensions stay, so that what names the key names it still. */
    X509Certificate renewed(X509Certificate old, Instant now) {
        Validity validity = Validity.ofMember(now);
        try {
            X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    certificate,
                    CertificateDraft.newSerial(),
                    validity.notBefore(),
                    validity.notAfter(),
                    old.getSubjectX500Principal(),
                    old.getPublicKey());
            JcaX509CertificateHolder holder = new JcaX509CertificateHolder(old);
            for (ASN1ObjectIdentifier id : holder.getExtensions().getExtensionOIDs()) {
                builder.addExtension(holder.getExtension(id));
            }
            return new JcaX509CertificateConverter().getCertificate(builder.build(LowS.with(privateKey)));
        } catch (IOException | CertificateException | OperatorCreationException e) {
            throw new IdentityException(
                    "The certificate of " + old.getSubjectX500Principal() + " cannot be renewed: " + e.getMessage(), e);
        }
    }

    /**
     * A revocation list (RFC 5280 section 5). Fabric takes it for an authority's by its key identifier and does not look at its
     * dates, so it holds until the next one, at most as long as the authority.
     */
    @SuppressWarnings("JavaUtilDate") // the builder's own type
    X509CRL revoking(Collection<BigInteger> serials, Instant now) {
        JcaX509v2CRLBuilder builder = new JcaX509v2CRLBuilder(certificate, Date.from(now));
        builder.setNextUpdate(certificate.getNotAfter());
        serials.forEach(serial -> builder.addCRLEntry(serial, Date.from(now), 0));
        try {
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(certificate.getPublicKey()));
            builder.addExtension(Extension.cRLNumber, false, new CRLNumber(BigInteger.valueOf(serials.size())));
            return new JcaX509CRLConverter().getCRL(builder.build(LowS.with(privateKey)));
        } catch (IOException | CRLException | NoSuchAlgorithmException | OperatorCreationException e) {
            throw new IdentityException(
                    "The revocation list of " + certificate.getSubjectX500Principal() + " cannot be made: "
                            + e.getMessage(),
                    e);
        }
    }

    @Override
    public String toString() {
        return "ExistingAuthority[" + certificate.getSubjectX500Principal() + "]";
    }
}
