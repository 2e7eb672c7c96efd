package uz.muhr.protocol.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static uz.muhr.protocol.Refusals.assertRefused;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uz.muhr.protocol.Golden;
import uz.muhr.protocol.SampleRecord;
import uz.muhr.protocol.Samples;
import uz.muhr.protocol.customs.Holds;
import uz.muhr.protocol.customs.WriteOffs;
import uz.muhr.protocol.record.DocumentRecord;
import uz.muhr.protocol.record.Versions;
import uz.muhr.protocol.refusal.ErrorCode;

/** What customs did beside the record, in verdicts now and at an asked time. */
final class CustomsEvidenceTest {
    private static final DocumentRecord PERMIT =
            SampleRecord.first().quantity(Samples.TEN_TONNES).build();
    private static final Optional<WriteOffs> ALL = Optional.of(WriteOffs.parse(Golden.text("write-offs-exhausted")));
    private static final Optional<WriteOffs> SOME = Optional.of(WriteOffs.parse(Golden.text("write-offs")));
    private static final Optional<Holds> HELD = Optional.of(Holds.parse(Golden.text("holds")));

    @Test
    void exhaustionCountsFromTheMomentAtWhichNothingWasLeft() {
        Evidence evidence = evidence(PERMIT, ALL, Optional.empty());
        assertEquals(Verdict.EXHAUSTED, verdict(evidence, Optional.empty()));
        assertEquals(Verdict.EXHAUSTED, verdict(evidence, Optional.of("2026-04-01T09:00:00Z")));
        assertEquals(Verdict.VALID, verdict(evidence, Optional.of("2026-04-01T08:59:59Z")));
        assertEquals(Verdict.VALID, verdict(evidence(PERMIT, SOME, Optional.empty()), Optional.empty()));
    }

    @Test
    void everyHoldCountsFromItsMomentToItsRelease() {
        Evidence evidence = evidence(PERMIT, Optional.empty(), HELD);
        assertEquals(Verdict.SUSPENDED, verdict(evidence, Optional.empty()));
        assertEquals(Verdict.VALID, verdict(evidence, Optional.of("2026-04-01T07:59:59Z")));
        assertEquals(Verdict.SUSPENDED, verdict(evidence, Optional.of("2026-04-02T07:59:59Z")));
        assertEquals(Verdict.VALID, verdict(evidence, Optional.of("2026-04-02T08:00:00Z")));
        assertEquals(Verdict.SUSPENDED, verdict(evidence, Optional.of("2026-04-03T08:00:00Z")));
    }

    @Test
    void exhaustionComesBeforeAHoldAndBothAreSaid() {
        Assessment found = evidence(PERMIT, ALL, HELD).standing(Samples.ASKED_AT);
        assertEquals(
                new Assessment(Verdict.EXHAUSTED, List.of(Reason.QUANTITY_USED_UP, Reason.HELD_BY_CUSTOMS)), found);
    }

    @Test
    void writeOffsThatDoNotFitTheQuantityAreNoEvidence() {
        DocumentRecord unlimited = SampleRecord.first().build();
        assertRefused(ErrorCode.CORRUPT_RECORD, () -> evidence(unlimited, SOME, Optional.empty()));
        String saysMore = Golden.text("write-offs-exhausted").replace("\"drawn\":\"10\"", "\"drawn\":\"11\"");
        assertRefused(
                ErrorCode.CORRUPT_RECORD,
                "More was written off",
                () -> evidence(PERMIT, Optional.of(WriteOffs.parse(saysMore)), Optional.empty()));
        String hidesTheEnd =
                Golden.text("write-offs-exhausted").replace("\"exhaustedSince\":\"2026-04-01T09:00:00Z\",", "");
        assertRefused(
                ErrorCode.CORRUPT_RECORD,
                "do not fit its quantity",
                () -> evidence(PERMIT, Optional.of(WriteOffs.parse(hidesTheEnd)), Optional.empty()));
    }

    private static Verdict verdict(Evidence evidence, Optional<String> at) {
        Question question =
                new Question(Optional.of(Samples.OPEN), Optional.of(Samples.DOCUMENT), at.map(Instant::parse));
        return new Report(question, Samples.ASKED_AT, List.of(evidence), false)
                .assessment()
                .verdict();
    }

    private static Evidence evidence(DocumentRecord record, Optional<WriteOffs> writeOffs, Optional<Holds> holds) {
        return new Evidence(
                Samples.DOCUMENT,
                new Versions(List.of(record)),
                Optional.of(Samples.authority()),
                List.of(),
                writeOffs,
                holds);
    }
}
