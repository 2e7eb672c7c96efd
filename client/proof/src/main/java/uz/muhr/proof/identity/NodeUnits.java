package uz.muhr.proof.identity;

import com.google.protobuf.ByteString;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.hyperledger.fabric.protos.msp.FabricNodeOUs;
import org.hyperledger.fabric.protos.msp.FabricOUIdentifier;

/** Which organisational unit of a certificate's subject stands for which role, as an organisation's configuration says. */
final class NodeUnits {
    private final FabricNodeOUs units;
    private final List<Unit> stated = new ArrayList<>();

    /** @param authority under which alone the unit counts; empty when it counts under any */
    private record Unit(NodeRole role, String name, Optional<X509Certificate> authority) {
        boolean isOneOf(List<String> names, List<X509Certificate> issuers) {
            return !name.isEmpty()
                    && names.contains(name)
                    && authority.map(issuers::contains).orElse(true);
        }
    }

    NodeUnits(FabricNodeOUs units) throws CertificateException {
        this.units = units;
        for (NodeRole role : NodeRole.values()) {
            FabricOUIdentifier unit = unit(role);
            stated.add(new Unit(role, unit.getOrganizationalUnitIdentifier(), authorityOf(unit)));
        }
    }

    /** Without it every certificate would be good for everything. */
    boolean enabled() {
        return units.getEnable()
                && units.hasPeerOuIdentifier()
                && units.hasClientOuIdentifier()
                && !units.getPeerOuIdentifier()
                        .getOrganizationalUnitIdentifier()
                        .equals(units.getClientOuIdentifier().getOrganizationalUnitIdentifier());
    }

    /**
     * All roles that a certificate states.
     *
     * @param issuers the authorities that issued it, up to the root: a unit may count under one of them alone
     */
    Set<NodeRole> rolesOf(X509Certificate certificate, List<X509Certificate> issuers) {
        List<String> names = statedBy(certificate);
        Set<NodeRole> roles = EnumSet.noneOf(NodeRole.class);
        stated.stream().filter(unit -> unit.isOneOf(names, issuers)).forEach(unit -> roles.add(unit.role));
        return roles;
    }

    private FabricOUIdentifier unit(NodeRole role) {
        return switch (role) {
            case CLIENT -> units.getClientOuIdentifier();
            case PEER -> units.getPeerOuIdentifier();
            case ADMIN -> units.getAdminOuIdentifier();
            case ORDERER -> units.getOrdererOuIdentifier();
        };
    }

    private static Optional<X509Certificate> authorityOf(FabricOUIdentifier unit) throws CertificateException {
        return unit.getCertificate().isEmpty()
                ? Optional.empty()
                : Optional.of(Pem.certificate(
                        ByteString.copyFrom(unit.getCertificate().asReadOnlyByteBuffer())));
    }

    private static List<String> statedBy(X509Certificate certificate) {
        X500Name subject =
                X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        return Arrays.stream(subject.getRDNs(BCStyle.OU))
                .flatMap(part -> Arrays.stream(part.getTypesAndValues()))
                .filter(pair -> pair.getType().equals(BCStyle.OU))
                .map(AttributeTypeAndValue::getValue)
                .filter(ASN1String.class::isInstance)
                .map(value -> ((ASN1String) value).getString())
                .toList();
    }
}
