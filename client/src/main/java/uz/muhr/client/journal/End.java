package uz.muhr.client.journal;

import static uz.muhr.client.journal.SubmittedRow.time;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a submission stands after an attempt.
 *
 * @param due when it is to be attempted again, unless it is settled
 */
record End(long place, Submitted submitted, Instant due) {
    /** A row of what {@link #row} gives. */
    static final String INSERT =
            "INSERT INTO ending (place, state, attempts, settled_at, code, sentence, transaction, block, answer)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";

    /** Why it is not settled; null when it is. */
    @Nullable
    String why() {
        return submitted.state() instanceof Submitted.Received received
                ? received.why().orElse(null)
                : null;
    }

    /** As it stands in the table {@code ending}, once it is settled. */
    @Nullable
    Object[] row() {
        Submitted.Done done = submitted.state() instanceof Submitted.Done found ? found : null;
        Submitted.Refused refused = submitted.state() instanceof Submitted.Refused found ? found : null;
        return new @Nullable Object[] {
            place,
            submitted.stateName(),
            submitted.attempts(),
            done != null ? time(done.at()) : refused != null ? time(refused.at()) : null,
            refused == null ? null : refused.refusal().code().name(),
            refused == null ? null : refused.refusal().sentence(),
            done == null ? null : done.place().transaction().hex(),
            done == null ? null : done.place().block(),
            done == null ? null : done.answer()
        };
    }
}
