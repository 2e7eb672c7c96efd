package uz.muhr.proof;

import com.google.protobuf.ByteString;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An authority that issues certificates, root or below another. */
public final class TestAuthority {
    public static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    public static final Instant UNTIL = Instant.parse("2036-01-01T00:00:00Z");

    private static final AtomicLong SERIAL = new AtomicLong(1000);

    private final X500Name name;
    private final KeyPair keys;
    private final X509Certificate certificate;

    private TestAuthority(X500Name name, KeyPair keys, X509Certificate certificate) {
        this.name = name;
        this.keys = keys;
        this.certificate = certificate;
    }

    public static TestAuthority root(String commonName) {
        KeyPair keys = newKeys("secp256r1");
        X500Name name = new X500Name("CN=" + commonName);
        return new TestAuthority(name, keys, certificate(name, keys, name, keys, FROM, UNTIL, true));
    }

    /** A member that issues certificates as if it were an authority. */
    public static TestAuthority of(TestIdentity member) {
        X509Certificate certificate = member.certificate();
        return new TestAuthority(
                X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded()),
                new KeyPair(certificate.getPublicKey(), member.key()),
                certificate);
    }

    public TestAuthority below(String commonName) {
        KeyPair own = newKeys("secp256r1");
        X500Name child = new X500Name("CN=" + commonName);
        return new TestAuthority(child, own, certificate(name, keys, child, own, FROM, UNTIL, true));
    }

    /** A member's certificate; its subject says its roles, such as {@code CN=peer0,OU=peer}. */
    public TestIdentity issue(String organisation, String subject) {
        return issue(organisation, subject, FROM, UNTIL);
    }

    public TestIdentity issue(String organisation, String subject, Instant from, Instant until) {
        return issue(organisation, subject, from, until, false, "secp256r1");
    }

    public TestIdentity issueAuthority(String organisation, String subject) {
        return issue(organisation, subject, FROM, UNTIL, true, "secp256r1");
    }

    public TestIdentity issueOnCurve(String organisation, String subject, String curve) {
        return issue(organisation, subject, FROM, UNTIL, false, curve);
    }

    private TestIdentity issue(
            String organisation, String subject, Instant from, Instant until, boolean authority, String curve) {
        KeyPair own = newKeys(curve);
        X509Certificate issued = certificate(name, keys, new X500Name(subject), own, from, until, authority);
        return new TestIdentity(organisation, issued, own.getPrivate());
    }

    public X509Certificate certificate() {
        return certificate;
    }

    public ByteString pem() {
        return new TestIdentity("", certificate, keys.getPrivate()).pem();
    }

    /** A list of what this authority revoked. */
    public ByteString revoking(X509Certificate... revoked) {
        X509v2CRLBuilder list = new X509v2CRLBuilder(name, Date.from(FROM));
        for (X509Certificate one : revoked) {
            list.addCRLEntry(one.getSerialNumber(), Date.from(FROM), CRLReason.keyCompromise);
        }
        try {
            return ByteString.copyFrom(
                    list.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate()))
                            .getEncoded());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509Certificate certificate(
            X500Name issuer,
            KeyPair issuerKeys,
            X500Name subject,
            KeyPair keys,
            Instant from,
            Instant until,
            boolean authority) {
        try {
            X509v3CertificateBuilder draft = new JcaX509v3CertificateBuilder(
                    issuer,
                    BigInteger.valueOf(SERIAL.incrementAndGet()),
                    Date.from(from),
                    Date.from(until),
                    subject,
                    keys.getPublic());
            draft.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            draft.build(new JcaContentSignerBuilder("SHA256withECDSA").build(issuerKeys.getPrivate())));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair newKeys(String curve) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(curve));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
