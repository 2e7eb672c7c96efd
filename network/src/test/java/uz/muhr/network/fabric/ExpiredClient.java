package uz.muhr.network.fabric;

import java.io.IOException;
import java.io.Reader;
import java.math.BigInteger;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.hyperledger.fabric.client.identity.Identities;
import uz.muhr.network.identity.AuthorityFolder;

/** A client whose certificate its organisation's authority gave for a time that is over. */
record ExpiredClient(X509Certificate certificate, PrivateKey key) {
    @SuppressWarnings("JavaUtilDate") // the certificate builder's own type
    static ExpiredClient of(AuthorityFolder authority, Instant until) throws IOException, GeneralSecurityException {
        try (Reader certificate = Files.newBufferedReader(authority.certificate());
                Reader key = Files.newBufferedReader(authority.privateKey())) {
            X509Certificate issuer = Identities.readX509Certificate(certificate);
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair keys = generator.generateKeyPair();
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    issuer,
                    BigInteger.valueOf(until.toEpochMilli()),
                    Date.from(issuer.getNotBefore().toInstant()),
                    Date.from(until),
                    new X500Name("CN=late,OU=client"),
                    keys.getPublic());
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(issuer.getPublicKey()));
            return new ExpiredClient(
                    new JcaX509CertificateConverter()
                            .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA")
                                    .build(Identities.readPrivateKey(key)))),
                    keys.getPrivate());
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }
}
