package uz.muhr.protocol.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static uz.muhr.protocol.Refusals.assertRefused;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uz.muhr.protocol.SampleRecord;
import uz.muhr.protocol.Samples;
import uz.muhr.protocol.refusal.ErrorCode;

final class DocumentRecordTest {
    private static final DocumentRecord FIRST = SampleRecord.first().build();

    @Test
    void anAnchoredDocumentIsValidAtSequenceOneInItsCreatorsName() {
        DocumentRecord record = DocumentRecord.anchor(
                Samples.ORIGIN,
                Samples.SALTED,
                Samples.SUMMER,
                Optional.empty(),
                Optional.empty(),
                4,
                Samples.anchoring());
        assertEquals(
                SampleRecord.first()
                        .commitment(Samples.SALTED)
                        .validity(Samples.SUMMER)
                        .authority(4)
                        .build(),
                record);
        assertEquals(Samples.CHAMBER, record.issuer());
        assertEquals(DocumentStatus.VALID, record.status());
    }

    @ParameterizedTest
    @EnumSource(RevocationReason.class)
    void aRevokedDocumentNamesTheReasonTheTransactionAndTheVersionBefore(RevocationReason reason) {
        DocumentRecord revoked = FIRST.revoke(1, reason, Samples.revoking());
        assertEquals(DocumentStatus.REVOKED, revoked.status());
        assertEquals(Optional.of(reason), revoked.reason());
        assertEquals(2, revoked.sequence());
        assertEquals(Optional.of(RecordText.hash(FIRST)), revoked.predecessor());
        assertEquals(Samples.revoking(), revoked.changed());
        assertEquals(FIRST.anchored(), revoked.anchored());
        assertEquals(FIRST.commitment(), revoked.commitment());
    }

    @Test
    void aSuspendedDocumentMayBeRevoked() {
        DocumentRecord suspended =
                SampleRecord.after(FIRST).status(DocumentStatus.SUSPENDED).build();
        assertEquals(
                3,
                suspended
                        .revoke(2, RevocationReason.UNSPECIFIED, Samples.revoking())
                        .sequence());
    }

    @Test
    void aSuspendedDocumentIsReinstatedWithNothingElseChanged() {
        DocumentRecord suspended = FIRST.suspend(1, Samples.revoking());
        assertEquals(DocumentStatus.SUSPENDED, suspended.status());
        DocumentRecord again = suspended.reinstate(2, Samples.revoking());
        assertEquals(SampleRecord.after(suspended).status(DocumentStatus.VALID).build(), again);
        assertEquals(3, new Versions(List.of(again, suspended, FIRST)).current().sequence());
    }

    @Test
    void aReissueHoldsAnotherContentUnderTheAuthorityOfItsDay() {
        DocumentRecord reissued = FIRST.reissue(Samples.OTHER, Samples.SUMMER, 1, 4, Samples.revoking());
        assertEquals(
                SampleRecord.after(FIRST)
                        .commitment(Samples.OTHER)
                        .validity(Samples.SUMMER)
                        .authority(4)
                        .build(),
                reissued);
        assertEquals(Samples.revoking(), new Versions(List.of(reissued, FIRST)).origin(reissued));
        assertRefused(
                ErrorCode.ILLEGAL_TRANSITION,
                "this very content already",
                () -> FIRST.reissue(Samples.OPEN, Samples.SUMMER, 1, 4, Samples.revoking()));
        DocumentRecord suspended = FIRST.suspend(1, Samples.revoking());
        assertEquals(
                DocumentStatus.SUSPENDED,
                suspended
                        .reissue(Samples.OTHER, Samples.SUMMER, 2, 4, Samples.revoking())
                        .status());
    }

    @Test
    void aReplacedDocumentNamesItsSuccessorAndIsFinal() {
        DocumentRecord replaced = FIRST.replacedBy(Samples.DOCUMENT, 1, Samples.revoking());
        assertEquals(DocumentStatus.SUPERSEDED, replaced.status());
        assertEquals(Optional.of(Samples.DOCUMENT), replaced.replacedBy());
        assertRefused(
                ErrorCode.ILLEGAL_TRANSITION,
                "SUPERSEDED, which is final",
                () -> replaced.replacedBy(Samples.DOCUMENT, 2, Samples.revoking()));
    }

