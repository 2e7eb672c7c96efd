package uz.muhr.network.devnet.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.hyperledger.fabric.protos.common.MSPPrincipal;
import org.hyperledger.fabric.protos.common.MSPRole;
import org.hyperledger.fabric.protos.common.SignaturePolicy;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;
import org.junit.jupiter.api.Test;
import uz.muhr.network.devnet.msp.NodeRole;

final class EndorsementPolicyTest {
    private static final List<String> FOUR = List.of("A", "B", "C", "D");

    private static Signatory peer(String mspId) {
        return new Signatory(mspId, NodeRole.PEER);
    }

    private static List<Signatory> peers(String... mspIds) {
        return List.of(mspIds).stream().map(EndorsementPolicyTest::peer).toList();
    }

    private static EndorsementPolicy policy(int needed, List<String> mspIds) throws MalformedPolicyException {
        return EndorsementPolicy.of(EndorsementPolicy.peersOf(needed, mspIds));
    }

    private static MSPPrincipal principal(String mspId, MSPRole.MSPRoleType role) {
        return MSPPrincipal.newBuilder()
                .setPrincipalClassification(MSPPrincipal.Classification.ROLE)
                .setPrincipal(MSPRole.newBuilder()
                        .setMspIdentifier(mspId)
                        .setRole(role)
                        .build()
                        .toByteString())
                .build();
    }

    private static SignaturePolicy signedBy(int index) {
        return SignaturePolicy.newBuilder().setSignedBy(index).build();
    }

    private static SignaturePolicy outOf(int needed, SignaturePolicy... rules) {
        return SignaturePolicy.newBuilder()
                .setNOutOf(SignaturePolicy.NOutOf.newBuilder().setN(needed).addAllRules(List.of(rules)))
                .build();
    }

