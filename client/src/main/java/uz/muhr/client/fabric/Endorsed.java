package uz.muhr.client.fabric;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.hyperledger.fabric.client.Status;
import org.hyperledger.fabric.client.SubmitException;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import uz.muhr.protocol.identifier.TransactionId;

/** A transaction that enough peers have endorsed and that is not ordered yet. Dropping it leaves no trace. */
public final class Endorsed {
    /** The gateway it is sent through first: what became of it, that one learns soonest. */
    private final Peers peers;

    private final Transaction transaction;

    Endorsed(Peers peers, Transaction transaction) {
        this.peers = peers;
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
     * Has it ordered, and waits until it is committed: at most 40 s. It is sent once; what became of it is asked of each
     * gateway in turn.
     *
     * @return the number of the block
     * @throws ConflictException when another transaction came first: nothing was written
     * @throws OutcomeUnknownException when it was sent and nobody said what became of it
     */
    public long commit() {
        try {
            transaction.submitAsync(Deadlines.by(Deadlines.in(Deadlines.SUBMIT)));
        } catch (SubmitException e) {
            // It may have reached an orderer all the same: only the status can tell.
            return blockOf(outcome(Deadlines.SUBMIT));
        }
        return blockOf(outcome(Deadlines.COMMIT));
    }

    private Status outcome(Duration within) {
        try {
            return peers.first(within, (peer, deadline) -> peer.outcome(deadline, transaction.getTransactionId()))
                    .value();
        } catch (LedgerUnavailableException e) {
            throw new OutcomeUnknownException(id(), e);
        }
    }

    private long blockOf(Status status) {
        if (status.isSuccessful()) {
            return status.getBlockNumber();
        }
        TxValidationCode code = status.getCode();
        throw switch (code) {
            // A policy set in the same block makes a later write fail with 10, on a fully endorsed transaction.
            case MVCC_READ_CONFLICT, PHANTOM_READ_CONFLICT, ENDORSEMENT_POLICY_FAILURE ->
                new ConflictException(code.name());
            // Ordered twice: this says nothing of the first, which may be valid.
            case DUPLICATE_TXID -> new OutcomeUnknownException(id(), Failures.invalid(code));
            default -> Failures.invalid(code);
        };
    }
}
