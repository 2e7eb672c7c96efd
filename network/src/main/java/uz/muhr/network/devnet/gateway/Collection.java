package uz.muhr.network.devnet.gateway;

import com.google.protobuf.ByteString;
import com.google.rpc.Code;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.gateway.ErrorDetail;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.jspecify.annotations.Nullable;
import uz.muhr.network.devnet.endorsement.Peer;
import uz.muhr.network.devnet.endorsement.PeerAnswer;
import uz.muhr.network.devnet.transaction.Envelopes;
import uz.muhr.network.devnet.transaction.Proposal;

/** The endorsements of one proposal. All of them must be of the same bytes; whose answer differs counts as failed. */
final class Collection {
    private final Proposal proposal;
    private final String ownMspId;
    private final Optional<PeerAnswer> refusal;
    private final Map<Peer, Endorsement> endorsements = new LinkedHashMap<>();
    private final List<Peer> failed = new ArrayList<>();
    private final List<ErrorDetail> details = new ArrayList<>();
    private @Nullable ByteString payload;

    Collection(Proposal proposal, String ownMspId, Optional<PeerAnswer> refusal) {
        this.proposal = proposal;
        this.ownMspId = ownMspId;
        this.refusal = refusal;
    }

    /** Takes a peer's endorsement. */
    synchronized void add(Peer peer, PeerAnswer answer) {
        if (!(answer instanceof PeerAnswer.Endorsed endorsed)) {
            fail(peer, Verdict.of(answer, peer.mspId().equals(ownMspId)).message());
            return;
        }
        if (payload == null) {
            payload = endorsed.payload();
        }
        if (payload.equals(endorsed.payload())) {
            endorsements.put(peer, endorsed.endorsement());
        } else {
            fail(peer, "ProposalResponsePayloads do not match");
        }
    }

    private void fail(Peer peer, String message) {
        failed.add(peer);
        details.add(Errors.detail(peer, message));
    }

    /** Asks the peers of one set after the other until all of a set have endorsed. */
    CompletableFuture<Envelope> collect(List<List<Peer>> sets) {
        if (sets.isEmpty()) {
            synchronized (this) {
                throw Errors.of(
                        Code.ABORTED,
                        "failed to collect enough transaction endorsements, see attached details for more info",
                        details);
            }
        }
        List<Peer> set = sets.get(0);
        List<List<Peer>> others = sets.subList(1, sets.size());
        List<Peer> toAsk;
        synchronized (this) {
            if (set.stream().anyMatch(failed::contains)) {
                return collect(others);
            }
            toAsk = set.stream().filter(peer -> !endorsements.containsKey(peer)).toList();
        }
        CompletableFuture<?>[] asked = toAsk.stream()
                .map(peer -> refusal.map(CompletableFuture::completedFuture)
                        .orElseGet(() -> peer.process(proposal))
                        .thenAccept(answer -> add(peer, answer)))
                .toArray(CompletableFuture[]::new);
        return CompletableFuture.allOf(asked)
                .thenCompose(done ->
                        complete(set).map(CompletableFuture::completedFuture).orElseGet(() -> collect(others)));
    }

    private synchronized Optional<Envelope> complete(List<Peer> set) {
        if (!endorsements.keySet().containsAll(set)) {
            return Optional.empty();
        }
        List<Endorsement> wanted =
                set.stream().map(endorsements::get).filter(Objects::nonNull).toList();
        return Optional.of(Envelopes.unsigned(proposal, Objects.requireNonNull(payload), wanted));
    }
}
