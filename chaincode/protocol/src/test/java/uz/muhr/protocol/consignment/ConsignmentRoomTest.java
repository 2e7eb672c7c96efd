package uz.muhr.protocol.consignment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static uz.muhr.protocol.Refusals.assertMalformed;
import static uz.muhr.protocol.Refusals.assertRefused;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uz.muhr.protocol.SampleSeals;
import uz.muhr.protocol.Samples;
import uz.muhr.protocol.record.Change;
import uz.muhr.protocol.refusal.ErrorCode;

/** How much a consignment holds, at its bounds and one beyond them, and what its record cannot say. */
final class ConsignmentRoomTest {
    private static final ConsignmentId ID = SampleSeals.SECRET.id();
    private static final Change LATER = SampleSeals.change(SampleSeals.CARRIER, "x", SampleSeals.hour(1));
    private static final String FULL = "at most 100 containers and 100 documents; open another one";

    private static <T> List<T> many(int count, Function<String, T> commitment) {
        return IntStream.range(0, count)
                .mapToObj(i -> commitment.apply(Samples.sha256("one of many " + i)))
                .toList();
    }

    private static Linked linked(int containers, int documents) {
        return Linked.of(
                many(containers, ContainerCommitment::new).stream(), many(documents, ConsignedDocument::new).stream());
    }

    private static ConsignmentRecord opened(Linked linked) {
        return ConsignmentRecord.first(new ConsignmentOpening(ID, Optional.empty(), linked)
                .decide(Optional.empty(), SampleSeals.change(SampleSeals.CARRIER, "open", SampleSeals.MORNING)));
    }

    private static ConsignmentRecord link(ConsignmentRecord before, Linked linked) {
        return before.next(new ConsignmentLinking(ID, before.sequence(), linked).decide(before, LATER));
    }

    private static ConsignmentRecord seal(ConsignmentRecord before, String seal) {
        return before.next(new ConsignmentEvent(
                ID,
                before.sequence() + 1,
                Optional.of(before.head()),
                Linked.NOTHING,
                Optional.empty(),
                Optional.of(new SealReference(Samples.sha256(seal))),
                LATER));
    }

    @Test
    void itIsOpenedWithUpToAHundredOfEach() {
        ConsignmentRecord full = opened(linked(100, 100));
        assertEquals(100, full.containers().size());
        assertEquals(100, full.documents().size());
        assertRefused(ErrorCode.ILLEGAL_TRANSITION, FULL, () -> opened(linked(101, 0)));
        assertRefused(ErrorCode.ILLEGAL_TRANSITION, FULL, () -> opened(linked(0, 101)));
    }

    @Test
    void itIsFilledUpToAHundredOfEach() {
        ConsignmentRecord almost = opened(linked(99, 99));
        Linked oneMore = Linked.of(Stream.of(SampleSeals.CONTAINER), Stream.of());
        Linked oneDocumentMore = Linked.of(Stream.of(), Stream.of(SampleSeals.SECRET.document(Samples.DOCUMENT)));
        ConsignmentRecord full = link(link(almost, oneMore), oneDocumentMore);
        assertEquals(100, full.containers().size());
        assertEquals(100, full.documents().size());
        assertRefused(
                ErrorCode.ILLEGAL_TRANSITION,
                FULL,
                () -> link(full, Linked.of(Stream.of(SampleSeals.OTHER_CONTAINER), Stream.of())));
        assertRefused(
                ErrorCode.ILLEGAL_TRANSITION,
                FULL,
                () -> link(full, Linked.of(Stream.of(), Stream.of(new ConsignedDocument(Samples.sha256("more"))))));
    }

    @Test
    void itHoldsThreeHundredSeals() {
        ConsignmentRecord record = opened(linked(1, 0));
        for (int i = 0; i < 300; i++) {
            record = seal(record, "seal " + i);
        }
        ConsignmentRecord full = record;
        assertEquals(300, full.seals().size());
        assertEquals(301, full.sequence());
        assertRefused(
                ErrorCode.ILLEGAL_TRANSITION,
                "at most 300 container seals; open another one",
                () -> seal(full, "seal 300"));
        assertEquals(100, link(full, linkedFrom(1, 100)).containers().size(), "containers still have room");
    }

    private static Linked linkedFrom(int from, int to) {
        return Linked.of(many(to, ContainerCommitment::new).stream().skip(from), Stream.of());
    }

    @Test
    void nothingIsInItTwice() {
        ConsignmentRecord record = seal(opened(linked(2, 2)), "seal");
        Linked document = Linked.of(Stream.of(), many(2, ConsignedDocument::new).stream());
        assertRefused(ErrorCode.ILLEGAL_TRANSITION, "The consignment holds", () -> link(record, linkedFrom(1, 2)));
        assertRefused(ErrorCode.ILLEGAL_TRANSITION, "The consignment holds", () -> link(record, document));
        assertRefused(ErrorCode.ILLEGAL_TRANSITION, "The consignment holds", () -> seal(record, "seal"));
        assertMalformed(() -> new Linked(
                List.of(),
                many(1, ConsignedDocument::new).stream()
                        .flatMap(one -> Stream.of(one, one))
                        .toList()));
    }

    @Test
    void documentsAreSortedAsContainersAre() {
        List<ConsignedDocument> sorted =
                many(3, ConsignedDocument::new).stream().sorted().toList();
        assertEquals(sorted, new Linked(List.of(), sorted).documents());
        assertRefused(
                ErrorCode.MALFORMED_ARGUMENT,
                "The documents of a consignment have to be sorted, and none twice.",
                () -> new Linked(List.of(), List.of(sorted.get(2), sorted.get(1), sorted.get(0))));
    }

    @Test
    void whatItWasOpenedWithStaysInFront() {
        ConsignmentRecord opened = SampleSeals.opened();
        ConsignmentRecord after = link(opened, linked(2, 2));
        assertEquals(opened.containers(), after.containers().subList(0, 1));
        assertEquals(opened.documents(), after.documents().subList(0, 1));
        assertEquals(opened.ucr(), after.ucr());
        assertEquals(opened.opened(), after.opened());
        assertEquals(LATER, after.changed());
    }

    @Test
    void aRecordThatContradictsItselfIsNone() {
        refusesRecord(0, List.of(), List.of(), List.of(), SampleSeals.hour(1));
        refusesRecord(1, many(101, ContainerCommitment::new), List.of(), List.of(), SampleSeals.hour(1));
        refusesRecord(1, List.of(), many(101, ConsignedDocument::new), List.of(), SampleSeals.hour(1));
        refusesRecord(1, List.of(), List.of(), many(301, SealReference::new), SampleSeals.hour(1));
        refusesRecord(
                1, List.of(SampleSeals.CONTAINER, SampleSeals.CONTAINER), List.of(), List.of(), SampleSeals.hour(1));
        refusesRecord(1, List.of(), List.of(), List.of(), SampleSeals.hour(1).minusSeconds(1));
    }

    private static void refusesRecord(
            long sequence,
            List<ContainerCommitment> containers,
            List<ConsignedDocument> documents,
            List<SealReference> seals,
            Instant changed) {
        assertRefused(
                ErrorCode.CORRUPT_RECORD,
                "The record of a consignment contradicts itself.",
                () -> new ConsignmentRecord(
                        ID,
                        Optional.empty(),
                        containers,
                        documents,
                        seals,
                        sequence,
                        SampleSeals.opened().head(),
                        LATER,
                        SampleSeals.change(SampleSeals.CARRIER, "x", changed)));
    }
}
