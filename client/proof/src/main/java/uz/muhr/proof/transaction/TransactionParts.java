package uz.muhr.proof.transaction;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import java.time.Instant;
import java.util.List;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeHeaderExtension;
import org.hyperledger.fabric.protos.peer.ChaincodeInvocationSpec;
import org.hyperledger.fabric.protos.peer.ChaincodeProposalPayload;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.Transaction;
import org.hyperledger.fabric.protos.peer.TransactionAction;
import uz.muhr.proof.check.Check;
import uz.muhr.proof.check.Checks;
import uz.muhr.proof.check.UnprovenException;
import uz.muhr.proof.message.ChannelPayload;
import uz.muhr.proof.message.Digest;
import uz.muhr.proof.message.OneForm;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.refusal.Refusal;

/**
 * A transaction taken apart, every message in its one form (fabric-protos peer/transaction.proto, peer/proposal.proto).
 *
 * @param payload what the creator signs
 * @param responseText the bytes that the endorsers sign, each followed by its own identity
 */
record TransactionParts(
        ChannelPayload payload,
        ChaincodeHeaderExtension extension,
        SignatureHeader signatureHeader,
        SerializedIdentity creator,
        ChaincodeInvocationSpec specification,
        ByteString proposalHash,
        ByteString responseText,
        ProposalResponsePayload responsePayload,
        ChaincodeAction result,
        List<Endorsement> endorsements) {

    private static final long LAST_SECOND =
            Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();
    private static final int NANOS_OF_A_SECOND = 1_000_000_000;

    TransactionParts {
        endorsements = List.copyOf(endorsements);
    }

    static TransactionParts read(ChannelPayload signed, Checks checks) {
        OneForm form = new OneForm(checks, Check.TRANSACTION_FORM);
        Payload payload = signed.payload();
        ByteString channelText = payload.getHeader().getChannelHeader();
        ByteString signatureText = payload.getHeader().getSignatureHeader();
        ChannelHeader channelHeader = signed.channelHeader();
        checks.require(
                Check.TRANSACTION_FORM,
                isTime(channelHeader.getTimestamp()),
                () -> "A transaction has to state its time; this one states none that exists.");
        SignatureHeader signatureHeader = form.read(SignatureHeader.parser(), signatureText, "a signature header");
        Transaction transaction = form.read(Transaction.parser(), payload.getData(), "a transaction");
        checks.require(
                Check.TRANSACTION_FORM,
                channelHeader.getType() == HeaderType.ENDORSER_TRANSACTION_VALUE && transaction.getActionsCount() == 1,
                () -> "A transaction has to be one call of a chaincode; this one is something else.");
        TransactionAction action = transaction.getActions(0);
        checks.require(
                Check.TRANSACTION_FORM,
                action.getHeader().equals(signatureText),
                () -> "The two headers of a transaction have to be the same; they differ.");
        ChaincodeActionPayload content =
                form.read(ChaincodeActionPayload.parser(), action.getPayload(), "an endorsed action");
        ByteString proposalText = content.getChaincodeProposalPayload();
        ChaincodeProposalPayload proposal = form.read(ChaincodeProposalPayload.parser(), proposalText, "a proposal");
        checks.require(
                Check.TRANSACTION_FORM,
                proposal.getTransientMapCount() == 0,
                () -> "A proposal in a transaction may carry nothing that is not hashed; this one does.");
        ByteString responseText = content.getAction().getProposalResponsePayload();
        ProposalResponsePayload response =
                form.read(ProposalResponsePayload.parser(), responseText, "an endorsed response");
        return new TransactionParts(
                signed,
                form.read(ChaincodeHeaderExtension.parser(), channelHeader.getExtension(), "a header's extension"),
                signatureHeader,
                form.read(SerializedIdentity.parser(), signatureHeader.getCreator(), "a creator's identity"),
                form.read(ChaincodeInvocationSpec.parser(), proposal.getInput(), "a call"),
                ByteString.copyFrom(Digest.of(channelText, signatureText, proposalText)),
                responseText,
                response,
                form.read(ChaincodeAction.parser(), response.getExtension(), "an answer"),
                content.getAction().getEndorsementsList());
    }

    /** From 1970 to 9999, as protobuf's own rules have it (google/protobuf/timestamp.proto). */
    private static boolean isTime(Timestamp claimed) {
        return claimed.getSeconds() >= 0
                && claimed.getSeconds() <= LAST_SECOND
                && claimed.getNanos() >= 0
                && claimed.getNanos() < NANOS_OF_A_SECOND;
    }

    /** The chaincode's name in the header, in the call and in the answer. */
    List<String> chaincodes() {
        return List.of(
                extension.getChaincodeId().getName(),
                specification.getChaincodeSpec().getChaincodeId().getName(),
                result.getChaincodeId().getName());
    }

    List<ByteString> call() {
        return specification.getChaincodeSpec().getInput().getArgsList();
    }

    /** The organisation in whose name an identity speaks. */
    static MspId organisation(SerializedIdentity identity) {
        try {
            return new MspId(identity.getMspid());
        } catch (Refusal refusal) {
            throw new UnprovenException(Check.TRANSACTION_FORM, refusal.sentence(), refusal);
        }
    }
}
