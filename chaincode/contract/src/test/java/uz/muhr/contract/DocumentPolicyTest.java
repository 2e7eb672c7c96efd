package uz.muhr.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.hyperledger.fabric.protos.common.MSPPrincipal;
import org.hyperledger.fabric.protos.common.MSPRole;
import org.hyperledger.fabric.protos.common.SignaturePolicy;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uz.muhr.protocol.authority.MemberOrganisations;
import uz.muhr.protocol.identifier.MspId;

/** The policy on a document's key, evaluated by hand over every set of organisations whose peers could have signed. */
final class DocumentPolicyTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
    void itTakesTheIssuersPeerAndAMajorityOfAll(int count) throws InvalidProtocolBufferException {
        MemberOrganisations members = members(count);
        for (MspId issuer : members.organisations()) {
            SignaturePolicyEnvelope policy = SignaturePolicyEnvelope.parseFrom(
                    DocumentPolicy.of(issuer, members).toByteArray());
            for (int bits = 0; bits < 1 << count; bits++) {
                Set<MspId> signers = subset(members.organisations(), bits);
                boolean enough = signers.contains(issuer) && signers.size() * 2 > count;
                assertEquals(enough, satisfied(policy, signers), issuer + " with " + signers);
            }
        }
    }

    /** A key's policy that a peer cannot parse stops it: no version, no empty rule, no index out of range. */
    @Test
    void itIsAPolicyThatFabricParses() throws InvalidProtocolBufferException {
        SignaturePolicyEnvelope policy = DocumentPolicy.of(new MspId("Org1"), members(4));
        assertEquals(0, policy.getVersion());
        assertEquals(4, policy.getIdentitiesCount());
        for (MSPPrincipal principal : policy.getIdentitiesList()) {
            assertEquals(MSPPrincipal.Classification.ROLE, principal.getPrincipalClassification());
            assertEquals(
                    MSPRole.MSPRoleType.PEER,
                    MSPRole.parseFrom(principal.getPrincipal()).getRole());
        }
    }

    @Test
    void theSameOrganisationsGiveTheSameBytes() {
        assertArrayEquals(
                DocumentPolicy.of(new MspId("Org2"), members(4)).toByteArray(),
                DocumentPolicy.of(new MspId("Org2"), members(4)).toByteArray());
    }

    @Test
    void anIssuerWhoIsNoMemberHasNoPolicy() {
        assertThrows(IllegalArgumentException.class, () -> DocumentPolicy.of(new MspId("StrangerMSP"), members(4)));
    }

    private static boolean satisfied(SignaturePolicyEnvelope policy, Set<MspId> signers)
            throws InvalidProtocolBufferException {
        return satisfied(policy.getRule(), policy.getIdentitiesList(), signers);
    }

    private static boolean satisfied(SignaturePolicy rule, List<MSPPrincipal> identities, Set<MspId> signers)
            throws InvalidProtocolBufferException {
        if (rule.getTypeCase() == SignaturePolicy.TypeCase.SIGNED_BY) {
            String msp = MSPRole.parseFrom(identities.get(rule.getSignedBy()).getPrincipal())
                    .getMspIdentifier();
            return signers.contains(new MspId(msp));
        }
        assertEquals(SignaturePolicy.TypeCase.N_OUT_OF, rule.getTypeCase());
        int met = 0;
        for (SignaturePolicy part : rule.getNOutOf().getRulesList()) {
            met += satisfied(part, identities, signers) ? 1 : 0;
        }
        assertEquals(true, rule.getNOutOf().getN() > 0, "0 of N admits anyone");
        return met >= rule.getNOutOf().getN();
    }

    private static Set<MspId> subset(List<MspId> organisations, int bits) {
        Set<MspId> signers = new HashSet<>();
        for (int i = 0; i < organisations.size(); i++) {
            if ((bits & 1 << i) != 0) {
                signers.add(organisations.get(i));
            }
        }
        return signers;
    }

    private static MemberOrganisations members(int count) {
        return MemberOrganisations.first(
                IntStream.range(0, count).mapToObj(i -> new MspId("Org" + i)).toList());
    }
}
