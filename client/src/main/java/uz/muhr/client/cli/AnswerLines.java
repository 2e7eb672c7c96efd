package uz.muhr.client.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import uz.muhr.client.verification.Answer;
import uz.muhr.client.verification.AnswerView;
import uz.muhr.client.verification.AnswerView.JudgedRecordView;
import uz.muhr.client.verification.AnswerView.ReasonView;
import uz.muhr.protocol.identifier.MspId;

/** A verdict for a person: the verdict first, then why, then what the ledger holds. */
final class AnswerLines {
    private AnswerLines() {}

    static List<String> of(Answer answer, AnswerView view, boolean receiptOfAnotherContent) {
        List<String> lines = new ArrayList<>();
        lines.add(view.verdict() + "  " + view.sentence());
        view.reasons().forEach(reason -> lines.add("  " + reason.sentence()));
        if (receiptOfAnotherContent) {
            lines.add("  The receipt was made for another content: the file was changed, or the receipt is another's.");
        }
        boolean several = view.records().size() > 1;
        for (JudgedRecordView judged : view.records()) {
            lines.add("");
            if (several) {
                lines.add("  " + judged.verdict() + " for this record");
                judged.reasons().stream().map(ReasonView::sentence).forEach(reason -> lines.add("    " + reason));
            }
            lines.addAll(RecordLines.of(judged.record()));
            lines.add("  authority  " + authority(judged));
            if (judged.remaining() != null) {
                lines.add("  remaining  " + judged.remaining() + " "
                        + judged.record().unit());
            }
        }
        lines.add("");
        lines.add(
                view.answeredBy().isEmpty()
                        ? "  Asked " + peersOf(answer.asked()) + "; there was no answer that could be used."
                        : "  Answered by " + String.join(", ", view.answeredBy()) + "'s peer at block height "
                                + view.blockHeight() + ", for " + view.askedAt() + ".");
        return lines;
    }

    private static String peersOf(List<MspId> organisations) {
        return organisations.stream()
                .map(organisation -> organisation + "'s peer")
                .collect(Collectors.joining(", "));
    }

    private static String authority(JudgedRecordView judged) {
        return "when anchored: " + (judged.authorisedThen() ? "yes" : "no") + "; at the asked time: "
                + (judged.authorisedNow() ? "yes" : "no");
    }
}
