package uz.muhr.protocol.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static uz.muhr.protocol.Refusals.assertRefused;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uz.muhr.protocol.SampleSeals;
import uz.muhr.protocol.Samples;
import uz.muhr.protocol.Voyage;
import uz.muhr.protocol.consignment.EventHash;
import uz.muhr.protocol.freight.SealCondition;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.record.Change;
import uz.muhr.protocol.refusal.ErrorCode;

/** A history is believed only as the chain that it was written as. */
final class SealHistoryTest {
    private static final List<SealEvent> EVENTS = Voyage.begun()
            .handedOverTo(SampleSeals.RAILWAY)
            .accepted()
            .read("1", false)
            .byHolder(new SealAct.Remove())
            .history()
            .oldestFirst();

    @Test
    void aWholeVoyageIsRead() {
        assertEquals(SealState.REMOVED, new SealHistory(EVENTS).record().state());
        assertEquals(SampleSeals.RAILWAY, new SealHistory(EVENTS).record().holder());
        assertEquals(5, new SealHistory(EVENTS).records().size());
    }

    @Test
    void anEventThatIsMissingIsMissed() {
        for (int i = 0; i < EVENTS.size() - 1; i++) {
            List<SealEvent> without = new ArrayList<>(EVENTS);
            without.remove(i);
            assertRefused(ErrorCode.CORRUPT_RECORD, () -> new SealHistory(without));
        }
        assertRefused(ErrorCode.CORRUPT_RECORD, () -> new SealHistory(List.of()));
    }

    @Test
    void anEventThatWasChangedIsNotTheOneThatTheNextNames() {
        for (int i = 0; i < EVENTS.size() - 1; i++) {
            List<SealEvent> changed = new ArrayList<>(EVENTS);
            SealEvent event = EVENTS.get(i);
            changed.set(
                    i,
                    new SealEvent(
                            event.name(),
                            event.sequence(),
                            event.previous(),
                            event.act(),
                            event.party(),
                            SampleSeals.claiming(SampleSeals.hour(1).plusSeconds(7)),
                            event.outOfOrder(),
                            event.change()));
            assertRefused(ErrorCode.CORRUPT_RECORD, "another predecessor", () -> new SealHistory(changed));
        }
    }

    @Test
    void whatTheRulesWouldNotHaveAllowedIsNotBelievedThoughItIsChained() {
        SealEvent affixed = EVENTS.get(0);
        for (SealEvent wrong : List.of(
                after(affixed, new SealAct.Accept(), SealParty.RECEIVER, SampleSeals.RAILWAY),
                after(affixed, new SealAct.Remove(), SealParty.HOLDER, SampleSeals.RAILWAY),
                after(affixed, new SealAct.Remove(), SealParty.CUSTOMS, SampleSeals.CARRIER),
                after(affixed, new SealAct.Break(BreakReason.DANGER), SealParty.HOLDER, SampleSeals.CARRIER))) {
            assertRefused(
                    ErrorCode.CORRUPT_RECORD,
                    "nothing that the one before allows",
                    () -> new SealHistory(List.of(affixed, wrong)));
        }
    }

    /** Each by whom it says, and chained; only the state does not allow it. */
    @Test
    void whatTheStateDoesNotAllowIsNotBelieved() {
        Voyage offered = Voyage.begun().handedOverTo(SampleSeals.RAILWAY);
        refusesNext(offered, new SealAct.HandOver(Samples.CHAMBER), SealParty.HOLDER, SampleSeals.CARRIER);
        refusesNext(offered, new SealAct.Remove(), SealParty.HOLDER, SampleSeals.CARRIER);
        Voyage broken = Voyage.begun().byCustoms(new SealAct.Break(BreakReason.SEIZURE));
        refusesNext(broken, new SealAct.Break(BreakReason.SEIZURE), SealParty.CUSTOMS, Samples.CUSTOMS);
        refusesNext(broken, new SealAct.HandOver(SampleSeals.RAILWAY), SealParty.HOLDER, SampleSeals.CARRIER);
        Voyage removed = Voyage.begun().byHolder(new SealAct.Remove());
        refusesNext(removed, new SealAct.Remove(), SealParty.HOLDER, SampleSeals.CARRIER);
        refusesNext(removed, new SealAct.Inspect(SealCondition.RIGHT), SealParty.HOLDER, SampleSeals.CARRIER);
    }

    @Test
    void whoWasNotOfferedASealDidNotActAsItsReceiver() {
        Voyage offered = Voyage.begun().handedOverTo(SampleSeals.RAILWAY);
        for (MspId other : List.of(SampleSeals.CARRIER, Samples.CHAMBER, Samples.CUSTOMS)) {
            refusesNext(offered, new SealAct.Accept(), SealParty.RECEIVER, other);
            refusesNext(offered, new SealAct.Decline(), SealParty.RECEIVER, other);
            refusesNext(offered, new SealAct.Inspect(SealCondition.RIGHT), SealParty.RECEIVER, other);
        }
        refusesNext(Voyage.begun(), new SealAct.Inspect(SealCondition.RIGHT), SealParty.RECEIVER, SampleSeals.RAILWAY);
    }

