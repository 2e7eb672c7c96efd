package uz.muhr.network.devnet.deliver;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockMetadataIndex;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.peer.ChaincodeEvent;
import org.hyperledger.fabric.protos.peer.FilteredBlock;
import org.hyperledger.fabric.protos.peer.FilteredChaincodeAction;
import org.hyperledger.fabric.protos.peer.FilteredTransaction;
import org.hyperledger.fabric.protos.peer.FilteredTransactionActions;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import uz.muhr.network.devnet.transaction.InvalidTransactionException;
import uz.muhr.network.devnet.transaction.SignedEnvelope;

/** Reads the events out of a block, and the block without its contents. */
public final class BlockEvents {
    private BlockEvents() {}

    /** The events of the valid transactions, in their order. */
    public static List<ChaincodeEvent> ofValidTransactions(Block block) {
        ByteString codes = codes(block);
        List<ChaincodeEvent> events = new ArrayList<>();
        for (int i = 0; i < block.getData().getDataCount(); i++) {
            if (codes.byteAt(i) == TxValidationCode.VALID_VALUE) {
                envelope(block.getData().getData(i)).flatMap(BlockEvents::event).ifPresent(events::add);
            }
        }
        return events;
    }

    /** The block as DeliverFiltered shows it: identifiers, codes and events without their payloads. */
    public static FilteredBlock filtered(Block block) {
        ByteString codes = codes(block);
        FilteredBlock.Builder filtered =
                FilteredBlock.newBuilder().setNumber(block.getHeader().getNumber());
        for (int i = 0; i < block.getData().getDataCount(); i++) {
            Optional<SignedEnvelope> read = envelope(block.getData().getData(i));
            if (read.isPresent()) {
                SignedEnvelope envelope = read.get();
                filtered.setChannelId(envelope.channelHeader().getChannelId());
                filtered.addFilteredTransactions(transaction(envelope, codes.byteAt(i)));
            }
        }
        return filtered.build();
    }

    private static FilteredTransaction transaction(SignedEnvelope envelope, int code) {
        FilteredTransaction.Builder transaction = FilteredTransaction.newBuilder()
                .setTxid(envelope.channelHeader().getTxId())
                .setTypeValue(envelope.channelHeader().getType())
                .setTxValidationCodeValue(code & 0xff);
        if (envelope.channelHeader().getType() == HeaderType.ENDORSER_TRANSACTION_VALUE) {
            FilteredTransactionActions.Builder actions = FilteredTransactionActions.newBuilder();
            event(envelope)
                    .ifPresent(event -> actions.addChaincodeActions(FilteredChaincodeAction.newBuilder()
                            .setChaincodeEvent(event.toBuilder().clearPayload())));
            transaction.setTransactionActions(actions);
        }
        return transaction.build();
    }

    private static ByteString codes(Block block) {
        return block.getMetadata().getMetadata(BlockMetadataIndex.TRANSACTIONS_FILTER_VALUE);
    }

    private static Optional<SignedEnvelope> envelope(ByteString bytes) {
        try {
            return Optional.of(SignedEnvelope.read(Envelope.parseFrom(bytes)));
        } catch (InvalidProtocolBufferException | InvalidTransactionException e) {
            // An unreadable envelope stands in its block with a code and has nothing to show.
            return Optional.empty();
        }
    }

    private static Optional<ChaincodeEvent> event(SignedEnvelope envelope) {
        try {
            ByteString event = envelope.transaction().action().getEvents();
            return event.isEmpty() ? Optional.empty() : Optional.of(ChaincodeEvent.parseFrom(event));
        } catch (InvalidProtocolBufferException | InvalidTransactionException e) {
            // The configuration has no event, nor has a transaction that was found malformed.
            return Optional.empty();
        }
    }
}
