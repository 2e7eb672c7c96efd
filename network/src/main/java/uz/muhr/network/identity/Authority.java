package uz.muhr.network.identity;

import java.security.KeyPair;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;

/** A certificate authority of one organisation: a self-signed root, and the certificates it gives to members. */
final class Authority {
    private static final int AUTHORITY_USAGE = KeyUsage.digitalSignature | KeyUsage.keyCertSign | KeyUsage.cRLSign;

    private final String domain;
    private final Instant now;
    private final X500Name name;
    private final KeyPair keys;
    private final Bearer root;

    /**
     * Makes the authority's keys and its own certificate.
     *
     * @param label what it is for, such as {@code tlsca}: its common name is LABEL.DOMAIN
     */
    Authority(String label, String domain, Instant now) {
        this.domain = domain;
        this.now = now;
        this.name = new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.O, domain)
                .addRDN(BCStyle.CN, label + "." + domain)
                .build();
        this.keys = Bearer.newKeys();
        this.root = new Bearer(
                new CertificateDraft(name, keys.getPublic(), Validity.ofAuthority(now))
                        .authority(AUTHORITY_USAGE)
                        .signedBy(name, keys),
                keys.getPrivate());
    }

    Bearer root() {
        return root;
    }

    /** A member who signs: a user, peer or orderer, told apart by its unit. */
    Bearer member(String commonName, Role role, List<Extension> extensions) {
        KeyPair own = Bearer.newKeys();
        X500Name subject = new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.O, domain)
                .addRDN(BCStyle.OU, role.unit())
                .addRDN(BCStyle.CN, commonName)
                .build();
        CertificateDraft draft = new CertificateDraft(subject, own.getPublic(), Validity.ofMember(now))
                .endEntity(KeyUsage.digitalSignature);
        extensions.forEach(draft::with);
        return new Bearer(draft.signedBy(name, keys), own.getPrivate());
    }

    /** A node's TLS certificate, for serving and for calling: a node does both. */
    Bearer tlsNode(String host) {
        GeneralNames names = new GeneralNames(new GeneralName[] {
            new GeneralName(GeneralName.dNSName, host),
            new GeneralName(GeneralName.dNSName, "localhost"),
            new GeneralName(GeneralName.iPAddress, "127.0.0.1")
        });
        return tls(
                host,
                List.of(KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth),
                draft -> draft.with(Extension.subjectAlternativeName, names));
    }

    /** A TLS certificate for calling only. */
    Bearer tlsClient(String commonName) {
        return tls(commonName, List.of(KeyPurposeId.id_kp_clientAuth), draft -> draft);
    }

    private Bearer tls(String commonName, List<KeyPurposeId> purposes, UnaryOperator<CertificateDraft> more) {
        KeyPair own = Bearer.newKeys();
        X500Name subject = new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.O, domain)
                .addRDN(BCStyle.CN, commonName)
                .build();
        CertificateDraft draft = new CertificateDraft(subject, own.getPublic(), Validity.ofMember(now))
                .endEntity(KeyUsage.digitalSignature)
                .with(Extension.extendedKeyUsage, new ExtendedKeyUsage(purposes.toArray(KeyPurposeId[]::new)));
        return new Bearer(more.apply(draft).signedBy(name, keys), own.getPrivate());
    }
}
