package uz.muhr.network.devnet.genesis;

import com.google.protobuf.MessageLite;
import java.util.List;
import org.hyperledger.fabric.protos.common.ConfigPolicy;
import org.hyperledger.fabric.protos.common.ImplicitMetaPolicy;
import org.hyperledger.fabric.protos.common.MSPPrincipal;
import org.hyperledger.fabric.protos.common.MSPRole;
import org.hyperledger.fabric.protos.common.MSPRole.MSPRoleType;
import org.hyperledger.fabric.protos.common.Policy;
import org.hyperledger.fabric.protos.common.SignaturePolicy;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;

/** The policies of the channel's configuration. */
final class Policies {
    static final String ADMINS = "Admins";

    private Policies() {}

    /** One member of the organisation with the role. */
    static ConfigPolicy role(String mspId, MSPRoleType role) {
        MSPPrincipal principal = MSPPrincipal.newBuilder()
                .setPrincipalClassification(MSPPrincipal.Classification.ROLE)
                .setPrincipal(MSPRole.newBuilder()
                        .setMspIdentifier(mspId)
                        .setRole(role)
                        .build()
                        .toByteString())
                .build();
        return signatures(1, List.of(principal));
    }

    /** So many of the principals. */
    static ConfigPolicy signatures(int needed, List<MSPPrincipal> principals) {
        SignaturePolicy.NOutOf.Builder outOf =
                SignaturePolicy.NOutOf.newBuilder().setN(needed);
        for (int i = 0; i < principals.size(); i++) {
            outOf.addRules(SignaturePolicy.newBuilder().setSignedBy(i));
        }
        SignaturePolicyEnvelope envelope = SignaturePolicyEnvelope.newBuilder()
                .setRule(SignaturePolicy.newBuilder().setNOutOf(outOf))
                .addAllIdentities(principals)
                .build();
        return policy(Policy.PolicyType.SIGNATURE, envelope);
    }

    /** A rule over the policies of that name in the groups below. */
    static ConfigPolicy implicit(ImplicitMetaPolicy.Rule rule, String subPolicy) {
        return policy(
                Policy.PolicyType.IMPLICIT_META,
                ImplicitMetaPolicy.newBuilder()
                        .setRule(rule)
                        .setSubPolicy(subPolicy)
                        .build());
    }

    private static ConfigPolicy policy(Policy.PolicyType type, MessageLite value) {
        return ConfigPolicy.newBuilder()
                .setModPolicy(ADMINS)
                .setPolicy(Policy.newBuilder().setType(type.getNumber()).setValue(value.toByteString()))
                .build();
    }
}
