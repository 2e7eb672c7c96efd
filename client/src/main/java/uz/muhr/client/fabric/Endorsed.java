package uz.muhr.client.fabric;

import java.nio.charset.StandardCharsets;
import java.security.ProviderException;
import org.hyperledger.fabric.client.SubmitException;
import org.hyperledger.fabric.client.Transaction;
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
     * Has it ordered: within 10 s, and once.
     *
     * @throws TooLargeException when the orderers take no transaction of this size: nothing was written
     * @throws LedgerUnavailableException when the user's key does not sign: nothing was sent
     */
    public Sent send() {
        try {
            transaction.submitAsync(Deadlines.by(Deadlines.in(Deadlines.SUBMIT)));
            return new Sent(peers, id(), Deadlines.COMMIT);
        } catch (ProviderException e) {
            throw Failures.unsigned(e);
        } catch (SubmitException e) {
            if (Failures.tooLarge(e)) {
                throw new TooLargeException(e);
            }
            // It may have reached an orderer all the same: only the status can tell.
            return new Sent(peers, id(), Deadlines.SUBMIT);
        }
    }

    /**
     * Has it ordered, and waits until it is committed: at most 40 s.
     *
     * @return the number of the block
     * @throws ConflictException when another transaction came first: nothing was written
     * @throws OutcomeUnknownException when it was sent and nobody said what became of it
     */
    public long commit() {
        return send().block();
    }
}
