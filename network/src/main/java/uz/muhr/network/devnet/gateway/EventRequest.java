package uz.muhr.network.devnet.gateway;

import com.google.rpc.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.gateway.ChaincodeEventsRequest;
import org.hyperledger.fabric.protos.gateway.ChaincodeEventsResponse;
import org.hyperledger.fabric.protos.peer.ChaincodeEvent;
import uz.muhr.network.devnet.deliver.BlockEvents;
import uz.muhr.network.devnet.ledger.Ledger;
import uz.muhr.network.devnet.ledger.TransactionPlace;

/**
 * Which events one client wants. After a transaction means after that transaction's event: when it set none, nothing
 * ever follows, as on Fabric.
 */
final class EventRequest {
    private final ChaincodeEventsRequest request;
    private boolean passed;

    EventRequest(ChaincodeEventsRequest request) {
        this.request = request;
        this.passed = request.getAfterTransactionId().isEmpty();
    }

    /** The block to begin with. */
    long firstBlock(Ledger ledger) {
        Optional<TransactionPlace> after = ledger.transaction(request.getAfterTransactionId());
        if (after.isPresent()) {
            return after.get().block();
        }
        return switch (request.getStartPosition().getTypeCase()) {
            case TYPE_NOT_SET, NEXT_COMMIT -> ledger.height();
            case SPECIFIED -> request.getStartPosition().getSpecified().getNumber();
            case OLDEST, NEWEST ->
                throw Errors.of(
                        Code.INVALID_ARGUMENT,
                        "invalid start position type: "
                                + request.getStartPosition().getTypeCase());
        };
    }

    /** What the client is told of a block; nothing when it has no event for it. Blocks come in order, once each. */
    Optional<ChaincodeEventsResponse> view(Block block) {
        List<ChaincodeEvent> wanted = new ArrayList<>();
        for (ChaincodeEvent event : BlockEvents.ofValidTransactions(block)) {
            if (!passed) {
                passed = event.getTxId().equals(request.getAfterTransactionId());
            } else if (event.getChaincodeId().equals(request.getChaincodeId())) {
                wanted.add(event);
            }
        }
        return wanted.isEmpty()
                ? Optional.empty()
                : Optional.of(ChaincodeEventsResponse.newBuilder()
                        .addAllEvents(wanted)
                        .setBlockNumber(block.getHeader().getNumber())
                        .build());
    }
}
