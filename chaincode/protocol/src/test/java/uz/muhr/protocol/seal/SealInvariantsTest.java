package uz.muhr.protocol.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uz.muhr.protocol.SampleSeals;
import uz.muhr.protocol.Samples;
import uz.muhr.protocol.Voyage;
import uz.muhr.protocol.freight.SealCondition;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.integrity.Custody;
import uz.muhr.protocol.integrity.SealAssessment;
import uz.muhr.protocol.integrity.SealIntegrity;
import uz.muhr.protocol.refusal.Refusal;

/** Whatever anybody tries with a seal, in whatever order: what must never happen does not. */
final class SealInvariantsTest {
    private static final int SEEDS = 40;
    private static final int STEPS = 80;
    private static final List<MspId> ORGANISATIONS =
            List.of(SampleSeals.CARRIER, SampleSeals.RAILWAY, Samples.CUSTOMS, SampleSeals.QUARANTINE, Samples.CHAMBER);

    @Test
    void anySequenceOfActsKeepsTheInvariants() {
        Set<SealOperation> done = EnumSet.of(SealOperation.AFFIX);
        for (long seed = 1; seed <= SEEDS; seed++) {
            voyage(seed, done);
        }
        assertEquals(EnumSet.allOf(SealOperation.class), done, "what happened at all");
    }

    private static void voyage(long seed, Set<SealOperation> done) {
        Random random = new Random(seed);
        Voyage voyage = Voyage.begun();
        Map<Instant, SealAssessment> told = new HashMap<>();
        int events = 1;
        for (int step = 0; step < STEPS; step++) {
            SealRecord before = voyage.record();
            boolean happened = tried(voyage, random, done);
            events += happened ? 1 : 0;
            check(before, voyage, happened, events, "seed " + seed + ", step " + step);
            told.put(voyage.record().changed().time(), SealIntegrity.of(voyage.history(), Optional.empty()));
        }
        told.forEach((time, verdict) -> assertEquals(
                verdict,
                SealIntegrity.of(voyage.history(), Optional.of(time)),
                "what was told then is told of then, seed " + seed));
    }

    private static void check(SealRecord before, Voyage voyage, boolean happened, int events, String where) {
        SealHistory history = voyage.history();
        SealRecord after = history.record();
        assertEquals(events, history.oldestFirst().size(), where);
        assertEquals(IntStream.rangeClosed(1, events).mapToObj(n -> (long) n).toList(), sequences(history), where);
        assertEquals(after.head(), history.oldestFirst().get(events - 1).hash(), where);
        boolean over = before.state() == SealState.REPLACED || before.state() == SealState.REMOVED;
        assertTrue(!over || !happened, where + ": an event after the end");
        boolean moved = !before.holder().equals(after.holder());
        assertTrue(
                !moved
                        || (history.oldestFirst().get(events - 1).act() instanceof SealAct.Accept
                                && before.offeredTo().equals(Optional.of(after.holder()))),
                where + ": custody moved without the receiver's acceptance");
        oneHolderAtATime(history, where);
    }

    private static void oneHolderAtATime(SealHistory history, String where) {
        List<Custody> chain = Custody.chain(history);
        for (int i = 0; i + 1 < chain.size(); i++) {
            assertEquals(Optional.of(chain.get(i + 1).from()), chain.get(i).until(), where);
        }
        assertEquals(history.record().holder(), chain.get(chain.size() - 1).holder(), where);
    }

    private static List<Long> sequences(SealHistory history) {
        return history.oldestFirst().stream().map(SealEvent::sequence).toList();
    }

    private static boolean tried(Voyage voyage, Random random, Set<SealOperation> done) {
        MspId who = ORGANISATIONS.get(random.nextInt(ORGANISATIONS.size()));
        List<SealParty> authorities = new ArrayList<>();
        if (who.equals(Samples.CUSTOMS)) {
            authorities.add(SealParty.CUSTOMS);
        } else if (who.equals(SampleSeals.QUARANTINE)) {
            authorities.add(SealParty.QUARANTINE);
        }
        SealAct act = act(random);
        try {
            voyage.claiming(voyage.time().plusSeconds(random.nextInt(20_000) - 15_000))
                    .as(who, act, authorities.toArray(SealParty[]::new));
            done.add(act.operation());
            return true;
        } catch (Refusal refused) {
            return false;
        }
    }

    private static SealAct act(Random random) {
        SealCondition condition = SealCondition.parse(Integer.toString(1 + random.nextInt(5)));
        return switch (random.nextInt(24)) {
            case 0, 1, 2, 3 -> new SealAct.HandOver(ORGANISATIONS.get(random.nextInt(ORGANISATIONS.size())));
            case 4, 5, 6, 7, 8, 9 -> new SealAct.Accept();
            case 10 -> new SealAct.Decline();
            case 11 -> new SealAct.Withdraw();
            case 12, 13 -> new SealAct.Inspect(condition);
            case 14 ->
                new SealAct.Report(
                        SampleSeals.event("report " + random.nextInt()),
                        condition == SealCondition.RIGHT ? SealCondition.MISSING : condition);
            case 15 -> random.nextInt(8) == 0 ? new SealAct.Break(BreakReason.SEIZURE) : new SealAct.Accept();
            case 16 ->
                random.nextInt(12) == 0 ? new SealAct.Replace(SampleSeals.NEXT_SEAL.seal()) : new SealAct.Accept();
            case 17 -> random.nextInt(12) == 0 ? new SealAct.Remove() : new SealAct.Accept();
            default ->
                new SealAct.Read(
                        SampleSeals.event("read " + random.nextInt()), random.nextInt(20) == 0, Optional.empty());
        };
    }
}
