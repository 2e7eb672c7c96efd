package uz.muhr.proof.timestamp;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TSPUtil;
import uz.muhr.proof.bundle.NetworkTrust;
import uz.muhr.proof.bundle.ProofBundle;
import uz.muhr.proof.bundle.StampAuthorities;
import uz.muhr.proof.check.CheckFailedException;
import uz.muhr.proof.check.Vouched;
import uz.muhr.proof.identity.Pem;
import uz.muhr.proof.witness.UnwitnessedException;
import uz.muhr.proof.witness.WitnessCheck;
import uz.muhr.proof.witness.WitnessChecks;

/** What a bundle's time stamps are worth to somebody who pins authorities. The bundle itself has been verified before. */
public final class StampVerifier {
    /** Chaincodes hold the times of transactions against their clocks to within this. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(2);

    private static final Set<String> DIGESTS = Set.of(
            NISTObjectIdentifiers.id_sha256.getId(),
            NISTObjectIdentifiers.id_sha384.getId(),
            NISTObjectIdentifiers.id_sha512.getId());

    private static final Set<String> SIGNATURES = Set.of(
            PKCSObjectIdentifiers.rsaEncryption.getId(),
            PKCSObjectIdentifiers.sha256WithRSAEncryption.getId(),
            PKCSObjectIdentifiers.sha384WithRSAEncryption.getId(),
            PKCSObjectIdentifiers.sha512WithRSAEncryption.getId(),
            X9ObjectIdentifiers.ecdsa_with_SHA256.getId(),
            X9ObjectIdentifiers.ecdsa_with_SHA384.getId(),
            X9ObjectIdentifiers.ecdsa_with_SHA512.getId());

    /** Without these no time is vouched for. */
    private static final Set<WitnessCheck> NEEDED =
            EnumSet.range(WitnessCheck.TIMESTAMP_FORM, WitnessCheck.TIMESTAMP_POLICY);

    private final String channel;
    private final StampAuthorities authorities;

    /** @param authorities those that the trust file pins */
    public StampVerifier(NetworkTrust trust, StampAuthorities authorities) {
        this.channel = trust.channel();
        this.authorities = authorities;
    }

    /**
     * Verifies every stamp of a bundle that has one.
     *
     * @param newest the time of the newest transaction that the bundle proves: no stamp can be older
     */
    public StampReport verify(ProofBundle bundle, Instant newest) {
        WitnessChecks checks = new WitnessChecks();
        try {
            byte[] imprint = OrderedPart.imprint(channel, bundle);
            List<Stamp> stamps = new ArrayList<>();
            for (ByteString token : bundle.witnesses().timestamps()) {
                stamps.add(verify(StampToken.read(token), imprint, newest, checks));
            }
            if (!checks.hold(NEEDED)) {
                throw new IllegalStateException("A check of a time stamp was left out.");
            }
            return new StampReport.Stamped(stamps, checks.made());
        } catch (CheckFailedException e) {
            return new StampReport.NotStamped(e.name(), e.fault(), checks.made());
        }
    }

    private Stamp verify(StampToken token, byte[] imprint, Instant newest, WitnessChecks checks) {
        checks.made(WitnessCheck.TIMESTAMP_FORM, Vouched.COMPUTED);
        checks.require(
                WitnessCheck.TIMESTAMP_IMPRINT,
                token.isOf(imprint),
                () -> "A time stamp has to be over SHA-256 of this bundle's blocks; it is over something else.");
        X509CertificateHolder holder = token.authority();
        String name = holder.getSubject().toString();
        X509Certificate authority = requireSigned(token, holder, name, checks);
        requireUsage(holder, checks);
        Instant time = token.time();
        checks.require(
                WitnessCheck.TIMESTAMP_TIME,
                name,
                !time.isBefore(authority.getNotBefore().toInstant())
                        && !time.isAfter(authority.getNotAfter().toInstant())
                        && !time.plus(CLOCKS_APART).isBefore(newest),
                () -> "A time stamp has to be of a time at which its certificate was valid, and not before the newest"
                        + " transaction, of " + newest + "; it is of " + time + ".");
        requireChain(token, authority, time, checks);
        Stamp stamp = token.stamp();
        checks.require(
                WitnessCheck.TIMESTAMP_POLICY,
                "the trust file",
                authorities.policy().map(stamp.policy()::equals).orElse(true),
                () -> "A time stamp has to be under policy "
                        + authorities.policy().orElse("") + "; it is under " + stamp.policy() + ".");
        return stamp;
    }

    private static X509Certificate requireSigned(
            StampToken token, X509CertificateHolder holder, String name, WitnessChecks checks) {
        SignerInformation signer = token.signer();
        try {
            X509Certificate authority = Pem.certificate(ByteString.copyFrom(holder.getEncoded()));
            checks.require(
                    WitnessCheck.TIMESTAMP_CERTIFICATE,
                    token.names(holder),
                    () -> "A time stamp has to name its certificate by SHA-256 (signing-certificate-v2); it does not.");
            checks.require(
                    WitnessCheck.TIMESTAMP_ALGORITHM,
                    DIGESTS.contains(signer.getDigestAlgOID())
                            && SIGNATURES.contains(signer.getEncryptionAlgOID())
                            && StampChain.strong(authority.getPublicKey()),
                    () ->
                            "A time stamp has to be signed by RSA of 2048 bits or more, or by ECDSA of 256 or more, over SHA-2;"
                                    + " it is not.");
            checks.require(
                    WitnessCheck.TIMESTAMP_SIGNATURE,
                    name,
                    signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(authority.getPublicKey())),
                    () -> "The signature of a time stamp is not that of its authority.");
            return authority;
        } catch (CMSException e) {
            throw new UnwitnessedException(
                    WitnessCheck.TIMESTAMP_SIGNATURE, "The signature of a time stamp is not over what it says.", e);
        } catch (GeneralSecurityException | IOException | OperatorCreationException | IllegalArgumentException e) {
            throw new UnwitnessedException(
                    WitnessCheck.TIMESTAMP_CERTIFICATE, "The certificate of a time stamp cannot be used.", e);
        }
    }

    /** For stamping and for nothing else, said so that nobody may overlook it (RFC 3161 section 2.3). */
    private static void requireUsage(X509CertificateHolder authority, WitnessChecks checks) {
        try {
            TSPUtil.validateCertificate(authority);
        } catch (TSPException | IllegalArgumentException e) {
            throw new UnwitnessedException(
                    WitnessCheck.TIMESTAMP_USAGE,
                    "A time stamp's certificate has to be for time stamping alone, marked as critical; it is not.",
                    e);
        }
        KeyUsage usage = KeyUsage.fromExtensions(authority.getExtensions());
        checks.require(
                WitnessCheck.TIMESTAMP_USAGE,
                usage == null || usage.hasUsages(KeyUsage.digitalSignature) || usage.hasUsages(KeyUsage.nonRepudiation),
                () -> "A time stamp's certificate has to be for signatures; it is not.");
    }

    private void requireChain(StampToken token, X509Certificate authority, Instant time, WitnessChecks checks) {
        try {
            new StampChain(authorities).require(authority, token.certificates(), time);
            checks.made(WitnessCheck.TIMESTAMP_CHAIN, "the trust file");
        } catch (GeneralSecurityException e) {
            throw new UnwitnessedException(
                    WitnessCheck.TIMESTAMP_CHAIN,
                    "A time stamp's certificate has to lead to a root that the trust file pins, by certificates valid"
                            + " at " + time + "; it does not.",
                    e);
        }
    }
}
