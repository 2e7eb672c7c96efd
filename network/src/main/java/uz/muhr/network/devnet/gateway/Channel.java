package uz.muhr.network.devnet.gateway;

import java.util.List;
import java.util.Optional;
import uz.muhr.network.devnet.endorsement.Admission;
import uz.muhr.network.devnet.endorsement.Peer;
import uz.muhr.network.devnet.ledger.Ledger;
import uz.muhr.network.devnet.msp.Members;
import uz.muhr.network.devnet.ordering.Consenters;
import uz.muhr.network.devnet.ordering.OrderingService;
import uz.muhr.network.devnet.policy.Definitions;

/** What every gateway of the channel shares. */
public record Channel(
        String name,
        Definitions chaincodes,
        Members members,
        Ledger ledger,
        Admission admission,
        List<Peer> peers,
        OrderingService ordering,
        Consenters consenters,
        List<String> ordererAddresses) {
    /** The peer of an organisation that runs the chaincode on the channel. */
    Optional<Peer> peer(String mspId, String channel, String chaincodeName) {
        return channel.equals(name)
                ? peers.stream()
                        .filter(peer -> peer.mspId().equals(mspId) && peer.runs(chaincodeName))
                        .findFirst()
                : Optional.empty();
    }
}
