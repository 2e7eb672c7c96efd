package uz.muhr.client.submission;

import java.security.SecureRandom;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import uz.muhr.client.commitment.Place;
import uz.muhr.client.commitment.Receipt;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.client.fabric.LedgerUnavailableException;
import uz.muhr.client.fabric.OutcomeUnknownException;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.identifier.TransactionId;
import uz.muhr.protocol.record.DocumentRecord;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

/**
 * Puts another file in a document's place, under a new number or the same. As with a submission the receipt of the new file
 * lies on disk before anything is sent, so that doing it again finds or makes the same record.
 */
public final class NewPaper {
    private final Ledger ledger;
    private final SecureRandom random;

    public NewPaper(Ledger ledger, SecureRandom random) {
        this.ledger = ledger;
        this.random = random;
    }

    /**
     * A new number takes a document's place and inherits what is left of its quantity.
     *
     * @param order the new document; of the old one's type, and without a quantity of its own
     * @param expected the version of the old record that was seen
     */
    public Outcome replace(Order order, DocumentId replaced, long expected) {
        return settle(order, receipt -> new Wish.Replace(receipt, replaced, expected));
    }

    /**
     * Another content under the same number (UNTDID 1225 code 18); the old content reads SUPERSEDED from then on.
     *
     * @param order the same type and number with another file
     * @param expected the version of the record that was seen
     */
    public Outcome reissue(Order order, long expected) {
        return settle(order, receipt -> new Wish.NewIssue(receipt, expected));
    }

    private Outcome settle(Order order, Function<Receipt, Wish> wish) {
        Pending pending;
        try {
            pending = Pending.of(order, ledger.organisation(), random);
        } catch (Refusal refusal) {
            return new Outcome.Refused(order, refusal);
        }
        try {
            Optional<Place> earlier = pending.fresh() ? Optional.empty() : place(pending.receipt());
            if (earlier.isPresent()) {
                return pending.anchored(earlier.get(), true);
            }
            return pending.anchored(
                    new Attempts(ledger, Stages.UNWATCHED)
                            .settle(wish.apply(pending.receipt()))
                            .place(),
                    false);
        } catch (LedgerUnavailableException e) {
            return pending.notSent(e.sentence());
        } catch (OutcomeUnknownException e) {
            return find(pending, e.sentence());
        } catch (Refusal refusal) {
            return pending.refused(refusal);
        }
    }

    private Outcome find(Pending pending, String otherwise) {
        try {
            return place(pending.receipt())
                    .map(found -> pending.anchored(found, true))
                    .orElseGet(() -> pending.unknown(otherwise));
        } catch (LedgerUnavailableException | Refusal e) {
            return pending.unknown(otherwise);
        }
    }

    /** Where this very content came onto the ledger under this receipt's number; empty when it is not there. */
    private Optional<Place> place(Receipt receipt) {
        try {
            return ledger.history(receipt.documentId()).value().versions().newestFirst().stream()
                    .filter(version -> version.commitment().equals(receipt.commitment()))
                    .min(Comparator.comparing(DocumentRecord::sequence))
                    .map(version -> version.changed().transaction())
                    .map(this::placeOf);
        } catch (Refusal refusal) {
            if (refusal.code() == ErrorCode.UNKNOWN_DOCUMENT) {
                return Optional.empty();
            }
            throw refusal;
        }
    }

    private Place placeOf(TransactionId transaction) {
        return new Place(transaction, ledger.blockOf(transaction));
    }
}
