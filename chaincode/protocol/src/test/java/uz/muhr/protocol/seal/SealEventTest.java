package uz.muhr.protocol.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static uz.muhr.protocol.Refusals.assertMalformed;
import static uz.muhr.protocol.Refusals.assertRefused;

import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import uz.muhr.protocol.Golden;
import uz.muhr.protocol.SampleSeals;
import uz.muhr.protocol.Samples;
import uz.muhr.protocol.Voyage;
import uz.muhr.protocol.consignment.EventHash;
import uz.muhr.protocol.consignment.EvidenceCommitment;
import uz.muhr.protocol.freight.SealCondition;
import uz.muhr.protocol.record.Change;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

/** An event of a seal says one thing, is read in its one form, and is named by all that it says. */
final class SealEventTest {
    private static final SealEvent AFFIXED = SampleSeals.affixed().affixed();
    private static final SealAct.Read READ = new SealAct.Read(SampleSeals.event("1"), false, Optional.of(50L));
    private static final Change CHANGE = SampleSeals.change(SampleSeals.CARRIER, "x", SampleSeals.hour(2));
    private static final Circumstances CLAIMED = SampleSeals.claiming(SampleSeals.hour(1));

    private static SealEvent second(SealAct act, SealParty party, Circumstances circumstances, boolean outOfOrder) {
        return new SealEvent(
                SampleSeals.NAME, 2, Optional.of(AFFIXED.hash()), act, party, circumstances, outOfOrder, CHANGE);
    }

    private static Stream<SealAct> acts() {
        return Stream.of(
                AFFIXED.act(),
                new SealAct.HandOver(SampleSeals.RAILWAY),
                new SealAct.Accept(),
                new SealAct.Decline(),
                new SealAct.Withdraw(),
                new SealAct.Inspect(SealCondition.BROKEN),
                new SealAct.Break(BreakReason.DANGER),
                new SealAct.Replace(SampleSeals.NEXT_SEAL.seal()),
                new SealAct.Remove(),
                new SealAct.Report(SampleSeals.event("report"), SealCondition.FAULTY_ELECTRONIC_SEAL),
                READ,
                new SealAct.Read(SampleSeals.event("2"), true, Optional.empty()));
    }

    @ParameterizedTest
    @MethodSource("acts")
    void everyActIsReadAsItIsWritten(SealAct act) {
        assertEquals(act, SealActText.read(SealActText.json(act)));
        assertEquals(
                act.operation().name(), SealActText.json(act).get("operation").getAsString());
    }

    @ParameterizedTest
    @MethodSource("acts")
    void anActWithAMemberOfAnotherActIsRefused(SealAct act) {
        JsonObject json = SealActText.json(act);
        json.addProperty("zz", 1);
        assertRefused(ErrorCode.MALFORMED_ARGUMENT, "unknown member", () -> SealActText.read(json));
        JsonObject without = SealActText.json(act);
        without.remove("operation");
        assertMalformed(() -> SealActText.read(without));
    }

    @ParameterizedTest
    @MethodSource("acts")
    void onlyAffixingComesFirstAndItComesFirstAlone(SealAct act) {
        boolean affixes = act instanceof SealAct.Affix;
        assertEquals(affixes, isOne(1, Optional.empty(), act));
        assertEquals(!affixes, isOne(2, Optional.of(AFFIXED.hash()), act));
        assertEquals(false, isOne(1, Optional.of(AFFIXED.hash()), act));
        assertEquals(false, isOne(2, Optional.empty(), act));
        assertEquals(false, isOne(0, Optional.of(AFFIXED.hash()), act));
    }

    private static boolean isOne(long sequence, Optional<EventHash> previous, SealAct act) {
        try {
            new SealEvent(SampleSeals.NAME, sequence, previous, act, SealParty.CREATOR, CLAIMED, false, CHANGE);
            return true;
        } catch (Refusal refusal) {
            assertEquals(ErrorCode.CORRUPT_RECORD, refusal.code());
            return false;
        }
    }

    @Test
    void aReadingSaysWhenItWasMadeAndOnlyAClaimIsOutOfOrder() {
        assertEquals(READ, second(READ, SealParty.HOLDER, CLAIMED, true).act());
        assertRefused(ErrorCode.CORRUPT_RECORD, () -> second(READ, SealParty.HOLDER, Circumstances.none(), false));
        assertRefused(
                ErrorCode.CORRUPT_RECORD,
                () -> second(new SealAct.Remove(), SealParty.HOLDER, Circumstances.none(), true));
    }

