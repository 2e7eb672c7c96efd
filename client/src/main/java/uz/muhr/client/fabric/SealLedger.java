package uz.muhr.client.fabric;

import io.grpc.Deadline;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import uz.muhr.protocol.consignment.ConsignmentHistory;
import uz.muhr.protocol.consignment.ConsignmentId;
import uz.muhr.protocol.consignment.ConsignmentLinking;
import uz.muhr.protocol.consignment.ConsignmentOpening;
import uz.muhr.protocol.consignment.ConsignmentPage;
import uz.muhr.protocol.consignment.RegistryKeyHash;
import uz.muhr.protocol.consignment.RegistryRecord;
import uz.muhr.protocol.consignment.SealReference;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;
import uz.muhr.protocol.seal.SealHistory;
import uz.muhr.protocol.seal.SealHistoryPage;
import uz.muhr.protocol.seal.SealName;
import uz.muhr.protocol.seal.SealRecord;
import uz.muhr.protocol.seal.SealedConsignment;
import uz.muhr.protocol.sealing.AffixRequest;
import uz.muhr.protocol.sealing.ObservationList;
import uz.muhr.protocol.sealing.ReplaceRequest;
import uz.muhr.protocol.sealing.SealRequest;

/** Consignments and container seals as the ledger has them. Deadlines and failures are the {@link Ledger}'s. */
public final class SealLedger {
    private static final String SEAL = "seal";

    private final Peers peers;

    SealLedger(Peers peers) {
        this.peers = peers;
    }

    /**
     * A container seal as it stands.
     *
     * @throws Refusal UNKNOWN_SEAL
     */
    public Answered<SealRecord> seal(SealName name) {
        return peers.read(
                SEAL,
                SealRecord::parse,
                "read",
                name.consignment().hex(),
                name.seal().hex());
    }

    /**
     * Every event of a container seal, all pages from one peer.
     *
     * @throws Refusal UNKNOWN_SEAL; CORRUPT_RECORD when the answer contradicts itself
     */
    public Answered<SealHistory> history(SealName name) {
        return peers.first(Deadlines.WHOLE, (peer, deadline) -> history(peer, deadline, name));
    }

    /**
     * A consignment with all its seals as they stand.
     *
     * @throws Refusal UNKNOWN_CONSIGNMENT
     */
    public Answered<SealedConsignment> consignment(ConsignmentId consignment) {
        return peers.read(SEAL, SealedConsignment::parse, "consignment", consignment.hex());
    }

    /**
     * Every event of a consignment, all pages from one peer.
     *
     * @throws Refusal UNKNOWN_CONSIGNMENT; CORRUPT_RECORD when the answer contradicts itself
     */
    public Answered<ConsignmentHistory> links(ConsignmentId consignment) {
        return peers.first(Deadlines.WHOLE, (peer, deadline) -> links(peer, deadline, consignment));
    }

    /**
     * All that was ever recorded of a consignment, from one peer.
     *
     * @param seals one for each seal of the consignment
     */
    public record Chains(ConsignmentHistory consignment, Map<SealReference, SealHistory> seals) {
        public Chains {
            seals = Map.copyOf(seals);
        }
    }

    /**
     * All that was ever recorded of a consignment.
     *
     * @throws Refusal UNKNOWN_CONSIGNMENT; CORRUPT_RECORD when the answer contradicts itself
     */
    public Answered<Chains> chains(ConsignmentId consignment) {
        return peers.first(Deadlines.WHOLE, (peer, deadline) -> {
            ConsignmentHistory links = links(peer, deadline, consignment);
            Map<SealReference, SealHistory> seals = new LinkedHashMap<>();
            for (SealReference seal : links.record().seals()) {
                seals.put(seal, history(peer, deadline, new SealName(consignment, seal)));
            }
            return new Chains(links, seals);
        });
    }

    private static ConsignmentHistory links(Peer peer, Deadline deadline, ConsignmentId consignment) {
        return ConsignmentHistory.read(
                consignment,
                first -> Peers.understood(
                        ConsignmentPage::parse,
                        peer.ask(SEAL, deadline, "links", consignment.hex(), Long.toString(first))));
    }

    private static SealHistory history(Peer peer, Deadline deadline, SealName name) {
        return SealHistory.read(
                name,
                first -> Peers.understood(
                        SealHistoryPage::parse,
                        peer.ask(
                                SEAL,
                                deadline,
                                "history",
                                name.consignment().hex(),
                                name.seal().hex(),
                                Long.toString(first))));
    }

    /** The registry key of an organisation, by its hash; empty when it has none. */
    public Optional<RegistryRecord> registry(MspId organisation) {
        try {
            return Optional.of(peers.read(SEAL, RegistryRecord::parse, "registry", organisation.value())
                    .value());
        } catch (Refusal refusal) {
            if (refusal.code() == ErrorCode.UNKNOWN_REGISTRY) {
                return Optional.empty();
            }
            throw refusal;
        }
    }

    /** Has the organisation's registry key endorsed. Nothing is written until {@link Endorsed#commit}, as with all of these. */
    public Endorsed proposeRegister(RegistryKeyHash key) {
        return peers.propose(SEAL, "register", key.hex());
    }

    /** Has the opening of a consignment endorsed. */
    public Endorsed proposeOpen(ConsignmentOpening opening) {
        return peers.propose(SEAL, "open", opening.write());
    }

    /** Has it endorsed that a consignment takes in more. */
    public Endorsed proposeLink(ConsignmentLinking linking) {
        return peers.propose(SEAL, "link", linking.write());
    }

    /** Has a container seal on its container endorsed. */
    public Endorsed proposeAffix(AffixRequest request) {
        return peers.propose(SEAL, "affix", request.write());
    }

    /** Has an act on one container seal endorsed. */
    public Endorsed proposeAct(SealRequest request) {
        return peers.propose(SEAL, "act", request.write());
    }

    /** Has a container seal in another's place endorsed. */
    public Endorsed proposeReplace(ReplaceRequest request) {
        return peers.propose(SEAL, "replace", request.write());
    }

    /** Has reports and readings endorsed. */
    public Endorsed proposeObserve(ObservationList list) {
        return peers.propose(SEAL, "observe", list.write());
    }
}
