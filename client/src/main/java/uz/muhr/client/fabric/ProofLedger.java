package uz.muhr.client.fabric;

import java.time.Duration;
import java.util.SortedSet;
import java.util.TreeSet;
import org.hyperledger.fabric.protos.common.Block;
import uz.muhr.proof.bundle.NetworkTrust;
import uz.muhr.protocol.identifier.MspId;

/**
 * What of the ledger a proof is made of: the pinned configuration, blocks, and answers that several organisations' peers
 * endorse. Nothing is written. Deadlines and failures are the {@link Ledger}'s.
 */
public final class ProofLedger {
    private final Profile profile;
    private final Peers peers;

    ProofLedger(Profile profile, Peers peers) {
        this.profile = profile;
        this.peers = peers;
    }

    /**
     * The channel's first configuration as this client's peer has it, with those of its organisations that are members now:
     * one that joined later is not known by it. Whoever is to trust it compares its pin by another way.
     *
     * @throws LedgerUnavailableException when no peer answers
     */
    public NetworkTrust trust() {
        Block first = peers.first(Deadlines.READ, (peer, deadline) -> BlockQuery.of(peer, deadline, 0))
                .value();
        SortedSet<MspId> organisations =
                new TreeSet<>(new AuthorityLedger(peers).members().value().organisations());
        organisations.retainAll(ProofBlock.organisations(first));
        return new NetworkTrust(
                profile.channel(),
                profile.chaincode(),
                BlockHeaderHash.of(first.getHeader()),
                ProofBlock.pinned(first),
                organisations);
    }

    /**
     * Begins a bundle.
     *
     * @param trusted the organisations to be asked: all of them, or all but one when one gives no answer
     * @param within the time for all of it
     */
    public ProofCollection collection(SortedSet<MspId> trusted, Duration within) {
        return new ProofCollection(profile, peers, trusted, within);
    }
}
