package uz.muhr.protocol.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static uz.muhr.protocol.Refusals.assertRefused;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uz.muhr.protocol.SampleRecord;
import uz.muhr.protocol.Samples;
import uz.muhr.protocol.authority.AuthorityRecord;
import uz.muhr.protocol.commitment.Commitment;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.record.DocumentRecord;
import uz.muhr.protocol.record.RevocationReason;
import uz.muhr.protocol.record.Versions;
import uz.muhr.protocol.refusal.ErrorCode;

/** How a question is judged when several records hold one content, and when a document was named. */
final class ReportTest {
    private static final Optional<AuthorityRecord> AUTHORISED = Optional.of(Samples.authority());
    private static final DocumentRecord VALID = SampleRecord.first().build();
    private static final DocumentRecord EXPIRED =
            SampleRecord.first().validity(Samples.SUMMER).build();
    private static final Instant AUTUMN = Instant.parse("2026-10-01T00:00:00Z");

    @Test
    void nothingFoundIsUnknown() {
        verdict(Verdict.UNKNOWN, List.of(Reason.NEVER_ANCHORED), byContent());
    }

    @Test
    void recordsThatAgreeGiveTheirVerdict() {
        verdict(Verdict.VALID, List.of(), byContent(record(1, VALID), record(2, VALID)));
        verdict(
                Verdict.REVOKED,
                List.of(Reason.REVOKED_BY_ISSUER),
                byContent(record(1, SampleRecord.revoked(), VALID), record(2, SampleRecord.revoked(), VALID)));
    }

    @Test
    void recordsThatDisagreeGiveNone() {
        List<Reason> disagree = List.of(Reason.RECORDS_DISAGREE);
        verdict(Verdict.UNDETERMINED, disagree, byContent(record(1, VALID), record(2, SampleRecord.revoked(), VALID)));
        verdict(Verdict.UNDETERMINED, disagree, at(AUTUMN, record(1, EXPIRED), record(2, VALID)));
    }

    /** Anchoring somebody else's content without authority, or later than was asked, must not spoil its verdict. */
    @Test
    void recordsWithoutAuthorityOrAnchoredLaterCountOnlyWhenThereIsNoOther() {
        Evidence unauthorised = new Evidence(
                id(3), new Versions(List.of(VALID)), Optional.empty(), List.of(), Optional.empty(), Optional.empty());
        verdict(Verdict.VALID, List.of(), byContent(unauthorised, record(1, VALID)));
        verdict(Verdict.VALID, List.of(), byContent(record(1, VALID), unauthorised));
        verdict(Verdict.NOT_AUTHORISED, List.of(Reason.NO_AUTHORITY_WHEN_ANCHORED), byContent(unauthorised));

        DocumentRecord later = SampleRecord.first()
                .anchored(Samples.revoking())
                .changed(Samples.revoking())
                .build();
        Instant between = Samples.ANCHORED_AT.plusSeconds(1);
        verdict(Verdict.VALID, List.of(), at(between, record(2, later), record(1, VALID)));
        verdict(Verdict.UNKNOWN, List.of(Reason.ANCHORED_LATER), at(between, record(2, later)));
    }

    @Test
    void moreRecordsThanAnAnswerHoldsGiveNoVerdictUnlessTheDocumentIsNamed() {
        verdict(
                Verdict.UNDETERMINED,
                List.of(Reason.TOO_MANY_RECORDS),
                new Report(
                        question(Samples.OPEN, Optional.empty(), Optional.empty()),
                        Samples.ASKED_AT,
                        List.of(record(1, VALID)),
                        true));
        verdict(
                Verdict.VALID,
                List.of(),
                new Report(
                        question(Samples.OPEN, Optional.of(id(1)), Optional.empty()),
                        Samples.ASKED_AT,
                        List.of(record(1, VALID)),
                        true));
    }

    @Test
    void theNamedDocumentAloneDecides() {
        Evidence revoked = record(2, SampleRecord.revoked(), VALID);
        verdict(Verdict.VALID, List.of(), named(1, Samples.OPEN, record(1, VALID), revoked));
        verdict(Verdict.REVOKED, List.of(Reason.REVOKED_BY_ISSUER), named(2, Samples.OPEN, revoked, record(1, VALID)));
    }

    @Test
    void aNamedDocumentOfAnotherContentIsAltered() {
        verdict(Verdict.ALTERED, List.of(Reason.CONTENT_DIFFERS), named(1, Samples.OTHER, record(1, VALID)));
    }

