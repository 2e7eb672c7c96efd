package uz.muhr.protocol.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static uz.muhr.protocol.Refusals.assertRefused;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uz.muhr.protocol.Golden;
import uz.muhr.protocol.SampleSeals;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.refusal.ErrorCode;

/** A page of a seal's events is a piece of its chain without a gap. */
final class SealPageTest {
    private static final List<SealEvent> CHAIN = chain(202);
    private static final SealName OTHER = new SealName(SampleSeals.SECRET.id(), SampleSeals.NEXT_SEAL.seal());

    private static List<SealEvent> chain(int length) {
        List<SealEvent> chain = new ArrayList<>(List.of(SampleSeals.affixed().affixed()));
        SealRecord record = SealRecord.of(chain.get(0));
        while (chain.size() < length) {
            SealAct.Read read = new SealAct.Read(SampleSeals.event("read " + chain.size()), false, Optional.empty());
            SealEvent next = record.event(
                    read,
                    Set.of(SealParty.HOLDER),
                    SampleSeals.claiming(SampleSeals.hour(2)),
                    SampleSeals.change(SampleSeals.CARRIER, "read", SampleSeals.hour(2)));
            record = record.next(next);
            chain.add(next);
        }
        return chain;
    }

    private static List<SealEvent> newestFirst(int from, int to) {
        List<SealEvent> events = new ArrayList<>(CHAIN.subList(to - 1, from));
        Collections.reverse(events);
        return events;
    }

    @Test
    void itHoldsOneToTwoHundredEvents() {
        assertEquals(
                200,
                new SealHistoryPage(SampleSeals.NAME, newestFirst(202, 3))
                        .newestFirst()
                        .size());
        assertEquals(
                1,
                new SealHistoryPage(SampleSeals.NAME, newestFirst(1, 1))
                        .newestFirst()
                        .size());
        assertRefused(
                ErrorCode.CORRUPT_RECORD,
                "a page holds 1 to 200 events",
                () -> new SealHistoryPage(SampleSeals.NAME, newestFirst(202, 2)));
        assertRefused(
                ErrorCode.CORRUPT_RECORD,
                "a page holds 1 to 200 events",
                () -> new SealHistoryPage(SampleSeals.NAME, List.of()));
    }

    @Test
    void itNamesTheNextUnlessItIsTheLast() {
        assertEquals(Optional.of(2L), new SealHistoryPage(SampleSeals.NAME, newestFirst(202, 3)).next());
        assertEquals(Optional.of(1L), new SealHistoryPage(SampleSeals.NAME, newestFirst(2, 2)).next());
        assertEquals(Optional.empty(), new SealHistoryPage(SampleSeals.NAME, newestFirst(2, 1)).next());
    }

    @Test
    void anotherSealsEventsAreNotItsOwn() {
        assertRefused(
                ErrorCode.CORRUPT_RECORD,
                "another predecessor or seal",
                () -> new SealHistoryPage(OTHER, newestFirst(2, 1)));
        assertRefused(
                ErrorCode.CORRUPT_RECORD,
                "not the one that was asked for",
                () -> SealHistory.read(OTHER, first -> new SealHistoryPage(SampleSeals.NAME, newestFirst(2, 1))));
    }

    @Test
    void anEventThatWasChangedIsNotTheOneThatTheNextNames() {
        SealEvent third = CHAIN.get(2);
        SealEvent changed = new SealEvent(
                third.name(),
                3,
                third.previous(),
                new SealAct.Read(SampleSeals.event("forged"), true, Optional.empty()),
                third.party(),
                third.circumstances(),
                false,
                third.change());
        assertRefused(
                ErrorCode.CORRUPT_RECORD,
                "event 4 names another predecessor",
                () -> new SealHistoryPage(SampleSeals.NAME, List.of(CHAIN.get(3), changed, CHAIN.get(1))));
    }

    @Test
    void eventsThatSkipOneAreNoPage() {
        assertRefused(
                ErrorCode.CORRUPT_RECORD,
                "event 4 names",
                () -> new SealHistoryPage(SampleSeals.NAME, List.of(CHAIN.get(3), CHAIN.get(1))));
        assertRefused(
                ErrorCode.CORRUPT_RECORD,
                "event 2 names",
                () -> new SealHistoryPage(SampleSeals.NAME, List.of(CHAIN.get(1), CHAIN.get(2))));
    }

    /** A page that hides its continuation would make a shortened history look whole. */
    @Test
    void aPageThatNamesAnotherNextThanItHasIsRefused() {
        String open = new SealHistoryPage(SampleSeals.NAME, newestFirst(4, 3)).write();
        assertEquals(Optional.of(2L), SealHistoryPage.parse(open).next());
        for (String wrong : List.of(open.replace("\"next\":2,", ""), open.replace("\"next\":2", "\"next\":1"))) {
            assertRefused(
                    ErrorCode.CORRUPT_RECORD, "another next event than it has", () -> SealHistoryPage.parse(wrong));
        }
        String whole = Golden.text("seal-history");
        assertRefused(
                ErrorCode.CORRUPT_RECORD,
                "another next event than it has",
                () -> SealHistoryPage.parse(
                        whole.replaceFirst(",\"seal\":\"([0-9a-f]{64})\"}$", ",\"next\":1,\"seal\":\"$1\"}")));
    }

    @Test
    void twoHundredAndTwoEventsAreReadOnTwoPages() {
        List<Long> asked = new ArrayList<>();
        SealHistory read = SealHistory.read(SampleSeals.NAME, first -> {
            asked.add(first);
            int top = first == 0 ? 202 : (int) first;
            return new SealHistoryPage(SampleSeals.NAME, newestFirst(top, Math.max(1, top - 199)));
        });
        assertEquals(List.of(0L, 2L), asked);
        assertEquals(CHAIN, read.oldestFirst());
    }

    /** Each hash is right, so only the times, names and numbers betray it. */
    @Test
    void whatIsChainedButDoesNotFollowIsNamedByItsFault() {
        SealRecord first = SealRecord.of(CHAIN.get(0));
        assertDoesNotFollow(first, "event 2 is of another seal", OTHER, 2, SampleSeals.CARRIER, 3);
        assertDoesNotFollow(first, "event 2 is missing", SampleSeals.NAME, 3, SampleSeals.CARRIER, 3);
        assertDoesNotFollow(first, "event 2 is timed before", SampleSeals.NAME, 2, SampleSeals.CARRIER, 0);
        assertDoesNotFollow(first, "event 2 is nothing that", SampleSeals.NAME, 2, SampleSeals.RAILWAY, 3);
    }

    private static void assertDoesNotFollow(
            SealRecord record, String says, SealName name, long sequence, MspId by, int hour) {
        SealEvent event = new SealEvent(
                name,
                sequence,
                Optional.of(record.head()),
                new SealAct.Remove(),
                SealParty.HOLDER,
                Circumstances.none(),
                false,
                SampleSeals.change(by, "x", SampleSeals.hour(hour)));
        assertRefused(ErrorCode.CORRUPT_RECORD, says, () -> record.next(event));
    }
}
