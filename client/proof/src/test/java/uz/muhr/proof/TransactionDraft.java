package uz.muhr.proof;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeEndorsedAction;
import org.hyperledger.fabric.protos.peer.ChaincodeHeaderExtension;
import org.hyperledger.fabric.protos.peer.ChaincodeID;
import org.hyperledger.fabric.protos.peer.ChaincodeInput;
import org.hyperledger.fabric.protos.peer.ChaincodeInvocationSpec;
import org.hyperledger.fabric.protos.peer.ChaincodeProposalPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeSpec;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.Response;
import org.hyperledger.fabric.protos.peer.Transaction;
import org.hyperledger.fabric.protos.peer.TransactionAction;
import uz.muhr.proof.message.Digest;

/**
 * A transaction under construction. Whatever is changed before a hash or signature is made is covered by it, so that an
 * attacker with the keys is played; what is changed after it is not.
 */
public final class TransactionDraft {
    public static final String CHANNEL = "documents";
    public static final String CHAINCODE = "muhr";

    public String channel = CHANNEL;
    public int type = HeaderType.ENDORSER_TRANSACTION_VALUE;
    public Instant time;
    public TestIdentity creator;
    public List<TestIdentity> endorsers;

    /** In the header, in the call, in the answer. */
    public final String[] chaincodes = {CHAINCODE, CHAINCODE, CHAINCODE};

    public final List<String> call = new ArrayList<>();
    public final KVRWSet.Builder state = KVRWSet.newBuilder();
    public Response response = Response.newBuilder().setStatus(200).build();

    /** What it read and wrote, changed. */
    public UnaryOperator<KVRWSet> stateChange = made -> made;

    /** The namespaces whose state it touches; the last is the one it writes. */
    public UnaryOperator<TxReadWriteSet> results = made -> made;

    private final ByteString nonce;
    private final Map<Part, UnaryOperator<ByteString>> changes = new EnumMap<>(Part.class);

    public TransactionDraft(String nonce, TestIdentity creator, Instant time, List<TestIdentity> endorsers) {
        this.nonce = ByteString.copyFromUtf8(nonce);
        this.creator = creator;
        this.time = time;
        this.endorsers = new ArrayList<>(endorsers);
    }

    /** Has one part changed where it is made. */
    public TransactionDraft change(Part part, UnaryOperator<ByteString> change) {
        changes.put(part, change);
        return this;
    }

    public String id() {
        return Digest.hex(ByteString.copyFrom(Digest.of(nonce, creator.serialized())));
    }

    private ByteString part(Part part, ByteString made) {
        return changes.getOrDefault(part, unchanged -> unchanged).apply(made);
    }

    private ByteString signatureHeader() {
        return part(
                Part.SIGNATURE_HEADER,
                SignatureHeader.newBuilder()
                        .setCreator(part(Part.CREATOR, creator.serialized()))
                        .setNonce(nonce)
                        .build()
                        .toByteString());
    }

    private ByteString channelHeader() {
        ByteString extension = ChaincodeHeaderExtension.newBuilder()
                .setChaincodeId(ChaincodeID.newBuilder().setName(chaincodes[0]))
                .build()
                .toByteString();
        return part(
                Part.CHANNEL_HEADER,
                ChannelHeader.newBuilder()
                        .setType(type)
                        .setChannelId(channel)
                        .setTxId(id())
                        .setTimestamp(Timestamp.newBuilder()
                                .setSeconds(time.getEpochSecond())
                                .setNanos(time.getNano()))
                        .setExtension(part(Part.EXTENSION, extension))
                        .build()
                        .toByteString());
    }

    private ByteString proposal() {
        ChaincodeInput.Builder input = ChaincodeInput.newBuilder();
        call.forEach(argument -> input.addArgs(ByteString.copyFromUtf8(argument)));
        ByteString specification = ChaincodeInvocationSpec.newBuilder()
                .setChaincodeSpec(ChaincodeSpec.newBuilder()
                        .setChaincodeId(ChaincodeID.newBuilder().setName(chaincodes[1]))
                        .setInput(input))
                .build()
                .toByteString();
        return part(
                Part.PROPOSAL,
                ChaincodeProposalPayload.newBuilder()
                        .setInput(part(Part.CALL, specification))
                        .build()
                        .toByteString());
    }

    private ByteString response(ByteString proposal) {
        TxReadWriteSet accessed = TxReadWriteSet.newBuilder()
                .addNsRwset(NsReadWriteSet.newBuilder()
                        .setNamespace("_lifecycle")
                        .setRwset(KVRWSet.getDefaultInstance().toByteString()))
                .addNsRwset(NsReadWriteSet.newBuilder()
                        .setNamespace(CHAINCODE)
                        .setRwset(stateChange.apply(state.build()).toByteString()))
                .build();
        ByteString answer = ChaincodeAction.newBuilder()
                .setResults(part(Part.RESULTS, results.apply(accessed).toByteString()))
                .setResponse(response)
                .setChaincodeId(ChaincodeID.newBuilder().setName(chaincodes[2]))
                .build()
                .toByteString();
        return part(
                Part.RESPONSE,
                ProposalResponsePayload.newBuilder()
                        .setProposalHash(ByteString.copyFrom(Digest.of(channelHeader(), signatureHeader(), proposal)))
                        .setExtension(part(Part.ANSWER, answer))
                        .build()
                        .toByteString());
    }

    /** What the creator signs; for an answer that was never submitted, all there is. */
    public ByteString payload() {
        ByteString proposal = proposal();
        ByteString response = response(proposal);
        ChaincodeEndorsedAction.Builder endorsed =
                ChaincodeEndorsedAction.newBuilder().setProposalResponsePayload(part(Part.ENDORSED_RESPONSE, response));
        for (TestIdentity endorser : endorsers) {
            endorsed.addEndorsements(Endorsement.newBuilder()
                    .setEndorser(endorser.serialized())
                    .setSignature(endorser.sign(response, endorser.serialized())));
        }
        ByteString action = ChaincodeActionPayload.newBuilder()
                .setChaincodeProposalPayload(part(Part.ENDORSED_PROPOSAL, proposal))
                .setAction(endorsed)
                .build()
                .toByteString();
        ByteString transaction = Transaction.newBuilder()
                .addActions(TransactionAction.newBuilder()
                        .setHeader(part(Part.ACTION_HEADER, signatureHeader()))
                        .setPayload(part(Part.ACTION, action)))
                .build()
                .toByteString();
        return part(
                Part.PAYLOAD,
                Payload.newBuilder()
                        .setHeader(Header.newBuilder()
                                .setChannelHeader(channelHeader())
                                .setSignatureHeader(signatureHeader()))
                        .setData(part(Part.TRANSACTION, transaction))
                        .build()
                        .toByteString());
    }

    /** As it stands in a block. */
    public ByteString envelope() {
        ByteString payload = payload();
        ByteString envelope = Envelope.newBuilder()
                .setPayload(part(Part.SIGNED_PAYLOAD, payload))
                .setSignature(part(Part.SIGNATURE, creator.sign(payload)))
                .build()
                .toByteString();
        return part(Part.ENVELOPE, envelope);
    }
}