    private static void refusesNext(Voyage voyage, SealAct act, SealParty party, MspId by) {
        SealRecord record = voyage.record();
        SealEvent event = new SealEvent(
                record.name(),
                record.sequence() + 1,
                Optional.of(record.head()),
                act,
                party,
                Circumstances.none(),
                false,
                SampleSeals.change(by, "after", voyage.time()));
        assertRefused(ErrorCode.CORRUPT_RECORD, "nothing that the one before allows", () -> record.next(event));
    }

    @Test
    void aSealIsAffixedByWhoMay() {
        SealEvent affixed = EVENTS.get(0);
        for (SealParty nobody : List.of(SealParty.HOLDER, SealParty.RECEIVER)) {
            SealEvent wrong = new SealEvent(
                    affixed.name(),
                    1,
                    Optional.empty(),
                    affixed.act(),
                    nobody,
                    affixed.circumstances(),
                    false,
                    affixed.change());
            assertRefused(ErrorCode.CORRUPT_RECORD, "nobody affixes", () -> new SealHistory(List.of(wrong)));
        }
    }

    @Test
    void pagesAreJoinedFromTheNewestToTheFirst() {
        List<Long> asked = new ArrayList<>();
        SealHistory read = SealHistory.read(SampleSeals.NAME, first -> {
            asked.add(first);
            return page(first == 0 ? 5 : first, 2);
        });
        assertEquals(List.of(0L, 3L, 1L), asked);
        assertEquals(EVENTS, read.oldestFirst());
    }

    @Test
    void anotherPageThanWasAskedForIsRefused() {
        assertRefused(
                ErrorCode.CORRUPT_RECORD,
                "not the one that was asked for",
                () -> SealHistory.read(SampleSeals.NAME, first -> page(first == 0 ? 5 : 2, 2)));
        assertRefused(
                ErrorCode.CORRUPT_RECORD,
                "not the one that was asked for",
                () -> SealHistory.read(SampleSeals.NAME, first -> page(5, 2)));
        SealName other = new SealName(SampleSeals.SECRET.id(), SampleSeals.NEXT_SEAL.seal());
        assertRefused(ErrorCode.CORRUPT_RECORD, () -> SealHistory.read(other, first -> page(5, 5)));
    }

    @Test
    void anEventAboveThePageVouchesForItsFirst() {
        List<SealEvent> newestFirst = new ArrayList<>(EVENTS);
        Collections.reverse(newestFirst);
        assertEquals(
                newestFirst.subList(1, 3),
                SealHistoryPage.below(SampleSeals.NAME, newestFirst.subList(0, 3), 4)
                        .newestFirst());
        List<SealEvent> gap = List.of(newestFirst.get(0), newestFirst.get(2));
        assertRefused(ErrorCode.CORRUPT_RECORD, () -> SealHistoryPage.below(SampleSeals.NAME, gap, 3));
        assertRefused(ErrorCode.CORRUPT_RECORD, () -> new SealHistoryPage(SampleSeals.NAME, List.of()));
    }

    private static SealHistoryPage page(long first, int most) {
        List<SealEvent> events = new ArrayList<>();
        for (long n = first; n >= Math.max(1, first - most + 1); n--) {
            events.add(EVENTS.get((int) n - 1));
        }
        return new SealHistoryPage(SampleSeals.NAME, events);
    }

    private static SealEvent after(SealEvent before, SealAct act, SealParty party, MspId by) {
        Change change = SampleSeals.change(by, "after", SampleSeals.hour(3));
        Optional<EventHash> previous = Optional.of(before.hash());
        return new SealEvent(before.name(), 2, previous, act, party, Circumstances.none(), false, change);
    }

    @Test
    void anEventThatContradictsItselfIsNone() {
        SealEvent affixed = EVENTS.get(0);
        Optional<EventHash> some = Optional.of(new EventHash(Samples.sha256("x")));
        assertRefused(
                ErrorCode.CORRUPT_RECORD,
                () -> new SealEvent(
                        affixed.name(),
                        1,
                        some,
                        affixed.act(),
                        SealParty.CREATOR,
                        Circumstances.none(),
                        false,
                        affixed.change()));
        assertRefused(
                ErrorCode.CORRUPT_RECORD,
                () -> new SealEvent(
                        affixed.name(),
                        2,
                        some,
                        affixed.act(),
                        SealParty.CREATOR,
                        Circumstances.none(),
                        false,
                        affixed.change()));
        assertRefused(
                ErrorCode.CORRUPT_RECORD,
                () -> new SealEvent(
                        affixed.name(),
                        2,
                        some,
                        new SealAct.Accept(),
                        SealParty.RECEIVER,
                        Circumstances.none(),
                        true,
                        affixed.change()));
    }
}
