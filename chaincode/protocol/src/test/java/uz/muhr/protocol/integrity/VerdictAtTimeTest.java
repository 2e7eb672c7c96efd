package uz.muhr.protocol.integrity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import uz.muhr.protocol.Refusals;
import uz.muhr.protocol.SampleSeals;
import uz.muhr.protocol.Samples;
import uz.muhr.protocol.Voyage;
import uz.muhr.protocol.freight.SealCondition;
import uz.muhr.protocol.refusal.Refusal;
import uz.muhr.protocol.seal.BreakReason;
import uz.muhr.protocol.seal.SealAct;
import uz.muhr.protocol.seal.SealEvent;
import uz.muhr.protocol.seal.SealHistory;

/** What held at a time follows from what was vouched up to it, and from nothing that was recorded later. */
final class VerdictAtTimeTest {
    private static final int STEPS = 30;

    /** Each of these says, of a time before it, something else than what was known then. */
    static Stream<SealAct> laterActs() {
        return Stream.of(
                new SealAct.Read(SampleSeals.event("late"), true, Optional.empty()),
                new SealAct.Report(SampleSeals.event("report"), SealCondition.MISSING),
                new SealAct.Inspect(SealCondition.DAMAGED),
                new SealAct.Break(BreakReason.SEIZURE),
                new SealAct.Replace(SampleSeals.NEXT_SEAL.seal()),
                new SealAct.HandOver(Samples.CHAMBER),
                new SealAct.Remove());
    }

    @ParameterizedTest
    @MethodSource("laterActs")
    void aLaterActThatClaimsAnEarlierTimeChangesNoEarlierVerdict(SealAct act) {
        Voyage voyage = Voyage.begun().handedOverTo(SampleSeals.RAILWAY).accepted();
        Instant asked = voyage.record().changed().time();
        SealAssessment told = SealIntegrity.of(voyage.history(), Optional.of(asked));
        boolean byCustoms = act instanceof SealAct.Break || act instanceof SealAct.Replace;
        voyage.claiming(SampleSeals.hour(1).plusSeconds(1));
        Voyage after = byCustoms ? voyage.byCustoms(act) : voyage.byHolder(act);
        assertEquals(told, SealIntegrity.of(after.history(), Optional.of(asked)));
        assertEquals(
                told,
                SealIntegrity.of(after.history(), Optional.of(after.time().minusSeconds(3601))),
                "a second before it was recorded");
    }

    @Test
    void anEventCountsFromTheSecondInWhichItWasVouched() {
        Voyage voyage = Voyage.begun().byHolder(new SealAct.Inspect(SealCondition.BROKEN));
        Instant found = voyage.record().changed().time();
        assertEquals(SealVerdict.INTACT, verdict(voyage.history(), found.minusSeconds(1)));
        assertEquals(SealVerdict.TAMPERED, verdict(voyage.history(), found));
        assertEquals(SealVerdict.TAMPERED, verdict(voyage.history(), found.plusSeconds(1)));
        assertEquals(
                SealVerdict.UNPROVEN,
                verdict(voyage.history(), SampleSeals.hour(1).minusSeconds(1)));
        assertEquals(SealVerdict.INTACT, verdict(voyage.history(), SampleSeals.hour(1)));
    }

    /** The same readings on either side of the break, recorded in another order, come to the same verdict. */
    @Test
    void theOrderInWhichReadingsArriveDoesNotMatterToWhatTheySayTogether() {
        Instant before = SampleSeals.hour(1).plusSeconds(60);
        Voyage inOrder = Voyage.begun()
                .claiming(before)
                .read("1", true)
                .read("2", false)
                .byCustoms(new SealAct.Break(BreakReason.SAMPLING));
        Voyage late = Voyage.begun()
                .read("2", false)
                .byCustoms(new SealAct.Break(BreakReason.SAMPLING))
                .claiming(before)
                .read("1", true);
        assertEquals(
                SealIntegrity.of(inOrder.history(), Optional.empty()),
                SealIntegrity.of(late.history(), Optional.empty()));
    }

