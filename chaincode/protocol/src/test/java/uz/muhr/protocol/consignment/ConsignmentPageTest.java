package uz.muhr.protocol.consignment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static uz.muhr.protocol.Refusals.assertRefused;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uz.muhr.protocol.Golden;
import uz.muhr.protocol.SampleSeals;
import uz.muhr.protocol.Samples;
import uz.muhr.protocol.record.Change;
import uz.muhr.protocol.refusal.ErrorCode;

/** A page of a consignment's events is a piece of its chain without a gap, and its history is all of them. */
final class ConsignmentPageTest {
    private static final ConsignmentId ID = SampleSeals.SECRET.id();
    private static final ConsignmentId OTHER = new ConsignmentSecret(Samples.sha256("another")).id();
    private static final Change LATER = SampleSeals.change(SampleSeals.CARRIER, "link", SampleSeals.hour(2));
    private static final List<ConsignmentEvent> CHAIN = chain(52);
    private static final String BROKEN = "A consignment's events do not form a chain.";

    private static List<ConsignmentEvent> chain(int length) {
        List<ConsignmentEvent> chain = new ArrayList<>(List.of(SampleSeals.opening()
                .decide(Optional.empty(), SampleSeals.change(SampleSeals.CARRIER, "open", SampleSeals.MORNING))));
        ConsignmentRecord record = ConsignmentRecord.first(chain.get(0));
        while (chain.size() < length) {
            ContainerCommitment container = new ContainerCommitment(Samples.sha256("container " + chain.size()));
            ConsignmentEvent next = new ConsignmentLinking(
                            ID, record.sequence(), Linked.of(Stream.of(container), Stream.of()))
                    .decide(record, LATER);
            record = record.next(next);
            chain.add(next);
        }
        return chain;
    }

    private static List<ConsignmentEvent> newestFirst(int from, int to) {
        List<ConsignmentEvent> events = new ArrayList<>(CHAIN.subList(to - 1, from));
        Collections.reverse(events);
        return events;
    }

    @Test
    void itHoldsOneToFiftyEvents() {
        assertEquals(
                50, new ConsignmentPage(ID, newestFirst(52, 3)).newestFirst().size());
        assertEquals(1, new ConsignmentPage(ID, newestFirst(1, 1)).newestFirst().size());
        assertRefused(ErrorCode.CORRUPT_RECORD, BROKEN, () -> new ConsignmentPage(ID, newestFirst(52, 2)));
        assertRefused(ErrorCode.CORRUPT_RECORD, BROKEN, () -> new ConsignmentPage(ID, List.of()));
    }

    @Test
    void itNamesTheNextUnlessItIsTheLast() {
        assertEquals(Optional.of(2L), new ConsignmentPage(ID, newestFirst(52, 3)).next());
        assertEquals(Optional.of(1L), new ConsignmentPage(ID, newestFirst(2, 2)).next());
        assertEquals(Optional.empty(), new ConsignmentPage(ID, newestFirst(2, 1)).next());
    }

    @Test
    void theEventAboveItVouchesForItsFirstAndIsNotOnIt() {
        assertEquals(
                newestFirst(4, 2),
                ConsignmentPage.below(ID, newestFirst(5, 2), 4).newestFirst());
        List<ConsignmentEvent> gap = List.of(CHAIN.get(4), CHAIN.get(2));
        assertRefused(ErrorCode.CORRUPT_RECORD, BROKEN, () -> ConsignmentPage.below(ID, gap, 3));
    }

    @Test
    void anEventThatWasChangedIsNotTheOneThatTheNextNames() {
        ConsignmentEvent third = CHAIN.get(2);
        ConsignmentEvent changed = new ConsignmentEvent(
                ID,
                3,
                third.previous(),
                Linked.of(Stream.of(SampleSeals.OTHER_CONTAINER), Stream.of()),
                Optional.empty(),
                Optional.empty(),
                LATER);
        assertRefused(
                ErrorCode.CORRUPT_RECORD,
                BROKEN,
                () -> new ConsignmentPage(ID, List.of(CHAIN.get(3), changed, CHAIN.get(1))));
        assertRefused(
                ErrorCode.CORRUPT_RECORD,
                BROKEN,
                () -> new ConsignmentHistory(List.of(CHAIN.get(0), CHAIN.get(1), changed, CHAIN.get(3))));
    }

    @Test
    void anotherConsignmentsEventsAreNotItsOwn() {
        assertRefused(ErrorCode.CORRUPT_RECORD, BROKEN, () -> new ConsignmentPage(OTHER, newestFirst(2, 1)));
        assertRefused(
                ErrorCode.CORRUPT_RECORD,
                BROKEN,
                () -> ConsignmentHistory.read(OTHER, first -> new ConsignmentPage(ID, newestFirst(2, 1))));
    }

    /** A page that hides its continuation would make a shortened history look whole. */
    @Test
    void aPageThatNamesAnotherNextThanItHasIsRefused() {
        String last = Golden.text("consignment-page");
        String early = last.replaceFirst("]}$", "],\"next\":1}");
        assertRefused(ErrorCode.CORRUPT_RECORD, BROKEN, () -> ConsignmentPage.parse(early));
        String open = new ConsignmentPage(ID, newestFirst(3, 3)).write();
        assertEquals(Optional.of(2L), ConsignmentPage.parse(open).next());
        assertRefused(ErrorCode.CORRUPT_RECORD, BROKEN, () -> ConsignmentPage.parse(open.replace(",\"next\":2", "")));
        assertRefused(
                ErrorCode.CORRUPT_RECORD,
                BROKEN,
                () -> ConsignmentPage.parse(open.replace("\"next\":2", "\"next\":1")));
    }

    @Test
    void aHistoryBeginsWithTheOpening() {
        assertRefused(
                ErrorCode.CORRUPT_RECORD, BROKEN, () -> new ConsignmentHistory(List.of(CHAIN.get(1), CHAIN.get(2))));
        assertRefused(ErrorCode.CORRUPT_RECORD, BROKEN, () -> ConsignmentRecord.first(CHAIN.get(1)));
        assertEquals(ConsignmentRecord.first(CHAIN.get(0)), new ConsignmentHistory(CHAIN.subList(0, 1)).record());
    }

    @Test
    void anEventOfAnotherConsignmentDoesNotFollow() {
        ConsignmentRecord opened = ConsignmentRecord.first(CHAIN.get(0));
        ConsignmentEvent strange = new ConsignmentEvent(
                OTHER, 2, Optional.of(opened.head()), CHAIN.get(1).linked(), Optional.empty(), Optional.empty(), LATER);
        assertRefused(ErrorCode.CORRUPT_RECORD, BROKEN, () -> opened.next(strange));
        ConsignmentEvent skipped = new ConsignmentEvent(
                ID, 3, Optional.of(opened.head()), CHAIN.get(1).linked(), Optional.empty(), Optional.empty(), LATER);
        assertRefused(ErrorCode.CORRUPT_RECORD, BROKEN, () -> opened.next(skipped));
    }
}