    @Test
    void whereTheContentStandsUnderAnotherNumberTheReportSaysSo() {
        Evidence other =
                record(2, SampleRecord.first().commitment(Samples.OTHER).build());
        verdict(
                Verdict.ALTERED,
                List.of(Reason.CONTENT_DIFFERS, Reason.CONTENT_UNDER_ANOTHER_NUMBER),
                named(1, Samples.OTHER, record(1, VALID), other));
        verdict(
                Verdict.UNKNOWN,
                List.of(Reason.NEVER_ANCHORED, Reason.CONTENT_UNDER_ANOTHER_NUMBER),
                named(1, Samples.OTHER, other));
    }

    @Test
    void aNamedDocumentThatIsNotThereIsUnknown() {
        verdict(Verdict.UNKNOWN, List.of(Reason.NEVER_ANCHORED), named(1, Samples.OPEN));
    }

    @Test
    void aDocumentAskedByNumberAloneShowsItsStateBesideTheVerdict() {
        Question byNumber = new Question(Optional.empty(), Optional.of(id(1)), Optional.empty());
        verdict(
                Verdict.UNDETERMINED,
                List.of(Reason.CONTENT_NOT_COMPARED, Reason.REVOKED_BY_ISSUER),
                new Report(byNumber, Samples.ASKED_AT, List.of(record(1, SampleRecord.revoked(), VALID)), false));
    }

    @Test
    void withoutAskedTimeValidityIsJudgedWhenTheAnswerWasGiven() {
        Question question = question(Samples.OPEN, Optional.empty(), Optional.empty());
        List<Evidence> evidence = List.of(record(1, EXPIRED));
        verdict(Verdict.EXPIRED, List.of(Reason.VALIDITY_ENDED), new Report(question, AUTUMN, evidence, false));
        verdict(Verdict.VALID, List.of(), new Report(question, Samples.ASKED_AT, evidence, false));
    }

    @Test
    void aRevokedDocumentIsReportedRevokedEvenAfterItExpires() {
        DocumentRecord revoked = EXPIRED.revoke(1, RevocationReason.UNSPECIFIED, Samples.revoking());
        verdict(
                Verdict.REVOKED,
                List.of(Reason.REVOKED_BY_ISSUER, Reason.VALIDITY_ENDED),
                at(AUTUMN, record(1, revoked, EXPIRED)));
    }

    /** Whoever made such an answer did not ask the ledger what was asked. */
    @Test
    void evidenceThatWasNotAskedForOrStandsTwiceIsNotUsed() {
        Evidence foreign =
                record(2, SampleRecord.first().commitment(Samples.OTHER).build());
        assertRefused(ErrorCode.CORRUPT_RECORD, "not asked for", () -> byContent(foreign));
        assertRefused(
                ErrorCode.CORRUPT_RECORD, "not asked for", () -> named(1, Samples.OPEN, record(1, VALID), foreign));
        assertRefused(ErrorCode.CORRUPT_RECORD, "twice", () -> byContent(record(1, VALID), record(1, VALID)));
    }

    private static void verdict(Verdict verdict, List<Reason> reasons, Report report) {
        assertEquals(new Assessment(verdict, reasons), report.assessment());
        assertEquals(report, Report.parse(report.write()));
    }

    private static Report byContent(Evidence... evidence) {
        return new Report(
                question(Samples.OPEN, Optional.empty(), Optional.empty()), Samples.ASKED_AT, List.of(evidence), false);
    }

    private static Report at(Instant time, Evidence... evidence) {
        return new Report(
                question(Samples.OPEN, Optional.empty(), Optional.of(time)),
                Samples.ASKED_AT,
                List.of(evidence),
                false);
    }

    private static Report named(int document, Commitment content, Evidence... evidence) {
        return new Report(
                question(content, Optional.of(id(document)), Optional.empty()),
                Samples.ASKED_AT,
                List.of(evidence),
                false);
    }

    private static Question question(Commitment content, Optional<DocumentId> document, Optional<Instant> at) {
        return new Question(Optional.of(content), document, at);
    }

    private static Evidence record(int document, DocumentRecord... newestFirst) {
        return new Evidence(
                id(document),
                new Versions(List.of(newestFirst)),
                AUTHORISED,
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    private static DocumentId id(int n) {
        return Samples.document(Samples.CHAMBER, Samples.ORIGIN, "N" + n);
    }
}
