package uz.muhr.protocol.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static uz.muhr.protocol.Refusals.assertRefused;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uz.muhr.protocol.SampleRecord;
import uz.muhr.protocol.Samples;
import uz.muhr.protocol.authority.AuthorityRecord;
import uz.muhr.protocol.commitment.Commitment;
import uz.muhr.protocol.record.DocumentRecord;
import uz.muhr.protocol.record.DocumentStatus;
import uz.muhr.protocol.record.Validity.Phase;
import uz.muhr.protocol.record.Versions;
import uz.muhr.protocol.refusal.ErrorCode;

final class EvidenceTest {
    private static final DocumentRecord FIRST = SampleRecord.first().build();
    private static final DocumentRecord REISSUED =
            SampleRecord.after(FIRST).commitment(Samples.OTHER).build();

    @Test
    void theCurrentContentMatches() {
        Facts facts = facts(Samples.OPEN, Optional.empty(), FIRST);
        assertEquals(
                new Facts(Comparison.MATCHES, false, true, DocumentStatus.VALID, false, false, Phase.WITHIN), facts);
    }

    @Test
    void aContentThatNeverWasDiffers() {
        assertEquals(
                Comparison.DIFFERS,
                facts(Samples.OTHER, Optional.empty(), FIRST).content());
        assertEquals(
                Comparison.DIFFERS,
                facts(Samples.SALTED, Optional.empty(), FIRST).content());
    }

    @Test
    void anEarlierContentIsTheEarlierOne() {
        assertEquals(
                Comparison.MATCHED_EARLIER,
                facts(Samples.OPEN, Optional.empty(), REISSUED, FIRST).content());
        assertEquals(
                Comparison.MATCHES,
                facts(Samples.OPEN, Optional.of(Samples.ANCHORED_AT), REISSUED, FIRST)
                        .content());
    }

    /** ALTERED says that the content never was; this one was to come. */
    @Test
    void aContentThatCameOnlyLaterIsAnchoredLaterAndNotAltered() {
        Facts facts = facts(Samples.OTHER, Optional.of(Samples.ANCHORED_AT), REISSUED, FIRST);
        Assessment found = VerdictTable.decide(facts);
        assertEquals(new Assessment(Verdict.UNKNOWN, List.of(Reason.ANCHORED_LATER)), found);
    }

    @Test
    void aFileWithoutItsReceiptIsNotComparedWithASaltedRecord() {
        DocumentRecord salted = SampleRecord.first().commitment(Samples.SALTED).build();
        assertEquals(
                Comparison.RECEIPT_REQUIRED,
                facts(Samples.OPEN, Optional.empty(), salted).content());
        assertEquals(
                Comparison.MATCHES,
                facts(Samples.SALTED, Optional.empty(), salted).content());
    }

    /** The earlier, salted content may be this very file, so nobody may call it altered. */
    @Test
    void aFileIsNotCalledAlteredWhileASaltedVersionCouldHoldIt() {
        DocumentRecord salted = SampleRecord.first().commitment(Samples.SALTED).build();
        DocumentRecord reissuedOpen =
                SampleRecord.after(salted).commitment(Samples.OTHER).build();
        assertEquals(
                Comparison.RECEIPT_REQUIRED,
                facts(Samples.OPEN, Optional.empty(), reissuedOpen, salted).content());
    }

    @Test
    void withoutContentNothingIsCompared() {
        Question question = new Question(Optional.empty(), Optional.of(Samples.DOCUMENT), Optional.empty());
        assertEquals(
                Comparison.NOT_COMPARED,
                evidence(FIRST).facts(question, Samples.ASKED_AT).content());
    }

    @Test
    void beforeItWasAnchoredItWasAnchoredLater() {
        assertTrue(facts(Samples.OPEN, Optional.of(Samples.ANCHORED_AT.minusSeconds(1)), FIRST)
                .anchoredLater());
        assertFalse(facts(Samples.OPEN, Optional.of(Samples.ANCHORED_AT), FIRST).anchoredLater());
    }

