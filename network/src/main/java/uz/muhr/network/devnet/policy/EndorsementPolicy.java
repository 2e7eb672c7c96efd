package uz.muhr.network.devnet.policy;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.hyperledger.fabric.protos.common.MSPPrincipal;
import org.hyperledger.fabric.protos.common.MSPRole;
import org.hyperledger.fabric.protos.common.SignaturePolicy;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;

/**
 * A signature policy as Fabric's common/cauthdsl evaluates it: rules are tried in order, a signer counts for one rule
 * only, and a rule that fails gives back the signers it tried.
 */
public final class EndorsementPolicy {
    private final Rule rule;
    private final List<Principal> principals;

    private EndorsementPolicy(Rule rule, List<Principal> principals) {
        this.rule = rule;
        this.principals = principals;
    }

    private sealed interface Rule permits SignedBy, OutOf {}

    private record SignedBy(int principal) implements Rule {}

    private record OutOf(int needed, List<Rule> rules) implements Rule {}

    /** A policy that asks for the peers of {@code needed} of the organisations. */
    public static SignaturePolicyEnvelope peersOf(int needed, List<String> mspIds) {
        SignaturePolicy.NOutOf.Builder outOf =
                SignaturePolicy.NOutOf.newBuilder().setN(needed);
        SignaturePolicyEnvelope.Builder envelope = SignaturePolicyEnvelope.newBuilder();
        for (int i = 0; i < mspIds.size(); i++) {
            outOf.addRules(SignaturePolicy.newBuilder().setSignedBy(i));
            envelope.addIdentities(MSPPrincipal.newBuilder()
                    .setPrincipalClassification(MSPPrincipal.Classification.ROLE)
                    .setPrincipal(MSPRole.newBuilder()
                            .setMspIdentifier(mspIds.get(i))
                            .setRole(MSPRole.MSPRoleType.PEER)
                            .build()
                            .toByteString()));
        }
        return envelope.setRule(SignaturePolicy.newBuilder().setNOutOf(outOf)).build();
    }

    /** Reads a serialised SignaturePolicyEnvelope. */
    public static EndorsementPolicy read(ByteString envelope) throws MalformedPolicyException {
        try {
            return of(SignaturePolicyEnvelope.parseFrom(envelope));
        } catch (InvalidProtocolBufferException e) {
            throw new MalformedPolicyException("The bytes are not a SignaturePolicyEnvelope.", e);
        }
    }

    /** Takes a policy, refusing what cannot be evaluated: another version, an empty rule, a principal not listed. */
    public static EndorsementPolicy of(SignaturePolicyEnvelope envelope) throws MalformedPolicyException {
        if (envelope.getVersion() != 0) {
            throw new MalformedPolicyException("Policies have version 0, this one has " + envelope.getVersion() + ".");
        }
        List<Principal> principals = new ArrayList<>();
        for (MSPPrincipal principal : envelope.getIdentitiesList()) {
            principals.add(Principal.read(principal));
        }
        return new EndorsementPolicy(rule(envelope.getRule(), principals.size()), List.copyOf(principals));
    }

    private static Rule rule(SignaturePolicy policy, int principals) throws MalformedPolicyException {
        switch (policy.getTypeCase()) {
            case SIGNED_BY -> {
                int index = policy.getSignedBy();
                if (index < 0 || index >= principals) {
                    throw new MalformedPolicyException(
                            "The policy names principal " + index + " of " + principals + ".");
                }
                return new SignedBy(index);
            }
            case N_OUT_OF -> {
                List<Rule> rules = new ArrayList<>();
                for (SignaturePolicy inner : policy.getNOutOf().getRulesList()) {
                    rules.add(rule(inner, principals));
                }
                return new OutOf(policy.getNOutOf().getN(), List.copyOf(rules));
            }
            case TYPE_NOT_SET -> throw new MalformedPolicyException("The policy has an empty rule.");
        }
        throw new MalformedPolicyException("The policy has a rule of an unknown type.");
    }

    /** Whether these signers, each different from the others, are enough. */
    public boolean satisfiedBy(List<Signatory> signers) {
        return satisfied(rule, signers, new BitSet());
    }

    private boolean satisfied(Rule tried, List<Signatory> signers, BitSet used) {
        if (tried instanceof SignedBy signedBy) {
            Principal principal = principals.get(signedBy.principal());
            for (int i = used.nextClearBit(0); i < signers.size(); i = used.nextClearBit(i + 1)) {
                if (principal.matches(signers.get(i))) {
                    used.set(i);
                    return true;
                }
            }
            return false;
        }
        OutOf outOf = (OutOf) tried;
        int verified = 0;
        for (Rule inner : outOf.rules()) {
            BitSet attempt = (BitSet) used.clone();
            if (satisfied(inner, signers, attempt)) {
                verified++;
                used.or(attempt);
            }
        }
        return verified >= outOf.needed();
    }
}
