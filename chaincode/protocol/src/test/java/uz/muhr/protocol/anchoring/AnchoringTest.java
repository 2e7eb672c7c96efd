package uz.muhr.protocol.anchoring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import uz.muhr.protocol.SampleRecord;
import uz.muhr.protocol.Samples;
import uz.muhr.protocol.anchoring.AnchorOutcome.Anchored;
import uz.muhr.protocol.anchoring.AnchorOutcome.Refused;
import uz.muhr.protocol.authority.AuthorityPeriod;
import uz.muhr.protocol.authority.AuthorityRecord;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.identifier.TypeCode;
import uz.muhr.protocol.record.DocumentRecord;

final class AnchoringTest {
    private static final String ANCHORED = "ANCHORED";
    private static final Map<TypeCode, AuthorityRecord> AUTHORITY = Map.of(Samples.ORIGIN, Samples.authority());
    private static final AnchorItem SAMPLE = Samples.item(Samples.ORIGIN, "UZ-861/2026-000123", Samples.OPEN);

    @Test
    void aNewDocumentOfAnAuthorisedIssuerIsAnchored() {
        Anchoring anchoring = decide(AUTHORITY, Set.of(), SAMPLE);
        assertEquals(List.of(new Anchored(Samples.DOCUMENT)), anchoring.outcomes());
        assertEquals(Map.of(Samples.DOCUMENT, SampleRecord.first().build()), anchoring.records());
    }

    @Test
    void theRecordNamesTheAuthorityItWasAnchoredUnder() {
        AuthorityRecord ninth = Samples.authority(Samples.CHAMBER, Samples.ORIGIN, 9, Samples.from(Instant.EPOCH));
        Anchoring anchoring = decide(Map.of(Samples.ORIGIN, ninth), Set.of(), SAMPLE);
        assertEquals(9, record(anchoring, Samples.DOCUMENT).authority());
    }

    @Test
    void aRepeatIsRefusedWhateverItsContentAndTheFirstStands() {
        Anchoring anchoring = decide(
                AUTHORITY,
                Set.of(),
                SAMPLE,
                Samples.item(Samples.ORIGIN, "uz-861/2026-000123", Samples.OTHER),
                Samples.item(Samples.ORIGIN, "another", Samples.OPEN),
                SAMPLE);
        assertOutcomes(anchoring, ANCHORED, "REPEATED_IN_LIST", ANCHORED, "REPEATED_IN_LIST");
        assertEquals(2, anchoring.records().size());
        assertEquals(Samples.OPEN, record(anchoring, Samples.DOCUMENT).commitment());
    }

    @Test
    void aDocumentThatExistsIsRefusedAndTheRestStands() {
        Anchoring anchoring = decide(
                AUTHORITY, Set.of(Samples.DOCUMENT), SAMPLE, Samples.item(Samples.ORIGIN, "another", Samples.OPEN));
        assertOutcomes(anchoring, "DOCUMENT_EXISTS", ANCHORED);
        assertEquals(
                Set.of(Samples.document(Samples.CHAMBER, Samples.ORIGIN, "another")),
                anchoring.records().keySet());
    }

    @Test
    void withoutAuthorityOverTheTypeNothingOfThatTypeIsAnchored() {
        Anchoring anchoring = decide(AUTHORITY, Set.of(), Samples.item(Samples.EUR1, "1", Samples.OPEN), SAMPLE);
        assertOutcomes(anchoring, "NOT_AUTHORISED", ANCHORED);
        assertOutcomes(decide(Map.of(), Set.of(), SAMPLE), "NOT_AUTHORISED");
    }

    @Test
    void authorityCountsAtTheTimeOfTheTransaction() {
        Instant at = Samples.ANCHORED_AT;
        assertOutcomes(decide(authority(Samples.from(at)), Set.of(), SAMPLE), ANCHORED);
        assertOutcomes(decide(authority(Samples.from(at.plusSeconds(1))), Set.of(), SAMPLE), "NOT_AUTHORISED");
        AuthorityPeriod ended = Samples.until(Instant.EPOCH, at);
        assertOutcomes(decide(authority(ended), Set.of(), SAMPLE), "NOT_AUTHORISED");
        AuthorityPeriod lastSecond = Samples.until(Instant.EPOCH, at.plusSeconds(1));
        assertOutcomes(decide(authority(lastSecond), Set.of(), SAMPLE), ANCHORED);
        assertOutcomes(
                decide(Map.of(Samples.ORIGIN, Samples.interruptedAuthority()), Set.of(), SAMPLE), "NOT_AUTHORISED");
    }

