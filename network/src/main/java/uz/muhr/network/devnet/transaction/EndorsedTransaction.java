package uz.muhr.network.devnet.transaction;

import static org.hyperledger.fabric.protos.peer.TxValidationCode.BAD_CHANNEL_HEADER;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.BAD_RWSET;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.INVALID_CHAINCODE;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.INVALID_ENDORSER_TRANSACTION;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.INVALID_OTHER_REASON;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeEvent;
import org.hyperledger.fabric.protos.peer.ChaincodeHeaderExtension;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.Transaction;
import org.hyperledger.fabric.protos.peer.TransactionAction;
import uz.muhr.network.devnet.msp.Digests;

/**
 * The endorsed part of a transaction, its parts found consistent with each other.
 *
 * @param responsePayload the bytes every endorser signed, each followed by its own identity
 */
public record EndorsedTransaction(
        String chaincode,
        ByteString responsePayload,
        List<Endorsement> endorsements,
        ChaincodeAction action,
        List<NamespaceAccess> accesses) {
    /** Reads the data of an endorser transaction, with the checks of Fabric's msgvalidation.go and dispatcher.go. */
    static EndorsedTransaction read(SignedEnvelope envelope) throws InvalidTransactionException {
        ChaincodeActionPayload payload;
        ProposalResponsePayload response;
        try {
            Transaction transaction = Transaction.parseFrom(envelope.data());
            if (transaction.getActionsCount() != 1) {
                throw new InvalidTransactionException(
                        INVALID_ENDORSER_TRANSACTION,
                        "A transaction has one action, not " + transaction.getActionsCount());
            }
            TransactionAction action = transaction.getActions(0);
            SignatureHeader header = SignatureHeader.parseFrom(action.getHeader());
            payload = ChaincodeActionPayload.parseFrom(action.getPayload());
            response = ProposalResponsePayload.parseFrom(payload.getAction().getProposalResponsePayload());
            byte[] hash = Digests.sha256(
                    envelope.header().getChannelHeader(), action.getHeader(), payload.getChaincodeProposalPayload());
            if (header.getNonce().isEmpty()
                    || header.getCreator().isEmpty()
                    || !response.getProposalHash().equals(ByteString.copyFrom(hash))) {
                throw new InvalidTransactionException(INVALID_ENDORSER_TRANSACTION, "proposal hash does not match");
            }
        } catch (InvalidProtocolBufferException e) {
            throw new InvalidTransactionException(INVALID_ENDORSER_TRANSACTION, "The transaction cannot be read.", e);
        }
        ChaincodeAction action = action(response);
        return new EndorsedTransaction(
                chaincode(envelope, action),
                payload.getAction().getProposalResponsePayload(),
                payload.getAction().getEndorsementsList(),
                action,
                accesses(action));
    }

    private static ChaincodeAction action(ProposalResponsePayload response) throws InvalidTransactionException {
        try {
            return ChaincodeAction.parseFrom(response.getExtension());
        } catch (InvalidProtocolBufferException e) {
            throw new InvalidTransactionException(INVALID_OTHER_REASON, "The chaincode action cannot be read.", e);
        }
    }

    private static String chaincode(SignedEnvelope envelope, ChaincodeAction action)
            throws InvalidTransactionException {
        String named;
        ChaincodeEvent event;
        try {
            named = ChaincodeHeaderExtension.parseFrom(envelope.channelHeader().getExtension())
                    .getChaincodeId()
                    .getName();
            event = ChaincodeEvent.parseFrom(action.getEvents());
        } catch (InvalidProtocolBufferException e) {
            throw new InvalidTransactionException(BAD_CHANNEL_HEADER, "The header's extension cannot be read.", e);
        }
        if (named.isEmpty()
                || !named.equals(action.getChaincodeId().getName())
                || action.getChaincodeId().getVersion().isEmpty()) {
            throw new InvalidTransactionException(INVALID_CHAINCODE, "The transaction names two chaincodes.");
        }
        if (!action.getEvents().isEmpty() && !event.getChaincodeId().equals(named)) {
            throw new InvalidTransactionException(INVALID_OTHER_REASON, "The event is of another chaincode.");
        }
        return named;
    }

    private static List<NamespaceAccess> accesses(ChaincodeAction action) throws InvalidTransactionException {
        List<NamespaceAccess> accesses = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        try {
            for (NsReadWriteSet each :
                    TxReadWriteSet.parseFrom(action.getResults()).getNsRwsetList()) {
                if (!seen.add(each.getNamespace()) || each.getCollectionHashedRwsetCount() > 0) {
                    throw new InvalidTransactionException(
                            BAD_RWSET, "Expected each namespace once and no private data in the read/write set.");
                }
                accesses.add(new NamespaceAccess(each.getNamespace(), KVRWSet.parseFrom(each.getRwset())));
            }
        } catch (InvalidProtocolBufferException e) {
            throw new InvalidTransactionException(BAD_RWSET, "The read/write set cannot be read.", e);
        }
        return List.copyOf(accesses);
    }
}
