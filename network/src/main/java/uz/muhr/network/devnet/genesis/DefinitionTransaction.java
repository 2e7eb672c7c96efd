package uz.muhr.network.devnet.genesis;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRead;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.hyperledger.fabric.protos.peer.ApplicationPolicy;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeHeaderExtension;
import org.hyperledger.fabric.protos.peer.ChaincodeID;
import org.hyperledger.fabric.protos.peer.ChaincodeInput;
import org.hyperledger.fabric.protos.peer.ChaincodeInvocationSpec;
import org.hyperledger.fabric.protos.peer.ChaincodeProposalPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeSpec;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.Response;
import org.hyperledger.fabric.protos.peer.SignedProposal;
import org.hyperledger.fabric.protos.peer.lifecycle.ChaincodeEndorsementInfo;
import org.hyperledger.fabric.protos.peer.lifecycle.ChaincodeValidationInfo;
import org.hyperledger.fabric.protos.peer.lifecycle.CommitChaincodeDefinitionArgs;
import org.hyperledger.fabric.protos.peer.lifecycle.StateData;
import org.hyperledger.fabric.protos.peer.lifecycle.StateMetadata;
import uz.muhr.network.devnet.msp.NodeKeys;
import uz.muhr.network.devnet.msp.Signer;
import uz.muhr.network.devnet.policy.ChaincodeDefinition;
import uz.muhr.network.devnet.transaction.Envelopes;
import uz.muhr.network.devnet.transaction.MalformedProposalException;
import uz.muhr.network.devnet.transaction.Proposal;
import uz.muhr.network.devnet.transaction.TransactionIds;

/**
 * The transaction of block 1, by which the organisations' peers committed the chaincode's definition: the same writes to
 * {@code _lifecycle} as Fabric's CommitChaincodeDefinition, created by the first organisation's administrator.
 */
public final class DefinitionTransaction {
    private static final List<String> FIELDS = List.of("Sequence", "EndorsementInfo", "ValidationInfo", "Collections");
    private static final int NONCE_BYTES = 24;
    private static final int OK = 200;

    private DefinitionTransaction() {}

    /** The signed envelope, endorsed by every organisation's peer. */
    public static Envelope create(String channel, ChaincodeDefinition definition, List<NodeKeys> members, Instant now) {
        Signer admin = members.get(0).admin();
        Proposal proposal = proposal(channel, definition, admin, now);
        ByteString payload = ProposalResponsePayload.newBuilder()
                .setProposalHash(proposal.hash())
                .setExtension(ChaincodeAction.newBuilder()
                        .setResults(results(definition))
                        .setResponse(Response.newBuilder().setStatus(OK))
                        .setChaincodeId(ChaincodeID.newBuilder()
                                .setName(ChaincodeDefinition.LIFECYCLE)
                                .setVersion("syscc"))
                        .build()
                        .toByteString())
                .build()
                .toByteString();
        List<Endorsement> endorsements = new ArrayList<>();
        for (NodeKeys member : members) {
            Signer peer = member.peer();
            endorsements.add(Endorsement.newBuilder()
                    .setEndorser(peer.identity())
                    .setSignature(peer.sign(payload, peer.identity()))
                    .build());
        }
        Envelope unsigned = Envelopes.unsigned(proposal, payload, endorsements);
        return unsigned.toBuilder()
                .setSignature(admin.sign(unsigned.getPayload()))
                .build();
    }