    /** An officer's claim that lies ahead of its own vouched time would swallow what the device said in between. */
    @Test
    void aBreakIsNoLaterThanItWasRecorded() {
        Voyage voyage = Voyage.begun();
        Instant recorded = voyage.time();
        voyage.claiming(recorded.plusSeconds(120)).byCustoms(new SealAct.Break(BreakReason.INSPECTION));
        voyage.claiming(recorded.minusSeconds(60)).read("1", true);
        assertEquals(
                List.of(SealReason.BROKEN_BY_CUSTOMS),
                SealIntegrity.of(voyage.history(), Optional.empty()).reasons());
        voyage.claiming(recorded.minusSeconds(121)).read("2", true);
        assertEquals(
                List.of(SealReason.READ_OPENED, SealReason.BROKEN_BY_CUSTOMS),
                SealIntegrity.of(voyage.history(), Optional.empty()).reasons());
    }

    /** A reading that claims to be from the future is taken as of when it was recorded. */
    @Test
    void aReadingIsNoLaterThanItWasRecorded() {
        Voyage voyage = Voyage.begun();
        Instant far = voyage.time().plusSeconds(1_000_000);
        voyage.claiming(far).read("1", true);
        assertEquals(
                SealVerdict.TAMPERED,
                verdict(voyage.history(), voyage.record().changed().time()));
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void theVerdictAtATimeIsThatOfTheHistoryAsItStoodThen(long seed) {
        SealHistory whole = voyage(new Random(seed));
        List<SealEvent> events = whole.oldestFirst();
        assertTrue(events.size() > 5, "seed " + seed + " did too little");
        for (int n = 1; n <= events.size(); n++) {
            SealAssessment then = SealIntegrity.of(new SealHistory(events.subList(0, n)), Optional.empty());
            Instant from = events.get(n - 1).change().time();
            assertEquals(then, SealIntegrity.of(whole, Optional.of(from)), "seed " + seed + ", event " + n);
            assertEquals(then, SealIntegrity.of(whole, Optional.of(from.plusSeconds(3599))), "until the next");
        }
    }

    /** Once a seal has read badly, later events may make it worse but never better: reasons are only taken back by an acceptance. */
    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24, 25, 26, 27, 28})
    void whatWasFoundAgainstASealIsNeverTakenBack(long seed) {
        SealHistory whole = voyage(new Random(seed));
        List<SealReason> before = new ArrayList<>();
        for (SealEvent event : whole.oldestFirst()) {
            List<SealReason> now =
                    SealIntegrity.of(whole, Optional.of(event.change().time())).reasons();
            before.remove(SealReason.NOT_ACCEPTED);
            assertTrue(now.containsAll(before), "seed " + seed + ": " + now + " after " + before);
            before = new ArrayList<>(now);
        }
    }

    private static SealVerdict verdict(SealHistory history, Instant at) {
        return SealIntegrity.of(history, Optional.of(at)).verdict();
    }

    private static SealHistory voyage(Random random) {
        Voyage voyage = Voyage.begun();
        for (int step = 0; step < STEPS; step++) {
            voyage.claiming(voyage.time().minusSeconds(random.nextInt(9_000)));
            try {
                next(voyage, random, step);
            } catch (Refusal refused) {
                Refusals.assertSpeaksPlainly(refused);
            }
        }
        return voyage.history();
    }

    private static void next(Voyage voyage, Random random, int step) {
        switch (random.nextInt(9)) {
            case 0 -> voyage.handedOverTo(random.nextBoolean() ? SampleSeals.RAILWAY : SampleSeals.CARRIER);
            case 1 -> voyage.record().offeredTo().ifPresent(receiver -> voyage.as(receiver, new SealAct.Accept()));
            case 2 -> voyage.byHolder(new SealAct.Withdraw());
            case 3 -> voyage.byHolder(new SealAct.Inspect(SealCondition.FAULTY_ELECTRONIC_SEAL));
            case 4 -> voyage.byCustoms(new SealAct.Inspect(SealCondition.RIGHT));
            case 5 -> {
                if (step > STEPS / 2) {
                    voyage.byQuarantine(new SealAct.Break(BreakReason.SAMPLING));
                }
            }
            default -> voyage.read("reading " + step, random.nextInt(6) == 0);
        }
    }
}