    /** One code for each item: the repeat is seen before anything is read, then authority, then existence. */
    @Test
    void aRepeatComesBeforeAuthorityAndAuthorityBeforeExistence() {
        assertOutcomes(
                decide(Map.of(), Set.of(Samples.DOCUMENT), SAMPLE, SAMPLE), "NOT_AUTHORISED", "REPEATED_IN_LIST");
        assertOutcomes(
                decide(AUTHORITY, Set.of(Samples.DOCUMENT), SAMPLE, SAMPLE), "DOCUMENT_EXISTS", "REPEATED_IN_LIST");
    }

    @Test
    void theSameNumberInAnotherTypeIsAnotherDocument() {
        Map<TypeCode, AuthorityRecord> both = Map.of(
                Samples.ORIGIN,
                Samples.authority(),
                Samples.EUR1,
                Samples.authority(Samples.EUR1, Samples.from(Samples.AUTHORITY_BEGINS)));
        Anchoring anchoring =
                decide(both, Set.of(), SAMPLE, Samples.item(Samples.EUR1, "UZ-861/2026-000123", Samples.OPEN));
        assertOutcomes(anchoring, ANCHORED, ANCHORED);
        assertEquals(2, anchoring.records().size());
    }

    @Test
    void outcomesKeepTheOrderOfTheList() {
        AnchorItem[] items = new AnchorItem[AnchorList.MOST];
        for (int i = 0; i < items.length; i++) {
            items[i] = Samples.item(Samples.ORIGIN, "N" + i * 7919 % 500, Samples.OPEN);
        }
        Anchoring anchoring = decide(AUTHORITY, Set.of(), items);
        for (int i = 0; i < items.length; i++) {
            assertEquals(
                    items[i].documentId(Samples.CHAMBER),
                    anchoring.outcomes().get(i).documentId());
        }
        assertEquals(500, anchoring.records().size());
    }

    @Test
    void theIssuerIsWhoeverAsks() {
        AuthorityRecord customs = Samples.authority(Samples.CUSTOMS, Samples.ORIGIN, 1, Samples.from(Instant.EPOCH));
        Anchoring anchoring = Anchoring.decide(
                new AnchorList(List.of(SAMPLE)),
                Samples.change(Samples.CUSTOMS, "transaction 1", Samples.ANCHORED_AT),
                Map.of(Samples.ORIGIN, customs),
                Set.of());
        DocumentId id = Samples.document(Samples.CUSTOMS, Samples.ORIGIN, "UZ-861/2026-000123");
        assertEquals(Samples.CUSTOMS, record(anchoring, id).issuer());
    }

    private static Map<TypeCode, AuthorityRecord> authority(AuthorityPeriod period) {
        return Map.of(Samples.ORIGIN, Samples.authority(Samples.ORIGIN, period));
    }

    private static Anchoring decide(
            Map<TypeCode, AuthorityRecord> authorities, Set<DocumentId> existing, AnchorItem... items) {
        return Anchoring.decide(new AnchorList(List.of(items)), Samples.anchoring(), authorities, existing);
    }

    private static DocumentRecord record(Anchoring anchoring, DocumentId id) {
        return Objects.requireNonNull(anchoring.records().get(id));
    }

    /** What became of each item, in order: its code, or ANCHORED. */
    private static void assertOutcomes(Anchoring anchoring, String... expected) {
        assertEquals(
                List.of(expected),
                anchoring.outcomes().stream().map(AnchoringTest::inOneWord).toList());
        assertEquals(
                anchoring.outcomes().stream()
                        .filter(Anchored.class::isInstance)
                        .map(AnchorOutcome::documentId)
                        .collect(Collectors.toSet()),
                anchoring.records().keySet());
    }

    private static String inOneWord(AnchorOutcome outcome) {
        return outcome instanceof Refused refused ? refused.refusal().code().name() : ANCHORED;
    }
}
