package uz.muhr.client.fabric;

import io.grpc.Deadline;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockchainInfo;
import uz.muhr.protocol.identifier.TransactionId;

/** What a peer says of the channel's blocks, by Fabric's own query contract. */
final class BlockQuery {
    private BlockQuery() {}

    static Block of(Peer peer, Deadline deadline, long number) {
        return Ledger.understood(Block::parseFrom, peer.system(deadline, "GetBlockByNumber", Long.toString(number)));
    }

    /** The block that holds a transaction. */
    static Block of(Peer peer, Deadline deadline, TransactionId transaction) {
        return Ledger.understood(Block::parseFrom, peer.system(deadline, "GetBlockByTxID", transaction.hex()));
    }

    /** How many blocks it has. */
    static long height(Peer peer, Deadline deadline) {
        return Ledger.understood(BlockchainInfo::parseFrom, peer.system(deadline, "GetChainInfo"))
                .getHeight();
    }
}
