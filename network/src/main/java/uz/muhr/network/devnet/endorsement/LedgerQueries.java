package uz.muhr.network.devnet.endorsement;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;
import java.util.Optional;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockchainInfo;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.peer.ProcessedTransaction;
import org.hyperledger.fabric.protos.peer.Response;
import uz.muhr.network.devnet.ledger.BlockHashes;
import uz.muhr.network.devnet.ledger.Ledger;
import uz.muhr.network.devnet.ledger.TransactionPlace;

/** The system chaincode qscc: questions about blocks and transactions, answered from the ledger itself. */
final class LedgerQueries {
    static final String NAME = "qscc";

    private static final int OK = 200;
    private static final int ERROR = 500;

    private final String channel;
    private final Ledger ledger;

    LedgerQueries(String channel, Ledger ledger) {
        this.channel = channel;
        this.ledger = ledger;
    }

    Response answer(List<ByteString> arguments) {
        if (arguments.size() < 2) {
            return error("Incorrect number of arguments, " + arguments.size());
        }
        String function = arguments.get(0).toStringUtf8();
        String asked = arguments.get(1).toStringUtf8();
        if (!function.equals("GetChainInfo") && arguments.size() < 3) {
            return error("missing 3rd argument for " + function);
        }
        if (!asked.equals(channel)) {
            return error("Invalid chain ID, " + asked);
        }
        return switch (function) {
            case "GetChainInfo" -> chainInfo();
            case "GetBlockByNumber" -> blockByNumber(arguments.get(2).toStringUtf8());
            case "GetBlockByTxID" -> blockByTransaction(arguments.get(2).toStringUtf8());
            case "GetTransactionByID" -> transaction(arguments.get(2).toStringUtf8());
            case "GetBlockByHash" -> error("UNIMPLEMENTED: the devnet keeps no index of block hashes");
            default -> error("Requested function " + function + " not found.");
        };
    }

    private Response chainInfo() {
        // Height and hashes are taken from one block, so that they belong together whatever is committed meanwhile.
        Block last = ledger.block(ledger.height() - 1).orElseThrow();
        return ok(BlockchainInfo.newBuilder()
                .setHeight(last.getHeader().getNumber() + 1)
                .setCurrentBlockHash(BlockHashes.header(last.getHeader()))
                .setPreviousBlockHash(last.getHeader().getPreviousHash())
                .build()
                .toByteString());
    }

    private Response blockByNumber(String number) {
        long parsed;
        try {
            parsed = Long.parseUnsignedLong(number);
        } catch (NumberFormatException e) {
            return error("Failed to parse block number with error strconv.ParseUint: parsing \"" + number
                    + "\": invalid syntax");
        }
        // The greatest number means the last block, as in Fabric's block store.
        long wanted = parsed == -1L ? ledger.height() - 1 : parsed;
        return ledger.block(wanted)
                .map(block -> ok(block.toByteString()))
                .orElseGet(() -> error("Failed to get block number " + number + ", error no such block number ["
                        + number + "] in index"));
    }

    private Response blockByTransaction(String transactionId) {
        return ledger.transaction(transactionId)
                .flatMap(place -> ledger.block(place.block()))
                .map(block -> ok(block.toByteString()))
                .orElseGet(() ->
                        error("Failed to get block for txID " + transactionId + ", error " + none(transactionId)));
    }

    private Response transaction(String transactionId) {
        Optional<TransactionPlace> place = ledger.transaction(transactionId);
        if (place.isEmpty()) {
            return error("Failed to get transaction with id " + transactionId + ", error " + none(transactionId));
        }
        Block block = ledger.block(place.get().block()).orElseThrow();
        try {
            return ok(ProcessedTransaction.newBuilder()
                    .setTransactionEnvelope(Envelope.parseFrom(
                            block.getData().getData(place.get().index())))
                    .setValidationCode(place.get().code().getNumber())
                    .build()
                    .toByteString());
        } catch (InvalidProtocolBufferException e) {
            return error("Failed to get transaction with id " + transactionId + ", error " + e.getMessage());
        }
    }

    private static String none(String transactionId) {
        return "no such transaction ID [" + transactionId + "] in index";
    }

    private static Response ok(ByteString payload) {
        return Response.newBuilder().setStatus(OK).setPayload(payload).build();
    }

    private static Response error(String message) {
        return Response.newBuilder().setStatus(ERROR).setMessage(message).build();
    }
}
