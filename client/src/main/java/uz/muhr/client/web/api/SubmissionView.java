package uz.muhr.client.web.api;

import com.fasterxml.jackson.annotation.JsonRawValue;
import org.jspecify.annotations.Nullable;
import uz.muhr.client.commitment.ReceiptText;
import uz.muhr.client.consignment.ConsignmentText;
import uz.muhr.client.journal.Submitted;
import uz.muhr.client.submission.SealWish;
import uz.muhr.client.submission.Wish;
import uz.muhr.protocol.json.LedgerTime;

/**
 * An accepted write and how far it came.
 *
 * @param subject the id of the document, proposal or consignment that it is about
 * @param code why it was refused
 * @param reason the same in a sentence; before its end, why the last attempt did not settle it
 * @param receipt JSON; once a content is on the ledger
 * @param result what a change shows once it is on the ledger
 * @param consignment the receipt of a consignment, JSON; once that is on the ledger
 */
public record SubmissionView(
        String id,
        String kind,
        String subject,
        String state,
        String received,
        @Nullable String settled,
        int attempts,
        @Nullable String code,
        @Nullable String reason,
        @Nullable String transaction,
        @Nullable Long block,
        @JsonRawValue @Nullable String receipt,
        @Nullable Object result,
        @JsonRawValue @Nullable String consignment) {

    static SubmissionView of(Submitted submitted) {
        Submitted.Done done = submitted.state() instanceof Submitted.Done found ? found : null;
        Submitted.Refused refused = submitted.state() instanceof Submitted.Refused found ? found : null;
        String settled = null;
        if (done != null) {
            settled = LedgerTime.write(done.at());
        } else if (refused != null) {
            settled = LedgerTime.write(refused.at());
        }
        return new SubmissionView(
                submitted.id().value(),
                submitted.wish().kind(),
                submitted.wish().subject(),
                submitted.stateName(),
                LedgerTime.write(submitted.received()),
                settled,
                submitted.attempts(),
                refused == null ? null : refused.refusal().code().name(),
                reason(submitted),
                done == null ? null : done.place().transaction().hex(),
                done == null ? null : done.place().block(),
                submitted.receipt().map(ReceiptText::write).orElse(null),
                done == null ? null : result(submitted.wish(), done.answer()),
                submitted.consignment().map(ConsignmentText::write).orElse(null));
    }

    /** What a seal's write shows takes the receipt that was sent with it and is not kept. */
    private static @Nullable Object result(Wish wish, String answer) {
        return wish instanceof Wish.NewContent || wish instanceof SealWish ? null : ChangeResult.of(wish, answer);
    }

    private static @Nullable String reason(Submitted submitted) {
        if (submitted.state() instanceof Submitted.Refused refused) {
            return refused.refusal().sentence();
        }
        return submitted.state() instanceof Submitted.Received received
                ? received.why().orElse(null)
                : null;
    }
}
