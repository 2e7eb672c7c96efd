package uz.muhr.contract;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.peer.ChaincodeInput;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import org.hyperledger.fabric.protos.peer.Proposal;
import org.hyperledger.fabric.protos.peer.SignedProposal;

/** A transaction as a peer sends it to a chaincode server. */
final class SentTransaction {
    private static final String CHANNEL = "documents";

    private SentTransaction() {}

    /** Of the caller, time, id and arguments that a stub has. */
    static ChaincodeMessage of(FakeStub stub) {
        ChannelHeader channel = ChannelHeader.newBuilder()
                .setType(HeaderType.ENDORSER_TRANSACTION_VALUE)
                .setChannelId(CHANNEL)
                .setTxId(stub.getTxId())
                .setTimestamp(
                        Timestamp.newBuilder().setSeconds(stub.getTxTimestamp().getEpochSecond()))
                .build();
        SignatureHeader signature = SignatureHeader.newBuilder()
                .setCreator(ByteString.copyFrom(stub.getCreator()))
                .build();
        Header header = Header.newBuilder()
                .setChannelHeader(channel.toByteString())
                .setSignatureHeader(signature.toByteString())
                .build();
        ChaincodeInput input = ChaincodeInput.newBuilder()
                .addAllArgs(stub.getArgs().stream().map(ByteString::copyFrom).toList())
                .build();
        Proposal proposal =
                Proposal.newBuilder().setHeader(header.toByteString()).build();
        return ChaincodeMessage.newBuilder()
                .setType(ChaincodeMessage.Type.TRANSACTION)
                .setChannelId(CHANNEL)
                .setTxid(stub.getTxId())
                .setPayload(input.toByteString())
                .setProposal(SignedProposal.newBuilder().setProposalBytes(proposal.toByteString()))
                .build();
    }
}
