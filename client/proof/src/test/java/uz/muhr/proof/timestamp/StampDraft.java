package uz.muhr.proof.timestamp;

import com.google.protobuf.ByteString;
import java.security.MessageDigest;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.ESSCertID;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificate;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.tsp.Accuracy;
import org.bouncycastle.asn1.tsp.MessageImprint;
import org.bouncycastle.asn1.tsp.TSTInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import uz.muhr.proof.ProofDraft;
import uz.muhr.proof.bundle.ProofBundle;
import uz.muhr.proof.bundle.StampAuthorities;
import uz.muhr.proof.bundle.Witnesses;

/** A stamped bundle under construction; made of CMS's parts, so that anything about it can be wrong. */
final class StampDraft {
    static final String POLICY = "1.3.6.1.4.1.4146.2.3";

    final ProofDraft proof = ProofDraft.anchored();
    final TestStampAuthority root = TestStampAuthority.root();
    TestStampAuthority stamping = root.stamping(TestStampAuthority.newKeys("EC", 256));
    List<TestStampAuthority> between = new ArrayList<>();
    List<TestStampAuthority> pinned = new ArrayList<>(List.of(root));
    Optional<String> pinnedPolicy = Optional.of(POLICY);
    String channel = "documents";
    Instant time = ProofDraft.ANSWERED_AT.plusSeconds(5);
    Instant newest = ProofDraft.ANCHORED_AT;
    String policy = POLICY;
    ASN1ObjectIdentifier kind = PKCSObjectIdentifiers.id_ct_TSTInfo;
    ASN1ObjectIdentifier imprintDigest = NISTObjectIdentifiers.id_sha256;
    UnaryOperator<byte[]> imprint = made -> made;
    String algorithm = "SHA256withECDSA";
    Optional<ASN1ObjectIdentifier> digest = Optional.empty();
    boolean oldNaming;
    boolean noNaming;
    boolean withCertificates = true;
    UnaryOperator<X509Certificate> named = made -> made;
    int signatures = 1;
    Duration signedAfter = Duration.ZERO;
    UnaryOperator<ByteString> token = made -> made;
    UnaryOperator<ProofBundle> stamped = made -> made;

    private final Map<TestStampAuthority, X509Certificate> issued = new HashMap<>();

    StampReport verify() {
        ProofBundle bundle = proof.bundle();
        ByteString made = token.apply(token(OrderedPart.imprint(channel, bundle)));
        ProofBundle whole = stamped.apply(bundle.with(Witnesses.stamped(made.toByteArray())));
        StampAuthorities authorities = new StampAuthorities(
                pinned.stream().map(root -> der(certificateOf(root))).toList(), pinnedPolicy);
        return new StampVerifier(proof.trust(), authorities).verify(whole, newest);
    }

    ByteString token(byte[] over) {
        try {
            X509Certificate own = certificateOf(stamping);
            TSTInfo info = new TSTInfo(
                    new ASN1ObjectIdentifier(policy),
                    new MessageImprint(new AlgorithmIdentifier(imprintDigest), imprint.apply(over)),
                    new ASN1Integer(77),
                    new ASN1GeneralizedTime(Date.from(time)),
                    new Accuracy(new ASN1Integer(1), new ASN1Integer(500), null),
                    null,
                    null,
                    null,
                    null);
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            for (int i = 0; i < signatures; i++) {
                SignerInfoGeneratorBuilder signer = new SignerInfoGeneratorBuilder(
                                new JcaDigestCalculatorProviderBuilder().build())
                        .setSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(naming(own)));
                digest.ifPresent(named -> signer.setContentDigest(new AlgorithmIdentifier(named)));
                generator.addSignerInfoGenerator(signer.build(
                        new JcaContentSignerBuilder(algorithm).build(stamping.keys.getPrivate()),
                        new JcaX509CertificateHolder(own)));
            }
            if (withCertificates) {
                List<X509Certificate> all = new ArrayList<>(List.of(own));
                between.forEach(authority -> all.add(certificateOf(authority)));
                generator.addCertificates(new JcaCertStore(all));
            }
            return ByteString.copyFrom(generator
                    .generate(new CMSProcessableByteArray(kind, info.getEncoded()), true)
                    .getEncoded("DER"));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Each certificate is issued once. */
    X509Certificate certificateOf(TestStampAuthority authority) {
        return issued.computeIfAbsent(authority, TestStampAuthority::certificate);
    }

    static ByteString der(X509Certificate certificate) {
        try {
            return ByteString.copyFrom(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private AttributeTable naming(X509Certificate own) throws Exception {
        ASN1EncodableVector attributes = new ASN1EncodableVector();
        attributes.add(
                attribute(PKCSObjectIdentifiers.pkcs_9_at_signingTime, new Time(Date.from(time.plus(signedAfter)))));
        byte[] encoded = named.apply(own).getEncoded();
        if (oldNaming) {
            attributes.add(attribute(
                    PKCSObjectIdentifiers.id_aa_signingCertificate,
                    new SigningCertificate(
                            new ESSCertID(MessageDigest.getInstance("SHA-1").digest(encoded)))));
        } else if (!noNaming) {
            attributes.add(attribute(
                    PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                    new SigningCertificateV2(
                            new ESSCertIDv2(MessageDigest.getInstance("SHA-256").digest(encoded)))));
        }
        return new AttributeTable(attributes);
    }

    private static Attribute attribute(ASN1ObjectIdentifier kind, ASN1Encodable value) {
        return new Attribute(kind, new DERSet(value));
    }
}