    @Test
    void soManyOfTheOrganisationsAreEnoughWhicheverTheyAre() throws Exception {
        EndorsementPolicy majority = policy(3, FOUR);
        for (int set = 0; set < 16; set++) {
            List<Signatory> signers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                if ((set & (1 << i)) != 0) {
                    signers.add(peer(FOUR.get(i)));
                }
            }
            Collections.shuffle(signers, new Random(set));
            assertEquals(Integer.bitCount(set) >= 3, majority.satisfiedBy(signers), "set " + set);
        }
    }

    @Test
    void twoPeersOfOneOrganisationAreOneOrganisation() throws Exception {
        assertFalse(policy(2, FOUR).satisfiedBy(peers("A", "A")));
        assertTrue(policy(2, FOUR).satisfiedBy(peers("A", "A", "B")));
    }

    @Test
    void aSignerCountsForOneRuleOnly() throws Exception {
        SignaturePolicyEnvelope twice = SignaturePolicyEnvelope.newBuilder()
                .setRule(outOf(2, signedBy(0), signedBy(0)))
                .addIdentities(principal("A", MSPRole.MSPRoleType.PEER))
                .build();
        assertFalse(EndorsementPolicy.of(twice).satisfiedBy(peers("A")));
        assertTrue(EndorsementPolicy.of(twice).satisfiedBy(peers("A", "A")));
    }

    @Test
    void aRuleThatFailsGivesBackTheSignersItTried() throws Exception {
        SignaturePolicyEnvelope either = SignaturePolicyEnvelope.newBuilder()
                .setRule(outOf(1, outOf(2, signedBy(0), signedBy(1)), signedBy(0)))
                .addIdentities(principal("A", MSPRole.MSPRoleType.PEER))
                .addIdentities(principal("B", MSPRole.MSPRoleType.PEER))
                .build();
        assertTrue(EndorsementPolicy.of(either).satisfiedBy(peers("A")));
    }

    @Test
    void aClientOrAnAdministratorIsNoPeer() throws Exception {
        EndorsementPolicy one = policy(1, FOUR);
        for (NodeRole role : NodeRole.values()) {
            assertEquals(role == NodeRole.PEER, one.satisfiedBy(List.of(new Signatory("A", role))), role.name());
        }
    }

    @Test
    void everyRoleIsAMember() throws Exception {
        SignaturePolicyEnvelope member = SignaturePolicyEnvelope.newBuilder()
                .setRule(signedBy(0))
                .addIdentities(principal("A", MSPRole.MSPRoleType.MEMBER))
                .build();
        for (NodeRole role : NodeRole.values()) {
            assertTrue(EndorsementPolicy.of(member).satisfiedBy(List.of(new Signatory("A", role))));
            assertFalse(EndorsementPolicy.of(member).satisfiedBy(List.of(new Signatory("B", role))));
        }
    }

    @Test
    void noneOfNobodyAdmitsAnyone() throws Exception {
        assertTrue(policy(0, List.of()).satisfiedBy(List.of()));
        assertFalse(policy(1, List.of()).satisfiedBy(peers("A")));
    }

    @Test
    void whatCannotBeEvaluatedIsRefused() {
        SignaturePolicyEnvelope good = EndorsementPolicy.peersOf(1, FOUR);
        List<SignaturePolicyEnvelope> bad = List.of(
                good.toBuilder().setVersion(1).build(),
                good.toBuilder().clearRule().build(),
                good.toBuilder().setRule(signedBy(4)).build(),
                good.toBuilder().setRule(signedBy(-1)).build(),
                good.toBuilder()
                        .setIdentities(
                                0,
                                MSPPrincipal.newBuilder()
                                        .setPrincipalClassification(MSPPrincipal.Classification.IDENTITY))
                        .build());
        for (SignaturePolicyEnvelope each : bad) {
            assertThrows(MalformedPolicyException.class, () -> EndorsementPolicy.of(each));
        }
    }

    @Test
    void bytesThatWereDamagedAreRefusedOrAreAPolicyButNeverAnythingElse() {
        byte[] good = EndorsementPolicy.peersOf(3, FOUR).toByteArray();
        Random random = new Random(20261122);
        for (int i = 0; i < 20_000; i++) {
            byte[] damaged = good.clone();
            for (int j = 0; j <= random.nextInt(3); j++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            ByteString cut = ByteString.copyFrom(damaged).substring(0, random.nextInt(damaged.length + 1));
            try {
                EndorsementPolicy.read(cut).satisfiedBy(peers("A", "B", "C"));
            } catch (MalformedPolicyException expected) {
                assertFalse(String.valueOf(expected.getMessage()).isEmpty());
            }
        }
    }

    @Test
    void theSmallestSetsOfOrganisationsThatAreEnoughAreFoundTheFirstOrganisationsFirst() throws Exception {
        List<List<String>> majority = EndorserSets.enough(List.of(policy(3, FOUR)), FOUR);
        assertEquals(4, majority.size());
        assertEquals(List.of("A", "B", "C"), majority.get(0));
        assertEquals(List.of("B", "C", "D"), majority.get(3));

        List<EndorsementPolicy> withD = List.of(policy(3, FOUR), policy(1, List.of("D")));
        List<List<String>> sets = EndorserSets.enough(withD, FOUR);
        assertEquals(3, sets.size());
        assertTrue(sets.stream().allMatch(set -> set.contains("D") && set.size() == 3));
    }

    @Test
    void aPolicyOfOneForeignOrganisationNeedsThatOneAlone() throws Exception {
        assertEquals(List.of(List.of("C")), EndorserSets.enough(List.of(policy(1, List.of("C"))), FOUR));
    }

    @Test
    void aPolicyOfStrangersHasNoSet() throws Exception {
        assertEquals(List.of(), EndorserSets.enough(List.of(policy(1, List.of("Nobody"))), FOUR));
    }

    @Test
    void everySetFoundSatisfiesAndNoneHoldsAnother() throws Exception {
        Random random = new Random(5);
        for (int i = 0; i < 300; i++) {
            List<EndorsementPolicy> policies = new ArrayList<>();
            for (int j = 0; j <= random.nextInt(3); j++) {
                List<String> some = new ArrayList<>(FOUR);
                Collections.shuffle(some, random);
                some = some.subList(0, 1 + random.nextInt(4));
                policies.add(policy(1 + random.nextInt(some.size()), some));
            }
            List<List<String>> sets = EndorserSets.enough(policies, FOUR);
            assertFalse(sets.isEmpty());
            for (List<String> set : sets) {
                List<Signatory> signers = peers(set.toArray(String[]::new));
                assertTrue(policies.stream().allMatch(each -> each.satisfiedBy(signers)));
                assertTrue(sets.stream()
                        .noneMatch(other -> other != set && Set.copyOf(set).containsAll(other)));
            }
        }
    }
}
