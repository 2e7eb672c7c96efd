package uz.muhr.network.devnet.gateway;

import com.google.protobuf.ByteString;
import com.google.rpc.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.gateway.EndorseRequest;
import uz.muhr.network.devnet.endorsement.Peer;
import uz.muhr.network.devnet.endorsement.PeerAnswer;
import uz.muhr.network.devnet.policy.ChaincodeDefinition;
import uz.muhr.network.devnet.policy.EndorsementPolicy;
import uz.muhr.network.devnet.policy.EndorserSets;
import uz.muhr.network.devnet.policy.MalformedPolicyException;
import uz.muhr.network.devnet.transaction.MalformedProposalException;
import uz.muhr.network.devnet.transaction.Proposal;

/**
 * Collects the endorsements a transaction needs: the gateway's own organisation first, then as many others as the
 * chaincode's policy and the policies of the written keys ask for. Organisations the client names are asked instead.
 */
final class Endorsing {
    private static final String NO_COMBINATION =
            "no combination of peers can be derived which satisfy the endorsement policy: ";

    private final Channel channel;
    private final String ownMspId;

    Endorsing(Channel channel, String ownMspId) {
        this.channel = channel;
        this.ownMspId = ownMspId;
    }

    /** The unsigned envelope, or a failure that is a StatusRuntimeException. */
    CompletableFuture<Envelope> endorse(EndorseRequest request) {
        if (request.getProposedTransaction().getProposalBytes().isEmpty()) {
            throw Errors.of(Code.INVALID_ARGUMENT, "the proposed transaction must contain a signed proposal");
        }
        Proposal proposal;
        try {
            proposal = Proposal.read(request.getProposedTransaction());
        } catch (MalformedProposalException e) {
            throw Errors.of(Code.INVALID_ARGUMENT, String.valueOf(e.getMessage()));
        }
        Optional<PeerAnswer> refusal = channel.admission().refusal(proposal);
        Collection collection = new Collection(proposal, ownMspId, refusal);
        return request.getEndorsingOrganizationsCount() > 0
                ? collection.collect(List.of(named(request, proposal)))
                : fromOwnPeer(proposal, refusal, collection);
    }

    private List<Peer> named(EndorseRequest request, Proposal proposal) {
        List<Peer> peers = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (String mspId :
                request.getEndorsingOrganizationsList().stream().distinct().toList()) {
            channel.peer(mspId, proposal.channel(), proposal.chaincode())
                    .ifPresentOrElse(peers::add, () -> missing.add(mspId));
        }
        if (!missing.isEmpty()) {
            throw Errors.of(
                    Code.UNAVAILABLE, "failed to find any endorsing peers for org(s): " + String.join(", ", missing));
        }
        return peers;
    }

    private CompletableFuture<Envelope> fromOwnPeer(
            Proposal proposal, Optional<PeerAnswer> refusal, Collection collection) {
        Peer own = channel.peer(ownMspId, proposal.channel(), proposal.chaincode())
                .orElseThrow(() -> proposal.hasTransientData()
                        ? Errors.of(
                                Code.FAILED_PRECONDITION,
                                "no endorsers found in the gateway's organization; retry specifying endorsing"
                                        + " organization(s) to protect transient data")
                        : noMetadata(proposal));
        return refusal.map(CompletableFuture::completedFuture)
                .orElseGet(() -> own.process(proposal))
                .thenCompose(answer -> {
                    if (!(answer instanceof PeerAnswer.Endorsed endorsed)) {
                        throw Errors.of(
                                Code.ABORTED,
                                "failed to endorse transaction, see attached details for more info",
                                List.of(Errors.detail(
                                        own, Verdict.of(answer, true).message())));
                    }
                    ChaincodeDefinition definition =
                            channel.chaincodes().find(proposal.chaincode()).orElseThrow(() -> noMetadata(proposal));
                    collection.add(own, endorsed);
                    return collection.collect(layouts(own, policies(endorsed, definition)));
                });
    }

    private static RuntimeException noMetadata(Proposal proposal) {
        return Errors.of(
                Code.FAILED_PRECONDITION,
                NO_COMBINATION + "No metadata was found for chaincode " + proposal.chaincode() + " in channel "
                        + proposal.channel());
    }

    private List<EndorsementPolicy> policies(PeerAnswer.Endorsed endorsed, ChaincodeDefinition definition) {
        try {
            List<EndorsementPolicy> policies = new ArrayList<>();
            for (ByteString policy : endorsed.keyPolicies()) {
                policies.add(EndorsementPolicy.read(policy));
            }
            if (endorsed.chaincodePolicyNeeded()) {
                policies.add(EndorsementPolicy.of(definition.policy()));
            }
            return policies;
        } catch (MalformedPolicyException e) {
            throw Errors.of(Code.FAILED_PRECONDITION, NO_COMBINATION + e.getMessage());
        }
    }

    /** The sets of peers that would be enough, those with the gateway's own peer first, the neighbours next to it first. */
    private List<List<Peer>> layouts(Peer own, List<EndorsementPolicy> policies) {
        List<Peer> ring = new ArrayList<>();
        int start = channel.peers().indexOf(own);
        for (int i = 0; i < channel.peers().size(); i++) {
            ring.add(channel.peers().get((start + i) % channel.peers().size()));
        }
        List<List<String>> sets =
                EndorserSets.enough(policies, ring.stream().map(Peer::mspId).toList());
        if (sets.isEmpty()) {
            throw Errors.of(
                    Code.FAILED_PRECONDITION,
                    NO_COMBINATION + "no peer combination can satisfy the endorsement policy");
        }
        return sets.stream()
                .map(set ->
                        ring.stream().filter(peer -> set.contains(peer.mspId())).toList())
                .toList();
    }
}
