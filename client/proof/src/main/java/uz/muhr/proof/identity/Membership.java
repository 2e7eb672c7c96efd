package uz.muhr.proof.identity;

import com.google.protobuf.ByteString;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CertificateException;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CRL;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.hyperledger.fabric.protos.msp.FabricMSPConfig;
import uz.muhr.proof.check.Check;
import uz.muhr.proof.check.Checks;
import uz.muhr.proof.check.UnprovenException;
import uz.muhr.protocol.identifier.MspId;

/**
 * One organisation's membership: its authorities decide who belongs to it, unless they revoked it. The rules are those of
 * Fabric's MSP (msp/mspimpl.go, mspimplvalidate.go). A certificate is looked at once.
 */
public final class Membership {
    private final MspId organisation;
    private final Set<TrustAnchor> roots = new HashSet<>();
    private final CertStore intermediates;
    private final List<X509CRL> revocations = new ArrayList<>();
    private final NodeUnits units;
    private final Map<ByteString, Member> known = new ConcurrentHashMap<>();

    private Membership(FabricMSPConfig config) throws GeneralSecurityException {
        organisation = new MspId(config.getName());
        units = new NodeUnits(config.getFabricNodeOus());
        for (ByteString root : config.getRootCertsList()) {
            roots.add(new TrustAnchor(Pem.certificate(root), null));
        }
        List<X509Certificate> between = new ArrayList<>();
        for (ByteString intermediate : config.getIntermediateCertsList()) {
            between.add(Pem.certificate(intermediate));
        }
        intermediates = store(between);
        for (ByteString list : config.getRevocationListList()) {
            revocations.add(Pem.revocations(list));
        }
    }

    /**
     * The membership that a configuration states.
     *
     * @throws UnprovenException CONFIGURATION_FORM when it cannot be read, or does not tell peers from clients
     */
    public static Membership of(FabricMSPConfig config, Checks checks) {
        try {
            Membership membership = new Membership(config);
            checks.require(
                    Check.CONFIGURATION_FORM,
                    config.getOrganizationalUnitIdentifiersCount() == 0,
                    () -> "Units without which nobody is a member are not understood; " + membership.organisation
                            + " has such.");
            checks.require(
                    Check.CONFIGURATION_FORM,
                    !membership.roots.isEmpty() && membership.units.enabled(),
                    () -> "The configuration has to state roots and node roles of " + membership.organisation
                            + "; it does not.");
            return membership;
        } catch (GeneralSecurityException e) {
            throw new UnprovenException(
                    Check.CONFIGURATION_FORM,
                    "A certificate or revocation list in the configuration is unreadable.",
                    e);
        }
    }

    public MspId organisation() {
        return organisation;
    }

    /**
     * The member whose certificate this is.
     *
     * @param pem as a signed identity holds it
     */
    public Member member(ByteString pem, Checks checks) {
        Member member = known.computeIfAbsent(pem, this::issued);
        member.requireSound(checks);
        return member;
    }

    private Member issued(ByteString pem) {
        try {
            X509Certificate certificate = Pem.certificate(pem);
            List<X509Certificate> issuers = issuers(certificate);
            SigningKey key = SigningKey.of(certificate)
                    .orElseThrow(() -> new CertificateException("Only keys on P-256 are accepted."));
            boolean revoked = isRevoked(certificate) || issuers.stream().anyMatch(this::isRevoked);
            return new Member(organisation, certificate, units.rolesOf(certificate, issuers), revoked, key);
        } catch (GeneralSecurityException e) {
            throw new UnprovenException(
                    Check.CERTIFICATE_ISSUED,
                    "A signer's certificate has to be one of " + organisation + "; it is not (" + e.getMessage() + ").",
                    e);
        }
    }

    /** The list's own signature is not asked for: it comes with the configuration, and a doubtful one may only refuse. */
    private boolean isRevoked(X509Certificate certificate) {
        return revocations.stream()
                .anyMatch(list -> list.getIssuerX500Principal().equals(certificate.getIssuerX500Principal())
                        && list.getRevokedCertificate(certificate.getSerialNumber()) != null);
    }

    /** From the one that issued it to the root; the time at which they have to be valid is the certificate's first second. */
    private List<X509Certificate> issuers(X509Certificate certificate) throws GeneralSecurityException {
        X509CertSelector target = new X509CertSelector();
        target.setCertificate(certificate);
        PKIXBuilderParameters parameters = new PKIXBuilderParameters(roots, target);
        parameters.setCertStores(List.of(store(List.of(certificate)), intermediates));
        parameters.setRevocationEnabled(false);
        Instant begin = certificate.getNotBefore().toInstant();
        parameters.setDate(Date.from(begin.plusSeconds(1)));
        PKIXCertPathBuilderResult found =
                (PKIXCertPathBuilderResult) CertPathBuilder.getInstance("PKIX").build(parameters);
        X509Certificate root = found.getTrustAnchor().getTrustedCert();
        // Its own time is not PKIX's matter, but it is Fabric's.
        root.checkValidity(parameters.getDate());
        List<X509Certificate> issuers = found.getCertPath().getCertificates().stream()
                .skip(1)
                .map(X509Certificate.class::cast)
                .collect(Collectors.toCollection(ArrayList::new));
        issuers.add(root);
        return issuers;
    }

    private static CertStore store(List<X509Certificate> certificates) throws GeneralSecurityException {
        return CertStore.getInstance("Collection", new CollectionCertStoreParameters(certificates));
    }
}