    private static Proposal proposal(String channel, ChaincodeDefinition definition, Signer admin, Instant now) {
        ChaincodeID lifecycle =
                ChaincodeID.newBuilder().setName(ChaincodeDefinition.LIFECYCLE).build();
        byte[] nonce = new byte[NONCE_BYTES];
        new SecureRandom().nextBytes(nonce);
        SignatureHeader signatureHeader = SignatureHeader.newBuilder()
                .setCreator(admin.identity())
                .setNonce(ByteString.copyFrom(nonce))
                .build();
        ChannelHeader channelHeader = ChannelHeader.newBuilder()
                .setType(HeaderType.ENDORSER_TRANSACTION_VALUE)
                .setTimestamp(Timestamp.newBuilder().setSeconds(now.getEpochSecond()))
                .setChannelId(channel)
                .setTxId(TransactionIds.of(signatureHeader))
                .setExtension(ChaincodeHeaderExtension.newBuilder()
                        .setChaincodeId(lifecycle)
                        .build()
                        .toByteString())
                .build();
        CommitChaincodeDefinitionArgs arguments = CommitChaincodeDefinitionArgs.newBuilder()
                .setSequence(1)
                .setName(definition.name())
                .setVersion(definition.version())
                .setValidationParameter(policy(definition))
                .build();
        ChaincodeInvocationSpec spec = ChaincodeInvocationSpec.newBuilder()
                .setChaincodeSpec(ChaincodeSpec.newBuilder()
                        .setChaincodeId(lifecycle)
                        .setInput(ChaincodeInput.newBuilder()
                                .addArgs(ByteString.copyFromUtf8("CommitChaincodeDefinition"))
                                .addArgs(arguments.toByteString())))
                .build();
        ByteString bytes = org.hyperledger.fabric.protos.peer.Proposal.newBuilder()
                .setHeader(Header.newBuilder()
                        .setChannelHeader(channelHeader.toByteString())
                        .setSignatureHeader(signatureHeader.toByteString())
                        .build()
                        .toByteString())
                .setPayload(ChaincodeProposalPayload.newBuilder()
                        .setInput(spec.toByteString())
                        .build()
                        .toByteString())
                .build()
                .toByteString();
        try {
            return Proposal.read(
                    SignedProposal.newBuilder().setProposalBytes(bytes).build());
        } catch (MalformedProposalException e) {
            throw new IllegalStateException("The proposal was just built.", e);
        }
    }

    private static ByteString policy(ChaincodeDefinition definition) {
        return ApplicationPolicy.newBuilder()
                .setSignaturePolicy(definition.policy())
                .build()
                .toByteString();
    }

    private static ByteString results(ChaincodeDefinition definition) {
        Map<String, ByteString> writes = new TreeMap<>();
        writes.put(definition.fieldKey("Collections"), bytes(ByteString.EMPTY));
        writes.put(
                definition.fieldKey("EndorsementInfo"),
                bytes(ChaincodeEndorsementInfo.newBuilder()
                        .setVersion(definition.version())
                        .setEndorsementPlugin("escc")
                        .build()
                        .toByteString()));
        writes.put(
                definition.sequenceKey(),
                StateData.newBuilder().setInt64(1).build().toByteString());
        writes.put(
                definition.fieldKey("ValidationInfo"),
                bytes(ChaincodeValidationInfo.newBuilder()
                        .setValidationPlugin("vscc")
                        .setValidationParameter(policy(definition))
                        .build()
                        .toByteString()));
        writes.put(
                "namespaces/metadata/" + definition.name(),
                StateMetadata.newBuilder()
                        .setDatatype("ChaincodeDefinition")
                        .addAllFields(FIELDS)
                        .build()
                        .toByteString());
        KVRWSet.Builder set = KVRWSet.newBuilder().addReads(KVRead.newBuilder().setKey(definition.sequenceKey()));
        writes.forEach(
                (key, value) -> set.addWrites(KVWrite.newBuilder().setKey(key).setValue(value)));
        return TxReadWriteSet.newBuilder()
                .setDataModel(TxReadWriteSet.DataModel.KV)
                .addNsRwset(NsReadWriteSet.newBuilder()
                        .setNamespace(ChaincodeDefinition.LIFECYCLE)
                        .setRwset(set.build().toByteString()))
                .build()
                .toByteString();
    }

    private static ByteString bytes(ByteString value) {
        return StateData.newBuilder().setBytes(value).build().toByteString();
    }
}
