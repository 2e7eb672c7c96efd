package uz.muhr.proof.identity;

import com.google.protobuf.ByteString;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HexFormat;
import uz.muhr.proof.check.Check;
import uz.muhr.proof.check.Checks;
import uz.muhr.protocol.hash.DomainHash;
import uz.muhr.protocol.identifier.CertificateHash;
import uz.muhr.protocol.identifier.MspId;

/** A member of an organisation whose certificate was found to be its authority's. */
public final class Member {
    private final MspId organisation;
    private final NodeRole role;
    private final SigningKey key;
    private final CertificateHash certificate;
    private final Instant notBefore;
    private final Instant notAfter;

    Member(MspId organisation, NodeRole role, SigningKey key, X509Certificate certificate, byte[] der) {
        this.organisation = organisation;
        this.role = role;
        this.key = key;
        this.certificate =
                new CertificateHash(HexFormat.of().formatHex(DomainHash.sha256().digest(der)));
        this.notBefore = certificate.getNotBefore().toInstant();
        this.notAfter = certificate.getNotAfter().toInstant();
    }

    public MspId organisation() {
        return organisation;
    }

    public CertificateHash certificate() {
        return certificate;
    }

    /** Goes on only when this member acted in a role, at a time at which its certificate was valid. */
    public void requireActing(NodeRole expected, Instant vouchedTime, Checks checks) {
        checks.require(
                Check.CERTIFICATE_ROLE,
                "the authority of " + organisation,
                role == expected,
                "A " + expected + " has to have signed for " + organisation + "; a certificate of role " + role
                        + " did.");
        checks.require(
                Check.CERTIFICATE_TIME,
                !vouchedTime.isBefore(notBefore) && !vouchedTime.isAfter(notAfter),
                "A certificate of " + organisation + " is valid from " + notBefore + " to " + notAfter
                        + "; it was used at " + vouchedTime + ".");
    }

    /** Whether this member signed the parts, joined. */
    public boolean signed(ByteString signature, ByteString... parts) {
        return key.verifies(signature, parts);
    }
}
