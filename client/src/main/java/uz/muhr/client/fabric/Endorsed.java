package uz.muhr.client.fabric;

import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import org.hyperledger.fabric.client.CommitStatusException;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.Status;
import org.hyperledger.fabric.client.SubmitException;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.client.identity.Identity;
import org.hyperledger.fabric.protos.gateway.CommitStatusRequest;
import org.hyperledger.fabric.protos.gateway.SignedCommitStatusRequest;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import uz.muhr.protocol.identifier.TransactionId;

/** A transaction that enough peers have endorsed and that is not ordered yet. Dropping it leaves no trace. */
public final class Endorsed {
    private final Gateway gateway;
    private final String channel;
    private final Transaction transaction;

    Endorsed(Gateway gateway, String channel, Transaction transaction) {
        this.gateway = gateway;
        this.channel = channel;
        this.transaction = transaction;
    }

    public TransactionId id() {
        return new TransactionId(transaction.getTransactionId());
    }

    /** What the contract answered, which holds once the transaction is committed as valid. */
    public String answer() {
        return new String(transaction.getResult(), StandardCharsets.UTF_8);
    }

    /**
     * Has it ordered, and waits until it is committed.
     *
     * @return the number of the block
     * @throws ConflictException when another transaction came first: nothing was written
     * @throws OutcomeUnknownException when it was sent and nobody said what became of it
     */
    public long commit() {
        try {
            return blockOf(transaction
                    .submitAsync(Deadlines.within(Deadlines.SUBMIT))
                    .getStatus(Deadlines.within(Deadlines.COMMIT)));
        } catch (SubmitException e) {
            return askAfter(e);
        } catch (CommitStatusException e) {
            throw new OutcomeUnknownException(id(), e);
        }
    }

    /** A failed submission may have reached an orderer all the same: only the status can tell. */
    private long askAfter(SubmitException failure) {
        try {
            return blockOf(gateway.newCommit(statusRequest()).getStatus(Deadlines.within(Deadlines.SUBMIT)));
        } catch (CommitStatusException e) {
            e.addSuppressed(failure);
            throw new OutcomeUnknownException(id(), e);
        }
    }

    /** As the SDK makes it when a submission succeeded; it signs it before it asks. */
    private byte[] statusRequest() {
        Identity identity = gateway.getIdentity();
        SerializedIdentity creator = SerializedIdentity.newBuilder()
                .setMspid(identity.getMspId())
                .setIdBytes(ByteString.copyFrom(identity.getCredentials()))
                .build();
        CommitStatusRequest request = CommitStatusRequest.newBuilder()
                .setChannelId(channel)
                .setTransactionId(transaction.getTransactionId())
                .setIdentity(creator.toByteString())
                .build();
        return SignedCommitStatusRequest.newBuilder()
                .setRequest(request.toByteString())
                .build()
                .toByteArray();
    }

    private static long blockOf(Status status) {
        if (status.isSuccessful()) {
            return status.getBlockNumber();
        }
        TxValidationCode code = status.getCode();
        throw switch (code) {
            // A policy set in the same block makes a later write fail with 10, on a fully endorsed transaction.
            case MVCC_READ_CONFLICT, PHANTOM_READ_CONFLICT, ENDORSEMENT_POLICY_FAILURE ->
                new ConflictException(code.name());
            default -> Failures.invalid(code);
        };
    }
}
