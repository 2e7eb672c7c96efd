package uz.muhr.proof.verification;

import java.util.SortedSet;
import java.util.TreeSet;
import uz.muhr.proof.bundle.NetworkTrust;
import uz.muhr.proof.check.Check;
import uz.muhr.proof.check.Checks;
import uz.muhr.proof.check.UnprovenException;
import uz.muhr.proof.configuration.Configuration;
import uz.muhr.proof.transaction.EndorsedTransaction;
import uz.muhr.proof.transaction.Majority;
import uz.muhr.proof.transaction.StateAccess;
import uz.muhr.proof.transaction.Vouchers;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.json.LedgerTime;
import uz.muhr.protocol.refusal.Refusal;
import uz.muhr.protocol.verdict.Evidence;
import uz.muhr.protocol.verdict.Report;

/**
 * What a majority of the organisations answered about one document.
 *
 * @param report the answer, for the time at which it was given
 * @param evidence of the document
 * @param state what their peers read for it
 * @param vouchers the organisations
 */
record OrganisationsAnswer(Report report, Evidence evidence, StateAccess state, SortedSet<MspId> vouchers) {
    private static final int OK = 200;

    OrganisationsAnswer {
        vouchers = new TreeSet<>(vouchers);
    }

    /** Goes on only when the answer is the organisations' own and tells of the document. */
    static OrganisationsAnswer require(
            Answers.Answered answered, NetworkTrust trust, Configuration configuration, Checks checks) {
        EndorsedTransaction answer = answered.call();
        SortedSet<MspId> vouchers = answer.requireEndorsed(Majority.of(trust.organisations()), configuration, checks);
        String organisations = Vouchers.peersOf(vouchers);
        checks.require(
                Check.ANSWER_STATUS,
                organisations,
                answer.answer().getStatus() == OK && answer.state().readsOnly(),
                () -> "The organisations have to answer with success and write nothing; they did not.");
        Report report = report(answer);
        checks.require(
                Check.ANSWER_CONTENT,
                organisations,
                report.question().equals(answered.question()),
                () -> "The answer has to repeat the question; it answers another.");
        checks.require(
                Check.ANSWER_TIME,
                organisations,
                LedgerTime.write(report.answeredAt()).equals(LedgerTime.write(answer.time())),
                () -> "The answer says it was given at " + report.answeredAt() + "; it was endorsed at " + answer.time()
                        + ".");
        Evidence evidence = report.named()
                .orElseThrow(() -> new UnprovenException(
                        Check.ANSWER_CONTENT, "The organisations answered that no such document is anchored."));
        return new OrganisationsAnswer(report, evidence, answer.state(), vouchers);
    }

    private static Report report(EndorsedTransaction answer) {
        try {
            return Report.parse(answer.answer().getPayload().toStringUtf8());
        } catch (Refusal refusal) {
            throw new UnprovenException(Check.ANSWER_CONTENT, refusal.sentence(), refusal);
        }
    }

    DocumentId document() {
        return evidence.document();
    }

    /** The answer, judged for the asked time. */
    Report judged(Asked asked, Checks checks) {
        checks.require(
                Check.TIME_COVERED,
                !asked.at().map(time -> time.isAfter(report.answeredAt())).orElse(false),
                () -> "The organisations answered at " + report.answeredAt()
                        + "; this proof says nothing of any later time.");
        return new Report(asked.about(document()), report.answeredAt(), report.evidence(), report.more());
    }
}
