package uz.muhr.contract;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.stream.IntStream;
import org.hyperledger.fabric.protos.common.MSPPrincipal;
import org.hyperledger.fabric.protos.common.MSPRole;
import org.hyperledger.fabric.protos.common.SignaturePolicy;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;
import uz.muhr.protocol.authority.MemberOrganisations;
import uz.muhr.protocol.identifier.MspId;

/**
 * Whose peers have to endorse a change of a document's record: the issuer's own and enough others for a majority. It is
 * always built here and never taken as an argument: a malformed policy would stop every peer of the channel.
 */
final class DocumentPolicy {
    private DocumentPolicy() {}

    static SignaturePolicyEnvelope of(MspId issuer, MemberOrganisations members) {
        List<MspId> organisations = members.organisations();
        List<SignaturePolicy> others = IntStream.range(0, organisations.size())
                .filter(i -> !organisations.get(i).equals(issuer))
                .mapToObj(DocumentPolicy::signedBy)
                .toList();
        SignaturePolicy issuersPeer = signedBy(issuerIndex(issuer, organisations));
        SignaturePolicy rule =
                others.isEmpty() ? issuersPeer : outOf(2, List.of(issuersPeer, outOf(members.majority() - 1, others)));
        return SignaturePolicyEnvelope.newBuilder()
                .setRule(rule)
                .addAllIdentities(
                        organisations.stream().map(DocumentPolicy::peerOf).toList())
                .build();
    }

    private static int issuerIndex(MspId issuer, List<MspId> organisations) {
        int index = organisations.indexOf(issuer);
        if (index < 0) {
            throw new IllegalArgumentException("The issuer is no member organisation.");
        }
        return index;
    }

    private static SignaturePolicy signedBy(int identity) {
        return SignaturePolicy.newBuilder().setSignedBy(identity).build();
    }

    private static SignaturePolicy outOf(int n, List<SignaturePolicy> rules) {
        return SignaturePolicy.newBuilder()
                .setNOutOf(SignaturePolicy.NOutOf.newBuilder().setN(n).addAllRules(rules))
                .build();
    }

    private static MSPPrincipal peerOf(MspId organisation) {
        ByteString role = MSPRole.newBuilder()
                .setMspIdentifier(organisation.value())
                .setRole(MSPRole.MSPRoleType.PEER)
                .build()
                .toByteString();
        return MSPPrincipal.newBuilder()
                .setPrincipalClassification(MSPPrincipal.Classification.ROLE)
                .setPrincipal(role)
                .build();
    }
}
