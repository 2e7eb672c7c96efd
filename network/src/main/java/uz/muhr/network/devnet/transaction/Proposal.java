package uz.muhr.network.devnet.transaction;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.peer.ChaincodeHeaderExtension;
import org.hyperledger.fabric.protos.peer.ChaincodeInput;
import org.hyperledger.fabric.protos.peer.ChaincodeInvocationSpec;
import org.hyperledger.fabric.protos.peer.ChaincodeProposalPayload;
import org.hyperledger.fabric.protos.peer.SignedProposal;
import uz.muhr.network.devnet.msp.Digests;

/**
 * A signed proposal taken apart.
 *
 * @param publicPayload the chaincode proposal payload without its transient map, as it goes into the transaction
 */
public record Proposal(
        SignedProposal signed,
        Header header,
        ChannelHeader channelHeader,
        SignatureHeader signatureHeader,
        String chaincode,
        ChaincodeInput input,
        ByteString publicPayload,
        boolean hasTransientData) {
    /** Takes a proposal apart; a part that is missing or unreadable is named. */
    public static Proposal read(SignedProposal signed) throws MalformedProposalException {
        try {
            var proposal = org.hyperledger.fabric.protos.peer.Proposal.parseFrom(signed.getProposalBytes());
            Header header = Header.parseFrom(proposal.getHeader());
            ChannelHeader channelHeader = ChannelHeader.parseFrom(header.getChannelHeader());
            ChaincodeProposalPayload payload = ChaincodeProposalPayload.parseFrom(proposal.getPayload());
            ChaincodeInvocationSpec spec = ChaincodeInvocationSpec.parseFrom(payload.getInput());
            String named = ChaincodeHeaderExtension.parseFrom(channelHeader.getExtension())
                    .getChaincodeId()
                    .getName();
            if (named.isEmpty()) {
                throw new MalformedProposalException("ChaincodeHeaderExtension.ChaincodeId.Name is empty");
            }
            if (!spec.hasChaincodeSpec()) {
                throw new MalformedProposalException("chaincode invocation spec did not contain chaincode spec");
            }
            if (!spec.getChaincodeSpec().hasInput()) {
                throw new MalformedProposalException("chaincode input did not contain any input");
            }
            return new Proposal(
                    signed,
                    header,
                    channelHeader,
                    SignatureHeader.parseFrom(header.getSignatureHeader()),
                    named,
                    spec.getChaincodeSpec().getInput(),
                    ChaincodeProposalPayload.newBuilder()
                            .setInput(payload.getInput())
                            .build()
                            .toByteString(),
                    payload.getTransientMapCount() > 0);
        } catch (InvalidProtocolBufferException e) {
            throw new MalformedProposalException("error unmarshalling the proposal: " + e.getMessage(), e);
        }
    }

    /** The channel the proposal is for. */
    public String channel() {
        return channelHeader.getChannelId();
    }

    /** The transaction identifier the proposal claims. */
    public String transactionId() {
        return channelHeader.getTxId();
    }

    /** What endorsers put into their answer: SHA-256(channel header || signature header || payload without transient). */
    public ByteString hash() {
        return ByteString.copyFrom(
                Digests.sha256(header.getChannelHeader(), header.getSignatureHeader(), publicPayload));
    }
}
