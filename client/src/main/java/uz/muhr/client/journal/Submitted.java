package uz.muhr.client.journal;

import java.time.Instant;
import java.util.Optional;
import uz.muhr.client.commitment.Place;
import uz.muhr.client.commitment.Receipt;
import uz.muhr.client.consignment.ConsignmentReceipt;
import uz.muhr.client.submission.SealWish;
import uz.muhr.client.submission.Wish;
import uz.muhr.protocol.refusal.Refusal;

/**
 * An accepted wish and how far it came.
 *
 * @param attempts how often it was tried so far
 */
public record Submitted(SubmissionId id, Wish wish, Instant received, int attempts, State state) {

    /** How far it came. Both ends are final. */
    public sealed interface State {}

    /**
     * It waits, or is under way.
     *
     * @param why why the last attempt did not settle it; empty before that
     */
    public record Received(Optional<String> why) implements State {}

    /**
     * It is on the ledger.
     *
     * @param answer what the contract answered; empty for a document that was anchored
     */
    public record Done(Instant at, Place place, String answer) implements State {}

    /** It is not on the ledger and will not be. */
    public record Refused(Instant at, Refusal refusal) implements State {}

    public boolean settled() {
        return !(state instanceof Received);
    }

    /** One word for the state, as it is stored and shown. */
    public String stateName() {
        if (state instanceof Received) {
            return "RECEIVED";
        }
        if (state instanceof Refused) {
            return "REFUSED";
        }
        return wish instanceof Wish.NewContent ? "ANCHORED" : "DONE";
    }

    /** The whole receipt of a content that is on the ledger. */
    public Optional<Receipt> receipt() {
        return wish instanceof Wish.NewContent content && state instanceof Done done
                ? Optional.of(content.receipt().anchoredAt(done.place))
                : Optional.empty();
    }

    /** The whole receipt of a consignment that is on the ledger. */
    public Optional<ConsignmentReceipt> consignment() {
        return wish instanceof SealWish.Open open && state instanceof Done done
                ? Optional.of(open.receipt().openedAt(done.place))
                : Optional.empty();
    }
}
