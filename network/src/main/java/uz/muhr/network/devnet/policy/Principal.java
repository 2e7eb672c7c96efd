package uz.muhr.network.devnet.policy;

import com.google.protobuf.InvalidProtocolBufferException;
import org.hyperledger.fabric.protos.common.MSPPrincipal;
import org.hyperledger.fabric.protos.common.MSPRole;
import uz.muhr.network.devnet.msp.NodeRole;

/** One signer a policy names: a member of an organisation, or a member with one role. */
record Principal(String mspId, MSPRole.MSPRoleType role) {
    static Principal read(MSPPrincipal principal) throws MalformedPolicyException {
        if (principal.getPrincipalClassification() != MSPPrincipal.Classification.ROLE) {
            throw new MalformedPolicyException("The devnet takes principals of the classification ROLE only, found "
                    + principal.getPrincipalClassification() + ".");
        }
        try {
            MSPRole role = MSPRole.parseFrom(principal.getPrincipal());
            return new Principal(role.getMspIdentifier(), role.getRole());
        } catch (InvalidProtocolBufferException e) {
            throw new MalformedPolicyException("A principal of the policy holds no MSPRole.", e);
        }
    }

    boolean matches(Signatory signatory) {
        return signatory.mspId().equals(mspId)
                && switch (role) {
                    case MEMBER -> true;
                    case ADMIN -> signatory.role() == NodeRole.ADMIN;
                    case CLIENT -> signatory.role() == NodeRole.CLIENT;
                    case PEER -> signatory.role() == NodeRole.PEER;
                    case ORDERER -> signatory.role() == NodeRole.ORDERER;
                    case UNRECOGNIZED -> false;
                };
    }
}
