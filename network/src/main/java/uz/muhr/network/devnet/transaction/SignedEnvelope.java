package uz.muhr.network.devnet.transaction;

import static org.hyperledger.fabric.protos.peer.TxValidationCode.BAD_COMMON_HEADER;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.BAD_PAYLOAD;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.BAD_PROPOSAL_TXID;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.NIL_ENVELOPE;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.UNSUPPORTED_TX_PAYLOAD;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;

/** An envelope with its headers read. The signature, by the creator over the payload, is not yet checked. */
public record SignedEnvelope(
        Envelope envelope,
        Header header,
        ChannelHeader channelHeader,
        SignatureHeader signatureHeader,
        ByteString data) {
    /** Reads an envelope's headers. */
    public static SignedEnvelope read(Envelope envelope) throws InvalidTransactionException {
        if (envelope.getPayload().isEmpty()) {
            throw new InvalidTransactionException(NIL_ENVELOPE, "The envelope is empty.");
        }
        Payload payload;
        try {
            payload = Payload.parseFrom(envelope.getPayload());
        } catch (InvalidProtocolBufferException e) {
            throw new InvalidTransactionException(BAD_PAYLOAD, "The envelope's payload cannot be read.", e);
        }
        try {
            Header header = payload.getHeader();
            SignatureHeader signature = SignatureHeader.parseFrom(header.getSignatureHeader());
            ChannelHeader channel = ChannelHeader.parseFrom(header.getChannelHeader());
            return new SignedEnvelope(envelope, header, channel, signature, payload.getData());
        } catch (InvalidProtocolBufferException e) {
            throw new InvalidTransactionException(BAD_COMMON_HEADER, "The envelope's headers cannot be read.", e);
        }
    }

    /** The endorsed transaction inside. */
    public EndorsedTransaction transaction() throws InvalidTransactionException {
        if (channelHeader.getEpoch() != 0
                || signatureHeader.getNonce().isEmpty()
                || signatureHeader.getCreator().isEmpty()) {
            throw new InvalidTransactionException(BAD_COMMON_HEADER, "The headers lack a nonce or a creator.");
        }
        if (channelHeader.getType() != HeaderType.ENDORSER_TRANSACTION_VALUE) {
            throw new InvalidTransactionException(
                    UNSUPPORTED_TX_PAYLOAD, "The devnet takes endorser transactions only.");
        }
        if (!TransactionIds.of(signatureHeader).equals(channelHeader.getTxId())) {
            throw new InvalidTransactionException(
                    BAD_PROPOSAL_TXID, "The transaction identifier does not follow from nonce and creator.");
        }
        return EndorsedTransaction.read(this);
    }
}
