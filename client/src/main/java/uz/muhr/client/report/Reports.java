package uz.muhr.client.report;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.client.fabric.LedgerUnavailableException;
import uz.muhr.client.verification.Heard;
import uz.muhr.client.verification.Verification;
import uz.muhr.protocol.identifier.TransactionId;
import uz.muhr.protocol.record.DocumentRecord;

/** Hears the peers on a question and writes down what they said. */
public final class Reports {
    private final Ledger ledger;
    private final Verification verification;
    private final Clock clock;

    public Reports(Ledger ledger, Verification verification, Clock clock) {
        this.ledger = ledger;
        this.verification = verification;
        this.clock = clock;
    }

    /** The report as a PDF. That nobody answered is reported as well, as what it is. */
    public byte[] write(ReportQuestion question) {
        Instant began = clock.instant();
        List<Heard> heard = verification.hear(question.inquiry());
        Hearing hearing = new Hearing(question, ledger.organisation(), began, clock.instant(), heard, blocks(heard));
        return ReportPdf.write(hearing, ReportWords.in(question.language()));
    }

    private Map<TransactionId, Long> blocks(List<Heard> heard) {
        Map<TransactionId, Long> blocks = new HashMap<>();
        heard.stream()
                .map(Hearing::evidence)
                .filter(evidence -> !evidence.isEmpty())
                .findFirst()
                .orElse(List.of())
                .forEach(evidence -> evidence.versions().newestFirst().stream()
                        .limit(RecordPart.MOST_VERSIONS)
                        .map(DocumentRecord::changed)
                        .forEach(change -> block(change.transaction())
                                .ifPresent(number -> blocks.put(change.transaction(), number))));
        return blocks;
    }

    /** A report without a block's number is better than none. */
    private Optional<Long> block(TransactionId transaction) {
        try {
            return Optional.of(ledger.blockOf(transaction));
        } catch (LedgerUnavailableException e) {
            return Optional.empty();
        }
    }
}
