package uz.muhr.protocol.consignment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static uz.muhr.protocol.Refusals.assertMalformed;
import static uz.muhr.protocol.Refusals.assertRefused;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uz.muhr.protocol.SampleSeals;
import uz.muhr.protocol.Samples;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.record.Change;
import uz.muhr.protocol.refusal.ErrorCode;

/** What a consignment takes in, by whom, and how its events are chained. */
final class ConsignmentRecordTest {
    private static final Change LATER = SampleSeals.change(SampleSeals.CARRIER, "link", SampleSeals.hour(2));

    private static ConsignmentLinking linking(long expected, ContainerCommitment... containers) {
        return new ConsignmentLinking(SampleSeals.SECRET.id(), expected, Linked.of(Stream.of(containers), Stream.of()));
    }

    private static List<ConsignmentEvent> chain(int events) {
        List<ConsignmentEvent> chain = new ArrayList<>(List.of(SampleSeals.opening()
                .decide(Optional.empty(), SampleSeals.change(SampleSeals.CARRIER, "open", SampleSeals.MORNING))));
        while (chain.size() < events) {
            chain.add(linking(chain.size(), container(chain.size()))
                    .decide(new ConsignmentHistory(chain).record(), LATER));
        }
        return chain;
    }

    private static ContainerCommitment container(int i) {
        return new ContainerCommitment(Samples.sha256("container " + i));
    }

    @Test
    void aConsignmentIsOpenedOnce() {
        assertEquals(SampleSeals.CARRIER, SampleSeals.opened().creator());
        assertRefused(ErrorCode.CONSIGNMENT_EXISTS, () -> SampleSeals.opening()
                .decide(Optional.of(SampleSeals.opened()), LATER));
    }

    @Test
    void onlyWhoOpenedItLinksToItAndByTheSequenceItSaw() {
        ConsignmentRecord opened = SampleSeals.opened();
        ConsignmentRecord after =
                opened.next(linking(1, SampleSeals.OTHER_CONTAINER).decide(opened, LATER));
        assertEquals(List.of(SampleSeals.CONTAINER, SampleSeals.OTHER_CONTAINER), after.containers());
        assertEquals(2, after.sequence());
        assertRefused(ErrorCode.NOT_AUTHORISED, () -> linking(1, SampleSeals.OTHER_CONTAINER)
                .decide(opened, SampleSeals.change(new MspId("RailwayMSP"), "x", SampleSeals.hour(2))));
        assertRefused(ErrorCode.STALE_SEQUENCE, () -> linking(1, SampleSeals.OTHER_CONTAINER)
                .decide(after, LATER));
    }

    @Test
    void nothingIsLinkedTwiceOrBeforeTheLastEvent() {
        ConsignmentRecord opened = SampleSeals.opened();
        assertRefused(
                ErrorCode.ILLEGAL_TRANSITION,
                () -> opened.next(linking(1, SampleSeals.CONTAINER).decide(opened, LATER)));
        Change early = SampleSeals.change(SampleSeals.CARRIER, "x", SampleSeals.MORNING.minusSeconds(1));
        assertRefused(
                ErrorCode.CLOCK_SKEW,
                () -> opened.next(linking(1, SampleSeals.OTHER_CONTAINER).decide(opened, early)));
    }

    @Test
    void aConsignmentHoldsAHundredContainers() {
        ConsignmentRecord opened = SampleSeals.opened();
        ContainerCommitment[] full = IntStream.range(0, 99)
                .mapToObj(ConsignmentRecordTest::container)
                .toArray(ContainerCommitment[]::new);
        ConsignmentRecord at100 = opened.next(linking(1, full).decide(opened, LATER));
        assertEquals(100, at100.containers().size());
        assertRefused(
                ErrorCode.ILLEGAL_TRANSITION,
                () -> at100.next(linking(2, SampleSeals.OTHER_CONTAINER).decide(at100, LATER)));
    }

    @Test
    void listsAreSortedAndNothingIsNoLink() {
        List<ContainerCommitment> two =
                Stream.of(container(1), container(2)).sorted().toList();
        assertMalformed(() -> new Linked(List.of(two.get(1), two.get(0)), List.of()));
        assertMalformed(() -> new Linked(List.of(two.get(0), two.get(0)), List.of()));
        assertMalformed(() -> linking(1));
    }

    @Test
    void aHistoryIsTheChainThatItWasWrittenAs() {
        List<ConsignmentEvent> chain = chain(5);
        assertEquals(5, new ConsignmentHistory(chain).record().sequence());
        for (int i = 0; i < chain.size() - 1; i++) {
            List<ConsignmentEvent> without = new ArrayList<>(chain);
            without.remove(i);
            assertRefused(ErrorCode.CORRUPT_RECORD, () -> new ConsignmentHistory(without));
        }
        assertRefused(ErrorCode.CORRUPT_RECORD, () -> new ConsignmentHistory(List.of()));
    }

    @Test
    void pagesAreJoinedFromTheNewestToTheFirst() {
        List<ConsignmentEvent> chain = chain(60);
        ConsignmentHistory read =
                ConsignmentHistory.read(SampleSeals.SECRET.id(), first -> page(chain, first == 0 ? 60 : first));
        assertEquals(chain, read.oldestFirst());
        assertEquals(Optional.of(10L), page(chain, 60).next());
        assertRefused(
                ErrorCode.CORRUPT_RECORD,
                () -> ConsignmentHistory.read(SampleSeals.SECRET.id(), first -> page(chain, 60)));
    }

    private static ConsignmentPage page(List<ConsignmentEvent> chain, long first) {
        List<ConsignmentEvent> events = new ArrayList<>();
        for (long n = first; n >= Math.max(1, first - ConsignmentPage.MOST + 1); n--) {
            events.add(chain.get((int) n - 1));
        }
        return ConsignmentPage.below(SampleSeals.SECRET.id(), events, first);
    }

    @Test
    void anOrganisationsRegistryKeyIsForGood() {
        RegistryRecord first = RegistryRecord.register(SampleSeals.KEY.hash(), Optional.empty(), LATER);
        assertRefused(
                ErrorCode.REGISTRY_EXISTS,
                "for good",
                () -> RegistryRecord.register(SampleSeals.KEY.hash(), Optional.of(first), LATER));
    }
}
