package uz.muhr.client.fabric;

import java.io.Serial;
import uz.muhr.protocol.identifier.TransactionId;

/** A transaction was sent and nobody said what became of it: it may be committed, now or later. */
public final class OutcomeUnknownException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient TransactionId transaction;
    private final String sentence;

    /** @param cause why nobody said it */
    public OutcomeUnknownException(TransactionId transaction, Throwable cause) {
        this(transaction, "It is not known whether transaction " + transaction + " was committed.", cause);
    }

    private OutcomeUnknownException(TransactionId transaction, String sentence, Throwable cause) {
        super(sentence, cause);
        this.transaction = transaction;
        this.sentence = sentence;
    }

    /** What was sent. */
    public TransactionId transaction() {
        return transaction;
    }

    /** The message, for a person. */
    public String sentence() {
        return sentence;
    }
}
