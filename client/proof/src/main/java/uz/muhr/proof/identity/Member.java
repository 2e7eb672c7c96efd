package uz.muhr.proof.identity;

import com.google.protobuf.ByteString;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Set;
import uz.muhr.proof.check.Check;
import uz.muhr.proof.check.Checks;
import uz.muhr.protocol.hash.DomainHash;
import uz.muhr.protocol.identifier.CertificateHash;
import uz.muhr.protocol.identifier.MspId;

/** Somebody whose certificate one of the organisation's authorities issued. */
public final class Member {
    private final MspId organisation;
    private final X509Certificate certificate;
    private final CertificateHash hash;
    private final Set<NodeRole> roles;
    private final boolean revoked;
    private final SigningKey key;

    Member(MspId organisation, X509Certificate certificate, Set<NodeRole> roles, boolean revoked, SigningKey key)
            throws CertificateEncodingException {
        this.organisation = organisation;
        this.certificate = certificate;
        this.hash =
                new CertificateHash(HexFormat.of().formatHex(DomainHash.sha256().digest(certificate.getEncoded())));
        this.roles = roles;
        this.revoked = revoked;
        this.key = key;
    }

    public MspId organisation() {
        return organisation;
    }

    public CertificateHash certificate() {
        return hash;
    }

    /** Goes on only when the organisation lets it sign at all. */
    void requireSound(Checks checks) {
        checks.require(
                Check.CERTIFICATE_ISSUED,
                "the trust file",
                certificate.getBasicConstraints() < 0,
                () -> "An authority of " + organisation + " may not sign as a member; one did.");
        checks.require(
                Check.CERTIFICATE_REVOKED,
                "the configurations in the bundle",
                !revoked,
                () -> organisation + " has revoked a certificate that signed, or the authority that issued it.");
    }

    /** Goes on only when this member acted in its one role, at a time at which its certificate was valid. */
    public void requireActing(NodeRole expected, Instant vouchedTime, Checks checks) {
        requireRole(expected, checks);
        Instant from = certificate.getNotBefore().toInstant();
        Instant until = certificate.getNotAfter().toInstant();
        checks.require(
                Check.CERTIFICATE_TIME,
                !vouchedTime.isBefore(from) && !vouchedTime.isAfter(until),
                () -> "A certificate of " + organisation + " is valid from " + from + " to " + until
                        + "; it was used at " + vouchedTime + ".");
    }

    /** Goes on only when this member has that one role. */
    public void requireRole(NodeRole expected, Checks checks) {
        checks.require(
                Check.CERTIFICATE_ROLE,
                "the authority of " + organisation,
                roles.equals(Set.of(expected)),
                () -> "A certificate of role " + expected + ", and of no other, has to have signed for " + organisation
                        + "; one of roles " + roles + " did.");
    }

    /** Whether this member signed the parts, joined. */
    public boolean signed(ByteString signature, ByteString... parts) {
        return key.verifies(signature, parts);
    }
}
