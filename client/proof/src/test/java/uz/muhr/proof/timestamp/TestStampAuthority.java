package uz.muhr.proof.timestamp;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/** An authority's certificate under construction: a root, one below it, or one that stamps. */
final class TestStampAuthority {
    private static final AtomicLong SERIAL = new AtomicLong(1);

    final KeyPair keys;
    Instant from = Instant.parse("2026-01-01T00:00:00Z");
    Instant until = Instant.parse("2030-01-01T00:00:00Z");
    boolean authority;
    KeyPurposeId[] purposes = {};
    boolean critical = true;
    int usage;

    private final String name;
    private final TestStampAuthority issuer;

    private TestStampAuthority(String name, @Nullable TestStampAuthority issuer, KeyPair keys) {
        this.name = name;
        this.issuer = issuer == null ? this : issuer;
        this.keys = keys;
    }

    static TestStampAuthority root() {
        TestStampAuthority root = new TestStampAuthority("CN=Stamp root", null, newKeys("EC", 256));
        root.authority = true;
        return root;
    }

    TestStampAuthority below(String common) {
        return new TestStampAuthority("CN=" + common, this, newKeys("EC", 256));
    }

    /** One that stamps, as RFC 3161 has it. */
    TestStampAuthority stamping(KeyPair own) {
        TestStampAuthority stamping = new TestStampAuthority("CN=Stamps", this, own);
        stamping.purposes = new KeyPurposeId[] {KeyPurposeId.id_kp_timeStamping};
        stamping.usage = KeyUsage.digitalSignature;
        return stamping;
    }

    X509Certificate certificate() {
        try {
            X509v3CertificateBuilder draft = new JcaX509v3CertificateBuilder(
                    new X500Name(issuer.name),
                    BigInteger.valueOf(SERIAL.incrementAndGet()),
                    Date.from(from),
                    Date.from(until),
                    new X500Name(name),
                    keys.getPublic());
            draft.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            if (purposes.length > 0) {
                draft.addExtension(Extension.extendedKeyUsage, critical, new ExtendedKeyUsage(purposes));
            }
            if (usage != 0) {
                draft.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
            }
            return new JcaX509CertificateConverter()
                    .getCertificate(draft.build(
                            new JcaContentSignerBuilder("SHA256withECDSA").build(issuer.keys.getPrivate())));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    static KeyPair newKeys(String kind, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