    @Test
    void whateverIsChangedInAnEventChangesItsHash() {
        SealEvent event = second(READ, SealParty.HOLDER, CLAIMED, false);
        List<SealEvent> others = List.of(
                second(new SealAct.Read(READ.id(), true, READ.battery()), SealParty.HOLDER, CLAIMED, false),
                second(new SealAct.Read(READ.id(), false, Optional.of(51L)), SealParty.HOLDER, CLAIMED, false),
                second(
                        new SealAct.Read(SampleSeals.event("2"), false, READ.battery()),
                        SealParty.HOLDER,
                        CLAIMED,
                        false),
                second(READ, SealParty.CUSTOMS, CLAIMED, false),
                second(READ, SealParty.HOLDER, CLAIMED, true),
                second(
                        READ,
                        SealParty.HOLDER,
                        SampleSeals.claiming(SampleSeals.hour(1).plusSeconds(1)),
                        false),
                second(
                        READ,
                        SealParty.HOLDER,
                        new Circumstances(CLAIMED.claimed(), Optional.of(SampleSeals.TASHKENT), List.of()),
                        false),
                second(
                        READ,
                        SealParty.HOLDER,
                        new Circumstances(CLAIMED.claimed(), Optional.empty(), List.of(SampleSeals.PHOTOGRAPH)),
                        false));
        Set<EventHash> hashes = new HashSet<>(List.of(event.hash()));
        others.forEach(other -> hashes.add(other.hash()));
        assertEquals(1 + others.size(), hashes.size());
        assertEquals(event.hash(), SealEvent.parse(event.write()).hash());
        assertNotEquals(EventHash.of("muhr/consignment-event/1", event.json()), event.hash());
    }

    @Test
    void aTimeIsTakenInWholeSecondsSoThatItIsReadAsItWasWritten() {
        Instant precise = SampleSeals.hour(1).plusMillis(750);
        SealEvent event = second(READ, SealParty.HOLDER, SampleSeals.claiming(precise), false);
        assertEquals(Optional.of(SampleSeals.hour(1)), event.circumstances().claimed());
        assertEquals(event, SealEvent.parse(event.write()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"seal-event-1", "seal-event-2", "seal-event-3", "seal-event-4"})
    void anEventOfAnotherFormatOrWithMoreThanItsMembersIsRefused(String golden) {
        String text = Golden.text(golden);
        assertEquals(text, SealEvent.parse(text).write());
        assertMalformed(() -> SealEvent.parse(text.replace("\"format\":1", "\"format\":2")));
        assertRefused(
                ErrorCode.MALFORMED_ARGUMENT,
                "unknown member",
                () -> SealEvent.parse(text.substring(0, text.length() - 1) + ",\"zz\":1}"));
        assertMalformed(() -> SealEvent.parse(text.replaceFirst("\"party\":\"[A-Z]+\"", "\"party\":\"THIEF\"")));
        assertMalformed(() -> SealEvent.parse(text.replace("\"outOfOrder\":false", "\"outOfOrder\":0")));
    }

    @Test
    void anEventIsChainedToTheOneBeforeIt() {
        List<SealEvent> events = Voyage.begun()
                .handedOverTo(SampleSeals.RAILWAY)
                .accepted()
                .history()
                .oldestFirst();
        assertEquals(Optional.empty(), events.get(0).previous());
        for (int i = 1; i < events.size(); i++) {
            assertEquals(Optional.of(events.get(i - 1).hash()), events.get(i).previous());
            assertEquals(i + 1, events.get(i).sequence());
        }
    }

    @Test
    void evidenceIsTenFilesAndABatteryIsFullAtMost() {
        List<EvidenceCommitment> ten = IntStream.range(0, 10)
                .mapToObj(i -> new EvidenceCommitment(Samples.sha256("file " + i)))
                .toList();
        assertEquals(
                10,
                new Circumstances(Optional.empty(), Optional.empty(), ten)
                        .evidence()
                        .size());
        assertEquals(Optional.of(100L), new SealAct.Read(SampleSeals.event("1"), false, Optional.of(100L)).battery());
    }
}
