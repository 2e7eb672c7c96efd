package uz.muhr.client.submission;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uz.muhr.protocol.identifier.TransactionId;

/** The transactions that were sent for one write and of which nobody knows yet what became. */
public final class Sendings {
    /** An orderer forgets a request that it has not ordered within 3 minutes (SmartBFT's request pool); and a margin. */
    private static final Duration LATEST_ORDERING = Duration.ofMinutes(4);

    /**
     * A transaction that was sent.
     *
     * @param answer what the contract answered, which holds if the transaction is committed as valid
     */
    public record Sending(TransactionId transaction, String answer, Instant at) {}

    /** Where they are noted, so that whoever takes over knows what may be on the ledger. */
    public interface Book {
        /** Called before the transaction is sent; it has to be safe when this returns. */
        void sending(Sending sending);

        /** The transaction is known to be invalid, so it says nothing any more. */
        void invalid(TransactionId transaction);
    }

    /** For a write that ends with the process that makes it. */
    private static final Book NONE = new Book() {
        @Override
        public void sending(Sending sending) {}

        @Override
        public void invalid(TransactionId transaction) {}
    };

    private final Map<TransactionId, Sending> open = new LinkedHashMap<>();
    private final Book book;

    /** With those of earlier attempts. */
    public Sendings(Collection<Sending> earlier, Book book) {
        earlier.forEach(sending -> open.put(sending.transaction(), sending));
        this.book = book;
    }

    static Sendings none() {
        return new Sendings(List.of(), NONE);
    }

    void add(TransactionId transaction, String answer) {
        Sending sending = new Sending(transaction, answer, Instant.now());
        book.sending(sending);
        open.put(transaction, sending);
    }

    void invalid(TransactionId transaction) {
        book.invalid(transaction);
        open.remove(transaction);
    }

    /** All of them, the earliest first. */
    public List<Sending> open() {
        return new ArrayList<>(open.values());
    }

    /** One that may still be ordered, or have been. */
    Optional<Sending> pending(Instant now) {
        return open.values().stream()
                .filter(sending -> sending.at().plus(LATEST_ORDERING).isAfter(now))
                .findFirst();
    }
}
