package uz.muhr.proof.identity;

import com.google.protobuf.ByteString;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
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

    NodeUnits(FabricNodeOUs units) {
        this.units = units;
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
    Set<NodeRole> rolesOf(X509Certificate certificate, List<X509Certificate> issuers) throws CertificateException {
        List<String> stated = statedBy(certificate);
        Set<NodeRole> roles = EnumSet.noneOf(NodeRole.class);
        for (NodeRole role : NodeRole.values()) {
            FabricOUIdentifier unit = unit(role);
            boolean counts = unit.getCertificate().isEmpty() || issuers.contains(authorityOf(unit));
            if (counts && stated.contains(unit.getOrganizationalUnitIdentifier())) {
                roles.add(role);
            }
        }
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

    private static X509Certificate authorityOf(FabricOUIdentifier unit) throws CertificateException {
        return Pem.certificate(ByteString.copyFrom(unit.getCertificate().asReadOnlyByteBuffer()));
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
