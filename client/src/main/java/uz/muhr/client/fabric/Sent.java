package uz.muhr.client.fabric;

import java.time.Duration;
import org.hyperledger.fabric.client.Status;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import uz.muhr.protocol.identifier.TransactionId;

/** A transaction that was given to the orderers, or may have been; what became of it can be asked. */
public final class Sent {
    private final Peers peers;
    private final TransactionId transaction;
    private final Duration patience;

    Sent(Peers peers, TransactionId transaction, Duration patience) {
        this.peers = peers;
        this.transaction = transaction;
        this.patience = patience;
    }

    /**
     * Waits until it is committed; each gateway is asked in turn.
     *
     * @return the number of the block
     * @throws ConflictException when another transaction came first: nothing was written
     * @throws LedgerUnavailableException when the network took it for invalid: nothing was written
     * @throws OutcomeUnknownException when nobody said what became of it
     */
    public long block() {
        Status status;
        try {
            status = peers.first(patience, (peer, deadline) -> peer.outcome(deadline, transaction.hex()))
                    .value();
        } catch (LedgerUnavailableException e) {
            throw new OutcomeUnknownException(transaction, e);
        }
        if (status.isSuccessful()) {
            return status.getBlockNumber();
        }
        TxValidationCode code = status.getCode();
        throw switch (code) {
            // A policy set in the same block makes a later write fail with 10, on a fully endorsed transaction.
            case MVCC_READ_CONFLICT, PHANTOM_READ_CONFLICT, ENDORSEMENT_POLICY_FAILURE ->
                new ConflictException(code.name());
            // Ordered twice: this says nothing of the first, which may be valid.
            case DUPLICATE_TXID -> new OutcomeUnknownException(transaction, Failures.invalid(code));
            default -> Failures.invalid(code);
        };
    }
}
