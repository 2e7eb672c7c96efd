package uz.muhr.protocol.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static uz.muhr.protocol.Refusals.assertRefused;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import uz.muhr.protocol.SampleRecord;
import uz.muhr.protocol.Samples;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

final class VersionsTest {
    private static final DocumentRecord FIRST = SampleRecord.first().build();
    private static final DocumentRecord REVOKED = SampleRecord.revoked();
    private static final DocumentId SUCCESSOR = new DocumentId("5".repeat(64));
    private static final Validity SHORT = new Validity(Optional.empty(), Optional.of(Samples.ASKED_AT));

    @Test
    void theNewestVersionIsTheCurrentOne() {
        assertEquals(FIRST, new Versions(List.of(FIRST)).current());
        assertEquals(REVOKED, new Versions(List.of(REVOKED, FIRST)).current());
    }

    @Test
    void atEachTimeTheVersionThenInForceIsGiven() {
        Versions versions = new Versions(List.of(REVOKED, FIRST));
        assertEquals(Optional.empty(), versions.at(Samples.ANCHORED_AT.minusSeconds(1)));
        assertEquals(Optional.of(FIRST), versions.at(Samples.ANCHORED_AT));
        assertEquals(Optional.of(FIRST), versions.at(Samples.REVOKED_AT.minusSeconds(1)));
        assertEquals(Optional.of(REVOKED), versions.at(Samples.REVOKED_AT));
        assertEquals(Optional.of(REVOKED), versions.at(Samples.ASKED_AT));
    }

    @Test
    void ofTwoVersionsInOneSecondTheLaterOneIsInForce() {
        DocumentRecord atOnce = FIRST.revoke(
                1, RevocationReason.UNSPECIFIED, Samples.change(Samples.CHAMBER, "transaction 2", Samples.ANCHORED_AT));
        assertEquals(Optional.of(atOnce), new Versions(List.of(atOnce, FIRST)).at(Samples.ANCHORED_AT));
    }

    @Test
    void aContentThatAnyVersionHeldIsFound() {
        DocumentRecord reissued =
                SampleRecord.after(FIRST).commitment(Samples.OTHER).build();
        Versions versions = new Versions(List.of(reissued, FIRST));
        assertTrue(versions.everHeld(Samples.OPEN));
        assertTrue(versions.everHeld(Samples.OTHER));
        assertFalse(versions.everHeld(Samples.SALTED));
    }

    @Test
    void aMissingVersionBreaksTheChain() {
        DocumentRecord third = SampleRecord.after(SampleRecord.after(FIRST)
                        .status(DocumentStatus.SUSPENDED)
                        .build())
                .build();
        corrupt("first version is missing");
        corrupt("first version is missing", REVOKED);
        corrupt("version 2 is missing", third, FIRST);
    }

    @Test
    void versionsOutOfOrderOrTwiceBreakTheChain() {
        corrupt("first version is missing", FIRST, REVOKED);
        corrupt("version 0 is missing", FIRST, FIRST);
        corrupt("version 1 is missing", REVOKED, REVOKED, FIRST);
    }

    @Test
    void aVersionPutInAnothersPlaceBreaksTheChain() {
        DocumentRecord another = SampleRecord.first().commitment(Samples.OTHER).build();
        corrupt("version 2 names another predecessor", REVOKED, another);
        corrupt(
                "version 2 names another predecessor",
                SampleRecord.after(another).build(),
                FIRST);
    }

    @Test
    void aVersionTimedBeforeItsPredecessorBreaksTheChain() {
        DocumentRecord second =
                SampleRecord.after(FIRST).status(DocumentStatus.SUSPENDED).build();
        DocumentRecord third = SampleRecord.after(second)
                .status(DocumentStatus.VALID)
                .changed(Samples.change(Samples.CHAMBER, "transaction 3", Samples.REVOKED_AT.minusSeconds(1)))
                .build();
        corrupt("version 3 is timed before its predecessor", third, second, FIRST);
    }

    /** Whoever rewrites a chain can compute its hashes anew, so hashes alone do not make versions one document. */
    @Test
    void aVersionOfAnotherDocumentBreaksTheChain() {
        corrupt(
                "version 2 is of another document",
                SampleRecord.after(FIRST).type(Samples.EUR1).build(),
                FIRST);
        corrupt(
                "version 2 is of another document",
                SampleRecord.after(FIRST)
                        .issuer(Samples.CUSTOMS)
                        .anchored(Samples.change(Samples.CUSTOMS, "transaction 1", Samples.ANCHORED_AT))
                        .build(),
                FIRST);
        corrupt(
                "version 2 is of another document",
                SampleRecord.after(FIRST)
                        .anchored(Samples.change(Samples.CHAMBER, "transaction 9", Samples.ANCHORED_AT))
                        .build(),
                FIRST);
    }

    @Test
    void withTheSameContentAVersionFollowsAnotherAsTheStatusTurns() {
        assertEquals(
                Set.of(
                        "VALID to SUSPENDED",
                        "SUSPENDED to VALID",
                        "VALID to REVOKED",
                        "SUSPENDED to REVOKED",
                        "VALID to SUPERSEDED",
                        "SUSPENDED to SUPERSEDED"),
                followers(later -> later));
    }

    @Test
    void withAnotherContentTheStatusStays() {
        assertEquals(
                Set.of("VALID to VALID", "SUSPENDED to SUSPENDED"),
                followers(later -> later.commitment(Samples.OTHER).authority(2).validity(SHORT)));
    }

    @Test
    void onlyAReissueBringsAnotherValidityOrAuthority() {
        assertEquals(Set.of(), followers(later -> later.validity(SHORT)));
        assertEquals(Set.of(), followers(later -> later.authority(2)));
    }

    @Test
    void nothingFollowsAFinalVersion() {
        corrupt(
                "version 3 is nothing that an operation makes of the one before",
                SampleRecord.after(REVOKED).build(),
                REVOKED,
                FIRST);
    }

    /** The pairs of statuses of which the second may follow the first. */
    private static Set<String> followers(UnaryOperator<SampleRecord> change) {
        Set<String> found = new TreeSet<>();
        for (DocumentStatus before : DocumentStatus.values()) {
            DocumentRecord earlier = of(SampleRecord.first(), before)
                    .sequence(2)
                    .predecessor(Optional.of(RecordText.hash(FIRST)))
                    .build();
            for (DocumentStatus after : DocumentStatus.values()) {
                SampleRecord later = SampleRecord.after(earlier);
                try {
                    Versions.checkLink(of(change.apply(later), after).build(), earlier);
                    found.add(before + " to " + after);
                } catch (Refusal refusal) {
                    assertEquals(ErrorCode.CORRUPT_RECORD, refusal.code());
                }
            }
        }
        return found;
    }

    private static SampleRecord of(SampleRecord record, DocumentStatus status) {
        record.status(status);
        return switch (status) {
            case REVOKED -> record.reason(RevocationReason.UNSPECIFIED);
            case SUPERSEDED -> record.replacedBy(SUCCESSOR);
            case VALID, SUSPENDED -> record;
        };
    }

    private static void corrupt(String says, DocumentRecord... newestFirst) {
        assertRefused(ErrorCode.CORRUPT_RECORD, says, () -> new Versions(List.of(newestFirst)));
    }
}
