package uz.muhr.client.proof;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uz.muhr.client.verification.AnswerView.ReasonView;
import uz.muhr.client.verification.RecordView;
import uz.muhr.proof.check.CheckMade;
import uz.muhr.proof.verification.ProofReport;
import uz.muhr.proof.verification.ProvenVersion;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.json.LedgerTime;
import uz.muhr.protocol.verdict.Assessment;
import uz.muhr.protocol.verdict.Evidence;
import uz.muhr.protocol.verdict.Report;
import uz.muhr.protocol.verdict.Verdict;

/**
 * What a bundle proves, for a person or another program.
 *
 * @param proven whether every check held; the verdict is UNDETERMINED otherwise
 * @param failed the check that did not hold
 * @param fault what it expected and found
 * @param answeredAt when the organisations answered; of later times nothing is proved
 * @param askedAt the time that the verdict is about
 * @param vouchers the organisations that gave the answer
 * @param record the version in force at the asked time
 * @param versions every version, newest first, with the transaction that made it
 * @param checks those that held, with whoever vouches for each
 */
public record ProofView(
        String verdict,
        String indication,
        String sentence,
        boolean proven,
        List<ReasonView> reasons,
        @Nullable String failed,
        @Nullable String fault,
        @Nullable String answeredAt,
        @Nullable String askedAt,
        List<String> vouchers,
        @Nullable RecordView record,
        List<VersionView> versions,
        List<CheckView> checks) {

    /**
     * Where a version was made.
     *
     * @param index of its transaction in the block, from 0
     * @param endorsers the organisations whose peers endorsed it
     */
    public record VersionView(long sequence, String time, long block, long index, List<String> endorsers) {
        static VersionView of(ProvenVersion version) {
            return new VersionView(
                    version.record().sequence(),
                    LedgerTime.write(version.record().changed().time()),
                    version.place().block(),
                    version.place().index(),
                    version.endorsers().stream().map(MspId::value).toList());
        }
    }

    /** A check that held. */
    public record CheckView(String name, String sentence, List<String> vouchedBy) {
        static CheckView of(CheckMade made) {
            return new CheckView(made.check().name(), made.check().sentence(), made.vouchedBy());
        }
    }

    public static ProofView of(ProofReport report) {
        return report instanceof ProofReport.Proven proven ? of(proven) : of((ProofReport.NotProven) report);
    }

    private static ProofView of(ProofReport.Proven proven) {
        Report answer = proven.answer();
        Assessment assessment = proven.assessment();
        Optional<Evidence> evidence = answer.named();
        return new ProofView(
                assessment.verdict().name(),
                assessment.verdict().indication().text(),
                assessment.verdict().sentence(),
                true,
                ReasonView.of(assessment),
                null,
                null,
                LedgerTime.write(answer.answeredAt()),
                LedgerTime.write(answer.askedAt()),
                proven.vouchers().stream().map(MspId::value).toList(),
                evidence.map(found -> RecordView.of(found.document(), found.answering(answer.question())))
                        .orElse(null),
                proven.versions().stream().map(VersionView::of).toList(),
                checks(proven));
    }

    private static ProofView of(ProofReport.NotProven failed) {
        return new ProofView(
                Verdict.UNDETERMINED.name(),
                Verdict.UNDETERMINED.indication().text(),
                Verdict.UNDETERMINED.sentence(),
                false,
                List.of(),
                failed.failed().name(),
                failed.fault(),
                null,
                null,
                List.of(),
                null,
                List.of(),
                checks(failed));
    }

    private static List<CheckView> checks(ProofReport report) {
        return report.made().stream().map(CheckView::of).toList();
    }
}