    /** A verifier whose clock is slow still sees a fresh anchor or revocation. */
    @Test
    void withoutAskedTimeTheCurrentRecordAnswersHoweverSlowTheClock() {
        Question question = content(Samples.OPEN, Optional.empty());
        Evidence evidence = evidence(SampleRecord.revoked(), FIRST);
        Facts facts = evidence.facts(question, Samples.ANCHORED_AT.minusSeconds(3600));
        assertFalse(facts.anchoredLater());
        assertEquals(DocumentStatus.REVOKED, facts.status());
    }

    @Test
    void atAnAskedTimeTheVersionThenInForceAnswers() {
        Evidence evidence = evidence(SampleRecord.revoked(), FIRST);
        for (Instant at : List.of(Samples.ANCHORED_AT, Samples.REVOKED_AT.minusSeconds(1))) {
            assertEquals(FIRST, evidence.answering(content(Samples.OPEN, Optional.of(at))));
        }
        assertEquals(
                SampleRecord.revoked(), evidence.answering(content(Samples.OPEN, Optional.of(Samples.REVOKED_AT))));
    }

    @Test
    void authorityCountsWhenTheDocumentWasAnchoredAsTheLedgerKnowsNow() {
        assertTrue(evidence(FIRST).authorisedAt(Samples.ANCHORED_AT));
        assertFalse(new Evidence(Samples.DOCUMENT, new Versions(List.of(FIRST)), Optional.empty())
                .facts(content(Samples.OPEN, Optional.empty()), Samples.ASKED_AT)
                .authorised());
        assertFalse(new Evidence(
                        Samples.DOCUMENT, new Versions(List.of(FIRST)), Optional.of(Samples.interruptedAuthority()))
                .facts(content(Samples.OPEN, Optional.empty()), Instant.parse("2026-07-01T00:00:00Z"))
                .authorised());
    }

    /** Another issuer's authority must not make a document authorised. */
    @Test
    void authorityOfAnotherIssuerOrTypeIsNoEvidence() {
        Versions versions = new Versions(List.of(FIRST));
        for (AuthorityRecord foreign : List.of(
                new AuthorityRecord(Samples.CUSTOMS, Samples.ORIGIN, List.of(Samples.from(Instant.EPOCH)), 1),
                new AuthorityRecord(Samples.CHAMBER, Samples.EUR1, List.of(Samples.from(Instant.EPOCH)), 1))) {
            assertRefused(
                    ErrorCode.CORRUPT_RECORD,
                    "another issuer or type",
                    () -> new Evidence(Samples.DOCUMENT, versions, Optional.of(foreign)));
        }
    }

    @Test
    void itConcernsAQuestionAboutItsDocumentOrAnyContentItHeld() {
        Evidence evidence = evidence(REISSUED, FIRST);
        assertTrue(evidence.concerns(content(Samples.OPEN, Optional.empty())));
        assertTrue(evidence.concerns(content(Samples.OTHER, Optional.empty())));
        assertFalse(evidence.concerns(content(Samples.SALTED, Optional.empty())));
        assertTrue(evidence.concerns(
                new Question(Optional.of(Samples.SALTED), Optional.of(Samples.DOCUMENT), Optional.empty())));
    }

    private static Facts facts(Commitment content, Optional<Instant> at, DocumentRecord... newestFirst) {
        return evidence(newestFirst).facts(content(content, at), at.orElse(Samples.ASKED_AT));
    }

    private static Evidence evidence(DocumentRecord... newestFirst) {
        return new Evidence(Samples.DOCUMENT, new Versions(List.of(newestFirst)), Optional.of(Samples.authority()));
    }

    private static Question content(Commitment content, Optional<Instant> at) {
        return new Question(Optional.of(content), Optional.empty(), at);
    }
}
