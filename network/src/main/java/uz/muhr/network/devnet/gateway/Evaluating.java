package uz.muhr.network.devnet.gateway;

import com.google.rpc.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.hyperledger.fabric.protos.gateway.ErrorDetail;
import org.hyperledger.fabric.protos.gateway.EvaluateRequest;
import org.hyperledger.fabric.protos.peer.Response;
import uz.muhr.network.devnet.endorsement.Peer;
import uz.muhr.network.devnet.endorsement.PeerAnswer;
import uz.muhr.network.devnet.transaction.MalformedProposalException;
import uz.muhr.network.devnet.transaction.Proposal;

/** Asks one peer and orders nothing: the gateway's own organisation if it can answer, otherwise another one. */
final class Evaluating {
    private final Channel channel;
    private final String ownMspId;

    Evaluating(Channel channel, String ownMspId) {
        this.channel = channel;
        this.ownMspId = ownMspId;
    }

    /** The chaincode's response, or a failure that is a StatusRuntimeException. */
    CompletableFuture<Response> evaluate(EvaluateRequest request) {
        Proposal proposal;
        try {
            proposal = Proposal.read(request.getProposedTransaction());
        } catch (MalformedProposalException e) {
            throw Errors.of(Code.INVALID_ARGUMENT, "failed to unpack transaction proposal: " + e.getMessage());
        }
        if (!proposal.channel().equals(channel.name())) {
            throw Errors.of(Code.UNAVAILABLE, noConfig(proposal.channel()));
        }
        return ask(proposal, channel.admission().refusal(proposal), peers(request, proposal), new ArrayList<>());
    }

    static String noConfig(String channel) {
        return "failed to get config for channel [" + channel + "]: could not get last config for channel " + channel;
    }

    private List<Peer> peers(EvaluateRequest request, Proposal proposal) {
        List<String> targets = request.getTargetOrganizationsList();
        if (targets.isEmpty()) {
            targets = proposal.hasTransientData()
                    ? List.of(ownMspId)
                    : channel.peers().stream().map(Peer::mspId).toList();
        }
        List<Peer> peers = new ArrayList<>();
        for (String target : targets) {
            channel.peer(target, proposal.channel(), proposal.chaincode())
                    .ifPresent(peer -> peers.add(target.equals(ownMspId) ? 0 : peers.size(), peer));
        }
        if (peers.isEmpty()) {
            throw Errors.of(
                    Code.FAILED_PRECONDITION,
                    "no peers available to evaluate chaincode " + proposal.chaincode() + " in channel "
                            + proposal.channel());
        }
        return peers;
    }

    private CompletableFuture<Response> ask(
            Proposal proposal, Optional<PeerAnswer> refusal, List<Peer> peers, List<ErrorDetail> details) {
        Peer peer = peers.get(0);
        return refusal.map(CompletableFuture::completedFuture)
                .orElseGet(() -> peer.process(proposal))
                .thenCompose(answer -> {
                    if (answer instanceof PeerAnswer.Endorsed endorsed) {
                        return CompletableFuture.completedFuture(endorsed.response());
                    }
                    Verdict verdict = Verdict.of(answer, peer.mspId().equals(ownMspId));
                    details.add(Errors.detail(peer, verdict.message()));
                    if (!verdict.elsewhere()) {
                        throw Errors.of(
                                verdict.code(),
                                "evaluate call to endorser returned error: " + verdict.message(),
                                details);
                    }
                    if (peers.size() == 1) {
                        throw Errors.of(
                                verdict.code(),
                                "failed to evaluate transaction, see attached details for more info",
                                details);
                    }
                    return ask(proposal, refusal, peers.subList(1, peers.size()), details);
                });
    }
}
