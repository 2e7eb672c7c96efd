package uz.muhr.proof.transaction;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.hyperledger.fabric.protos.peer.Response;
import uz.muhr.proof.check.Check;
import uz.muhr.proof.check.Checks;
import uz.muhr.proof.configuration.Configuration;
import uz.muhr.proof.identity.Member;
import uz.muhr.proof.identity.NodeRole;
import uz.muhr.proof.message.ChannelPayload;
import uz.muhr.proof.message.Digest;
import uz.muhr.protocol.identifier.MspId;

/**
 * One call of the chaincode, and what it came to. Reading it shows that the proposal, the answer and the id belong
 * together; who signed them is asked for afterwards.
 */
public final class EndorsedTransaction {
    private final TransactionParts parts;
    private final StateAccess state;

    private EndorsedTransaction(TransactionParts parts, StateAccess state) {
        this.parts = parts;
        this.state = state;
    }

    /**
     * Reads it.
     *
     * @param payload what its creator signs
     * @param chaincode which it has to have called
     */
    public static EndorsedTransaction read(ChannelPayload payload, String chaincode, Checks checks) {
        TransactionParts parts = TransactionParts.read(payload, checks);
        String id = Digest.hex(ByteString.copyFrom(Digest.of(
                parts.signatureHeader().getNonce(), parts.signatureHeader().getCreator())));
        checks.require(
                Check.TRANSACTION_ID,
                parts.payload().channelHeader().getTxId().equals(id),
                () -> "A transaction's id has to be " + id + ", by its creator and nonce; it says another.");
        checks.require(
                Check.PROPOSAL_HASH,
                parts.responsePayload().getProposalHash().equals(parts.proposalHash()),
                () -> "What transaction " + id + " asked is not what was endorsed.");
        checks.require(
                Check.CHAINCODE,
                "the trust file",
                parts.chaincodes().stream().allMatch(chaincode::equals),
                () -> "Chaincode " + chaincode + " has to be called; transaction " + id + " calls another.");
        return new EndorsedTransaction(parts, StateAccess.read(parts.result().getResults(), chaincode, checks));
    }

    /**
     * Reads one that was never ordered: an answer with its endorsements.
     *
     * @param payload as its creator would have signed it ({@code common.Payload})
     * @param channel which it has to be of
     * @param chaincode which it has to have called
     */
    public static EndorsedTransaction readAnswer(ByteString payload, String channel, String chaincode, Checks checks) {
        return read(ChannelPayload.read(payload, channel, Check.TRANSACTION_FORM, checks), chaincode, checks);
    }

    public String id() {
        return parts.payload().channelHeader().getTxId();
    }

    /** The creator's claim, which the endorsing chaincodes held against their clocks. */
    public Instant time() {
        Timestamp claimed = parts.payload().channelHeader().getTimestamp();
        return Instant.ofEpochSecond(claimed.getSeconds(), claimed.getNanos());
    }

    /** The function's name, then its arguments. */
    public List<ByteString> call() {
        return parts.call();
    }

    public Response answer() {
        return parts.result().getResponse();
    }

    /** What it read and wrote of the chaincode's state. */
    public StateAccess state() {
        return state;
    }

    /**
     * Goes on only when the creator, a client, signed it.
     *
     * @param signature over the payload
     * @return the creator
     */
    public Member requireSigned(ByteString signature, Configuration configuration, Checks checks) {
        SerializedIdentity creator = parts.creator();
        MspId organisation = TransactionParts.organisation(creator);
        Member member =
                configuration.membership(organisation, Check.CREATOR_SIGNATURE).member(creator.getIdBytes(), checks);
        member.requireActing(NodeRole.CLIENT, time(), checks);
        checks.require(
                Check.CREATOR_SIGNATURE,
                "a client of " + organisation,
                member.signed(signature, parts.payload().text()),
                () -> "The creator of transaction " + id() + " has not signed it.");
        return member;
    }

    /**
     * Goes on only when peers of so many of some organisations endorsed it. Each endorsement has to be right.
     *
     * @return the organisations whose peers did
     */
    public SortedSet<MspId> requireEndorsed(Majority majority, Configuration configuration, Checks checks) {
        SortedSet<MspId> organisations = Endorsements.requireRight(parts, time(), configuration, checks);
        majority.requireAmong(organisations, id(), checks);
        return organisations;
    }
}