    @Test
    void onlyTheIssuerRevokes() {
        assertRefused(
                ErrorCode.NOT_ISSUER,
                "Only ChamberMSP may change this document; CustomsMSP asked",
                () -> FIRST.revoke(
                        1,
                        RevocationReason.UNSPECIFIED,
                        Samples.change(Samples.CUSTOMS, "transaction 2", Samples.REVOKED_AT)));
    }

    @Test
    void aRepeatedOrStaleRevocationIsRefused() {
        for (long expected : new long[] {0, 2, Long.MAX_VALUE}) {
            assertRefused(
                    ErrorCode.STALE_SEQUENCE,
                    "the record is at version 1",
                    () -> FIRST.revoke(expected, RevocationReason.UNSPECIFIED, Samples.revoking()));
        }
        assertRefused(ErrorCode.STALE_SEQUENCE, () -> SampleRecord.revoked()
                .revoke(1, RevocationReason.UNSPECIFIED, Samples.revoking()));
    }

    @Test
    void whatIsFinalStays() {
        assertRefused(ErrorCode.ILLEGAL_TRANSITION, "REVOKED, which is final", () -> SampleRecord.revoked()
                .revoke(2, RevocationReason.UNSPECIFIED, Samples.revoking()));
        DocumentRecord superseded = FIRST.replacedBy(Samples.DOCUMENT, 1, Samples.revoking());
        assertRefused(
                ErrorCode.ILLEGAL_TRANSITION,
                () -> superseded.revoke(2, RevocationReason.UNSPECIFIED, Samples.revoking()));
    }

    @Test
    void aChangeTimedBeforeTheLastOneIsRefusedAndOneOfTheSameSecondIsNot() {
        assertRefused(
                ErrorCode.CLOCK_SKEW,
                "2026-03-01T07:59:59Z, before the record's last change at 2026-03-01T08:00:00Z",
                () -> FIRST.revoke(
                        1,
                        RevocationReason.UNSPECIFIED,
                        Samples.change(Samples.CHAMBER, "transaction 2", Samples.ANCHORED_AT.minusNanos(1))));
        FIRST.revoke(
                1,
                RevocationReason.UNSPECIFIED,
                Samples.change(Samples.CHAMBER, "transaction 2", Samples.ANCHORED_AT.plusNanos(1)));
    }

    /** Somebody who may not change a document learns nothing of its state from the refusal. */
    @Test
    void theIssuerIsAskedForFirstThenTheSequenceThenTheStatus() {
        DocumentRecord revoked = SampleRecord.revoked();
        assertRefused(
                ErrorCode.NOT_ISSUER,
                () -> revoked.revoke(
                        9,
                        RevocationReason.UNSPECIFIED,
                        Samples.change(Samples.CUSTOMS, "transaction 3", Samples.ANCHORED_AT)));
        assertRefused(
                ErrorCode.STALE_SEQUENCE, () -> revoked.revoke(9, RevocationReason.UNSPECIFIED, Samples.anchoring()));
        assertRefused(
                ErrorCode.ILLEGAL_TRANSITION,
                () -> revoked.revoke(2, RevocationReason.UNSPECIFIED, Samples.anchoring()));
    }

    @Test
    void aRecordThatContradictsItselfIsNotUsed() {
        corrupt("creator's organisation", SampleRecord.first().issuer(Samples.CUSTOMS));
        corrupt("reason and status", SampleRecord.first().reason(RevocationReason.UNSPECIFIED));
        corrupt("reason and status", SampleRecord.first().status(DocumentStatus.REVOKED));
        corrupt("below 1", SampleRecord.first().sequence(0));
        corrupt("below 1", SampleRecord.first().authority(0));
        corrupt("predecessor and sequence", SampleRecord.first().sequence(2));
        corrupt("predecessor and sequence", SampleRecord.first().predecessor(Optional.of(RecordText.hash(FIRST))));
        corrupt("predecessor and sequence", SampleRecord.after(FIRST).predecessor(Optional.empty()));
        corrupt("two transactions", SampleRecord.first().changed(Samples.revoking()));
        corrupt(
                "before it was anchored",
                SampleRecord.after(FIRST)
                        .changed(Samples.change(Samples.CHAMBER, "transaction 2", Samples.AUTHORITY_BEGINS)));
    }

    private static void corrupt(String says, SampleRecord broken) {
        assertRefused(ErrorCode.CORRUPT_RECORD, says, broken::build);
    }
}
