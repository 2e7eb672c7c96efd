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
import uz.muhr.protocol.authority.DistrustedCertificate;
import uz.muhr.protocol.commitment.Commitment;
import uz.muhr.protocol.commitment.CommitmentKind;
import uz.muhr.protocol.identifier.CertificateHash;
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
                new Facts(
                        Comparison.MATCHES,
                        false,
                        AuthorityThen.IN_FORCE,
                        DocumentStatus.VALID,
                        false,
                        false,
                        Phase.WITHIN),
                facts);
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

    /** It may be this very file, looked at by another rule. */
    @Test
    void aContentThatNeedsNoReceiptIsNotComparedWithARecordOfAnotherKind() {
        Commitment fields = new Commitment(CommitmentKind.FIELDS, Samples.OPEN.hex());
        Commitment attested = new Commitment(CommitmentKind.OPEN_ATTESTATION, Samples.OPEN.hex());
        for (Commitment held : List.of(fields, attested)) {
            DocumentRecord record = SampleRecord.first().commitment(held).build();
            assertEquals(
                    Comparison.RECEIPT_REQUIRED,
                    facts(Samples.OPEN, Optional.empty(), record).content());
            assertEquals(
                    Comparison.DIFFERS,
                    facts(Samples.SALTED, Optional.empty(), record).content());
        }
        assertEquals(
                Comparison.RECEIPT_REQUIRED,
                facts(attested, Optional.empty(), FIRST).content());
        DocumentRecord record = SampleRecord.first().commitment(attested).build();
        assertEquals(
                Comparison.MATCHES, facts(attested, Optional.empty(), record).content());
        assertEquals(
                Comparison.DIFFERS,
                facts(new Commitment(CommitmentKind.OPEN_ATTESTATION, Samples.SALTED.hex()), Optional.empty(), record)
                        .content());
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
        assertEquals(
                AuthorityThen.NONE,
                new Evidence(
                                Samples.DOCUMENT,
                                new Versions(List.of(FIRST)),
                                Optional.empty(),
                                List.of(),
                                Optional.empty(),
                                Optional.empty())
                        .facts(content(Samples.OPEN, Optional.empty()), Samples.ASKED_AT)
                        .authority());
        assertEquals(
                AuthorityThen.NONE,
                new Evidence(
                                Samples.DOCUMENT,
                                new Versions(List.of(FIRST)),
                                Optional.of(Samples.interruptedAuthority()),
                                List.of(),
                                Optional.empty(),
                                Optional.empty())
                        .facts(content(Samples.OPEN, Optional.empty()), Instant.parse("2026-07-01T00:00:00Z"))
                        .authority());
    }

    /** What a stolen key anchored is not authorised; what the same certificate anchored before stands. */
    @Test
    void aCertificateIsDistrustedForWhatItAnchoredFromThatMomentOn() {
        for (int second : List.of(0, 1)) {
            DistrustedCertificate distrusted = new DistrustedCertificate(
                    FIRST.anchored().by().certificate(), Samples.ANCHORED_AT.plusSeconds(second), 1, Samples.PROPOSAL);
            Evidence evidence = new Evidence(
                    Samples.DOCUMENT,
                    new Versions(List.of(FIRST)),
                    Optional.of(Samples.authority()),
                    List.of(distrusted),
                    Optional.empty(),
                    Optional.empty());
            assertEquals(
                    second == 0 ? AuthorityThen.CERTIFICATE_DISTRUSTED : AuthorityThen.IN_FORCE,
                    evidence.authorityThen(FIRST));
        }
    }

    /** A reissue brings a content of its own, so it is the reissue that needs authority for it. */
    @Test
    void aReissuedContentNeedsAuthorityWhenItWasReissued() {
        AuthorityRecord ended = Samples.authority(
                Samples.ORIGIN, Samples.until(Samples.AUTHORITY_BEGINS, Samples.ANCHORED_AT.plusSeconds(1)));
        Evidence evidence = new Evidence(
                Samples.DOCUMENT,
                new Versions(List.of(REISSUED, FIRST)),
                Optional.of(ended),
                List.of(),
                Optional.empty(),
                Optional.empty());
        assertEquals(AuthorityThen.NONE, evidence.authorityThen(REISSUED));
        assertEquals(AuthorityThen.IN_FORCE, evidence.authorityThen(FIRST));
    }

    @Test
    void aCertificateThatAnchoredNothingHereIsNoEvidence() {
        DistrustedCertificate foreign = new DistrustedCertificate(
                new CertificateHash(Samples.sha256("another")), Samples.ANCHORED_AT, 1, Samples.PROPOSAL);
        assertRefused(
                ErrorCode.CORRUPT_RECORD,
                "not its creators'",
                () -> new Evidence(
                        Samples.DOCUMENT,
                        new Versions(List.of(FIRST)),
                        Optional.empty(),
                        List.of(foreign),
                        Optional.empty(),
                        Optional.empty()));
    }

    /** Another issuer's authority must not make a document authorised. */
    @Test
    void authorityOfAnotherIssuerOrTypeIsNoEvidence() {
        Versions versions = new Versions(List.of(FIRST));
        for (AuthorityRecord foreign : List.of(
                Samples.authority(Samples.CUSTOMS, Samples.ORIGIN, 1, Samples.from(Instant.EPOCH)),
                Samples.authority(Samples.CHAMBER, Samples.EUR1, 1, Samples.from(Instant.EPOCH)))) {
            assertRefused(
                    ErrorCode.CORRUPT_RECORD,
                    "another issuer or type",
                    () -> new Evidence(
                            Samples.DOCUMENT,
                            versions,
                            Optional.of(foreign),
                            List.of(),
                            Optional.empty(),
                            Optional.empty()));
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
        return new Evidence(
                Samples.DOCUMENT,
                new Versions(List.of(newestFirst)),
                Optional.of(Samples.authority()),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    private static Question content(Commitment content, Optional<Instant> at) {
        return new Question(Optional.of(content), Optional.empty(), at);
    }
}
