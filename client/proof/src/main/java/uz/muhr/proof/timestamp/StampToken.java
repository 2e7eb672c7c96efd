package uz.muhr.proof.timestamp;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.tsp.GenTimeAccuracy;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.tsp.TimeStampTokenInfo;
import org.jspecify.annotations.Nullable;
import uz.muhr.proof.identity.Pem;
import uz.muhr.proof.message.Digest;
import uz.muhr.proof.witness.UnwitnessedException;
import uz.muhr.proof.witness.WitnessCheck;

/** A token as it is read; what it is worth is not looked at here. */
final class StampToken {
    /** A token with its certificates takes some 6 kB. */
    static final int MAX_BYTES = 64 << 10;

    private static final int VERSION = 1;

    private final TimeStampToken token;
    private final List<X509Certificate> certificates;

    private StampToken(TimeStampToken token, List<X509Certificate> certificates) {
        this.token = token;
        this.certificates = certificates;
    }

    /** Bouncy Castle tells of broken structures by many kinds of exceptions; whichever it is, this is no token. */
    static StampToken read(ByteString bytes) {
        if (bytes.size() > MAX_BYTES) {
            throw form("A time stamp may have at most " + MAX_BYTES + " bytes; it has " + bytes.size() + ".", null);
        }
        try {
            TimeStampToken token =
                    new TimeStampToken(ContentInfo.getInstance(ASN1Primitive.fromByteArray(bytes.toByteArray())));
            if (token.getTimeStampInfo().toASN1Structure().getVersion().intValueExact() != VERSION) {
                throw form("A time stamp has to be of version 1; it is of another.", null);
            }
            List<X509Certificate> certificates = new ArrayList<>();
            for (X509CertificateHolder holder : token.getCertificates().getMatches(null)) {
                certificates.add(Pem.certificate(ByteString.copyFrom(holder.getEncoded())));
            }
            return new StampToken(token, certificates);
        } catch (UnwitnessedException e) {
            throw e;
        } catch (IOException | TSPException | CertificateException | RuntimeException e) {
            throw form("A time stamp has to be a token as RFC 3161 has it, with one signature; it is not.", e);
        }
    }

    private static UnwitnessedException form(String fault, @Nullable Exception cause) {
        return cause == null
                ? new UnwitnessedException(WitnessCheck.TIMESTAMP_FORM, fault)
                : new UnwitnessedException(WitnessCheck.TIMESTAMP_FORM, fault, cause);
    }

    private TimeStampTokenInfo info() {
        return token.getTimeStampInfo();
    }

    SignerInformation signer() {
        return token.toCMSSignedData().getSignerInfos().getSigners().iterator().next();
    }

    /** All that came along, the authority's own among them. */
    List<X509Certificate> certificates() {
        return certificates;
    }

    /** The authority's certificate. */
    X509CertificateHolder authority() {
        List<X509CertificateHolder> matching = token.getCertificates().getMatches(null).stream()
                .filter(token.getSID()::match)
                .toList();
        if (matching.size() != 1) {
            throw new UnwitnessedException(
                    WitnessCheck.TIMESTAMP_CERTIFICATE,
                    "A time stamp has to hold the one certificate it was signed with; it holds " + matching.size()
                            + ".");
        }
        return matching.get(0);
    }

    boolean isOf(byte[] imprint) {
        return info().getMessageImprintAlgOID().equals(NISTObjectIdentifiers.id_sha256)
                && MessageDigest.isEqual(info().getMessageImprintDigest(), imprint);
    }

    /** Whether what was signed names this certificate (RFC 5816, RFC 5035): else another one of the same key would do. */
    boolean names(X509CertificateHolder certificate) throws IOException {
        Attribute attribute = token.getSignedAttributes() == null
                ? null
                : token.getSignedAttributes().get(PKCSObjectIdentifiers.id_aa_signingCertificateV2);
        if (attribute == null || attribute.getAttrValues().size() != 1) {
            return false;
        }
        ESSCertIDv2[] named = SigningCertificateV2.getInstance(attribute.getAttributeValues()[0])
                .getCerts();
        return named.length > 0
                && named[0].getHashAlgorithm().getAlgorithm().equals(NISTObjectIdentifiers.id_sha256)
                && MessageDigest.isEqual(
                        named[0].getCertHash(), Digest.of(ByteString.copyFrom(certificate.getEncoded())));
    }

    Instant time() {
        return info().getGenTime().toInstant();
    }

    private Duration accuracy() {
        GenTimeAccuracy accuracy = info().getGenTimeAccuracy();
        return accuracy == null
                ? Duration.ZERO
                : Duration.ofSeconds(accuracy.getSeconds())
                        .plusMillis(accuracy.getMillis())
                        .plus(accuracy.getMicros(), ChronoUnit.MICROS);
    }

    Stamp stamp() {
        return new Stamp(
                time(),
                accuracy(),
                authority().getSubject().toString(),
                info().getPolicy().getId(),
                info().getSerialNumber().toString(16));
    }
}
