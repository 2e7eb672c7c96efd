package uz.muhr.client.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uz.muhr.client.commitment.Place;
import uz.muhr.client.commitment.Receipt;
import uz.muhr.client.submission.Outcome;

/**
 * What became of one file, for a program.
 *
 * @param outcome ANCHORED, REFUSED, NOT_SENT (nothing was sent) or UNKNOWN (nobody can say; submit again)
 * @param receipt where the receipt lies
 * @param code why it was refused
 */
record OutcomeView(
        String file,
        String outcome,
        @Nullable String document,
        @Nullable String transaction,
        @Nullable Long block,
        @Nullable String receipt,
        @Nullable String code,
        @Nullable String sentence) {

    static OutcomeView of(Outcome outcome) {
        String file = outcome.order().name();
        String receiptFile = outcome.order().receipt().path().toString();
        if (outcome instanceof Outcome.Anchored anchored) {
            Receipt receipt = anchored.receipt();
            Place place = receipt.place().orElseThrow();
            return new OutcomeView(
                    file,
                    "ANCHORED",
                    receipt.documentId().hex(),
                    place.transaction().hex(),
                    place.block(),
                    receiptFile,
                    null,
                    null);
        }
        if (outcome instanceof Outcome.Refused refused) {
            return new OutcomeView(
                    file,
                    "REFUSED",
                    null,
                    null,
                    null,
                    null,
                    refused.refusal().code().name(),
                    refused.refusal().sentence());
        }
        if (outcome instanceof Outcome.NotSent notSent) {
            return new OutcomeView(file, "NOT_SENT", null, null, null, null, null, notSent.sentence());
        }
        Outcome.Unknown unknown = (Outcome.Unknown) outcome;
        return new OutcomeView(file, "UNKNOWN", null, null, null, null, null, unknown.sentence());
    }

    /** The same for a person. */
    static List<String> lines(Outcome outcome) {
        OutcomeView view = of(outcome);
        if (outcome instanceof Outcome.Anchored anchored) {
            Receipt receipt = anchored.receipt();
            return List.of(
                    "ANCHORED  " + view.file + (anchored.before() ? "  (it was already)" : ""),
                    "  " + receipt.type().title() + " " + receipt.number() + " of " + receipt.issuer(),
                    "  block " + view.block + ", transaction " + view.transaction,
                    "  receipt " + view.receipt
                            + (receipt.binding().kind().needsReceipt()
                                    ? " (goes along with the file: without it nobody can verify)"
                                    : ""));
        }
        return List.of(
                view.outcome + "  " + view.file, "  " + (view.code == null ? "" : view.code + ": ") + view.sentence);
    }
}
