package uz.muhr.client.verification;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uz.muhr.protocol.customs.Holds;
import uz.muhr.protocol.customs.WriteOffs;
import uz.muhr.protocol.json.LedgerTime;
import uz.muhr.protocol.record.DocumentStatus;
import uz.muhr.protocol.verdict.Assessment;
import uz.muhr.protocol.verdict.AuthorityThen;
import uz.muhr.protocol.verdict.Evidence;
import uz.muhr.protocol.verdict.Report;

/**
 * A verdict with all that led to it, for a person or another program.
 *
 * @param indication TOTAL-PASSED, TOTAL-FAILED or INDETERMINATE (ETSI EN 319 102-1)
 * @param askedAt the time the verdict is about, RFC 3339 UTC; absent when the ledger could not be asked
 * @param blockHeight how many blocks the answering peer had committed at least
 * @param answeredBy the organisations whose peers answered; another than the client's own when its profile allows that
 * @param records every record of the content or number, each with its own verdict
 */
public record AnswerView(
        String verdict,
        String indication,
        String sentence,
        List<ReasonView> reasons,
        @Nullable String askedAt,
        @Nullable Long blockHeight,
        List<String> answeredBy,
        List<JudgedRecordView> records) {

    /** A reason by its code, and in words. */
    public record ReasonView(String code, String sentence) {
        public static List<ReasonView> of(Assessment assessment) {
            return assessment.reasons().stream()
                    .map(reason -> new ReasonView(reason.name(), reason.sentence()))
                    .toList();
        }
    }

    /**
     * One record and the verdict on it alone.
     *
     * @param standing the verdict on the document itself at the asked time, whatever file is at hand
     * @param authorisedThen whether the issuer had authority when it anchored, as the ledger knows now
     * @param authorisedNow whether it has at the asked time
     * @param remaining what customs has not written off yet of its quantity, now; absent without a quantity, and when a
     *     successor has it
     * @param held whether customs holds it now
     */
    public record JudgedRecordView(
            String verdict,
            List<ReasonView> reasons,
            String standing,
            boolean authorisedThen,
            boolean authorisedNow,
            @Nullable String remaining,
            boolean held,
            RecordView record) {

        static JudgedRecordView of(Report report, Evidence evidence) {
            var record = evidence.answering(report.question());
            Assessment assessment = report.assess(evidence);
            return new JudgedRecordView(
                    assessment.verdict().name(),
                    ReasonView.of(assessment),
                    evidence.standing(report.askedAt()).verdict().name(),
                    evidence.authorityThen(record) == AuthorityThen.IN_FORCE,
                    evidence.authorisedAt(report.askedAt()),
                    record.quantity()
                            .filter(quantity -> evidence.versions().current().status() != DocumentStatus.SUPERSEDED)
                            .map(quantity -> WriteOffs.remaining(quantity.amount(), evidence.writeOffs())
                                    .toString())
                            .orElse(null),
                    evidence.holds().map(Holds::isHeld).orElse(false),
                    RecordView.of(evidence.document(), record));
        }
    }

    public static AnswerView of(Answer answer) {
        Assessment assessment = answer.assessment();
        Optional<Report> report = answer.heard().map(heard -> heard.value().report());
        return new AnswerView(
                assessment.verdict().name(),
                assessment.verdict().indication().text(),
                assessment.verdict().sentence(),
                ReasonView.of(assessment),
                report.map(found -> LedgerTime.write(found.askedAt())).orElse(null),
                answer.heard().map(heard -> heard.value().height()).orElse(null),
                answer.heard().map(heard -> heard.by().value()).stream().toList(),
                report.stream()
                        .flatMap(found ->
                                found.evidence().stream().map(evidence -> JudgedRecordView.of(found, evidence)))
                        .toList());
    }
}
