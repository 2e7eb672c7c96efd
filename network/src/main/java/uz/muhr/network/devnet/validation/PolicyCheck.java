package uz.muhr.network.devnet.validation;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import uz.muhr.network.devnet.ledger.Snapshot;
import uz.muhr.network.devnet.ledger.StateEntry;
import uz.muhr.network.devnet.ledger.StateKey;
import uz.muhr.network.devnet.policy.ChaincodeDefinition;
import uz.muhr.network.devnet.policy.Definitions;
import uz.muhr.network.devnet.policy.EndorsementPolicy;
import uz.muhr.network.devnet.policy.MalformedPolicyException;
import uz.muhr.network.devnet.policy.Signatory;
import uz.muhr.network.devnet.transaction.NamespaceAccess;

/**
 * The endorsement policies of one block's transactions, in their order (Fabric's core/common/validation/statebased). A
 * key's own policy replaces the chaincode's for that key. A key whose policy an earlier transaction of the block set
 * cannot be written any more in this block, whoever endorsed it. The definition of a chaincode itself needs the same
 * majority of peers as the chaincodes.
 */
final class PolicyCheck {
    private final Map<String, ByteString> byNamespace;
    private final Snapshot committed;
    private final Set<StateKey> policiesSet = new HashSet<>();
    private final Map<ByteString, Optional<EndorsementPolicy>> parsed = new HashMap<>();

    PolicyCheck(Definitions definitions, Snapshot committed) {
        this.byNamespace = new HashMap<>();
        definitions.all().forEach(each -> {
            ByteString policy = each.policy().toByteString();
            byNamespace.put(each.name(), policy);
            byNamespace.put(ChaincodeDefinition.LIFECYCLE, policy);
        });
        this.committed = committed;
    }

    TxValidationCode check(SignatureCheck.Sound sound) {
        Set<String> namespaces = new LinkedHashSet<>();
        namespaces.add(sound.transaction().chaincode());
        for (NamespaceAccess access : sound.transaction().accesses()) {
            if (access.writes()) {
                namespaces.add(access.namespace());
            }
        }
        if (!byNamespace.keySet().containsAll(namespaces)) {
            return TxValidationCode.INVALID_CHAINCODE;
        }
        List<StateKey> newPolicies = new ArrayList<>();
        for (String namespace : namespaces) {
            List<StateKey> written = new ArrayList<>();
            for (NamespaceAccess access : sound.transaction().accesses()) {
                if (access.namespace().equals(namespace)) {
                    access.set().getWritesList().forEach(write -> written.add(new StateKey(namespace, write.getKey())));
                    access.set()
                            .getMetadataWritesList()
                            .forEach(write -> newPolicies.add(new StateKey(namespace, write.getKey())));
                }
            }
            newPolicies.stream()
                    .filter(key -> key.namespace().equals(namespace))
                    .forEach(written::add);
            if (!satisfied(namespace, written, sound.endorsers())) {
                return TxValidationCode.ENDORSEMENT_POLICY_FAILURE;
            }
        }
        policiesSet.addAll(newPolicies);
        return TxValidationCode.VALID;
    }

    private boolean satisfied(String namespace, List<StateKey> written, List<Signatory> endorsers) {
        boolean chaincodePolicyAsked = written.isEmpty();
        for (StateKey key : written) {
            if (policiesSet.contains(key)) {
                return false;
            }
            ByteString own = committed.get(key).map(StateEntry::policy).orElse(ByteString.EMPTY);
            if (own.isEmpty()) {
                chaincodePolicyAsked = true;
            } else if (!satisfied(own, endorsers)) {
                return false;
            }
        }
        ByteString common = byNamespace.getOrDefault(namespace, ByteString.EMPTY);
        return !chaincodePolicyAsked || satisfied(common, endorsers);
    }

    // Fabric stops the whole channel at a policy it cannot read; here the transaction fails and the others go on.
    private boolean satisfied(ByteString policy, List<Signatory> endorsers) {
        return parsed.computeIfAbsent(policy, PolicyCheck::read)
                .map(readable -> readable.satisfiedBy(endorsers))
                .orElse(false);
    }

    private static Optional<EndorsementPolicy> read(ByteString policy) {
        try {
            return Optional.of(EndorsementPolicy.read(policy));
        } catch (MalformedPolicyException e) {
            return Optional.empty();
        }
    }
}
