package uz.muhr.protocol.sealing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static uz.muhr.protocol.Refusals.assertMalformed;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uz.muhr.protocol.SampleSeals;
import uz.muhr.protocol.Samples;
import uz.muhr.protocol.Voyage;
import uz.muhr.protocol.freight.SealCondition;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.seal.Circumstances;
import uz.muhr.protocol.seal.SealAct;
import uz.muhr.protocol.seal.SealEvent;
import uz.muhr.protocol.seal.SealName;
import uz.muhr.protocol.seal.SealParty;
import uz.muhr.protocol.seal.SealRecord;

/** Reports and readings in lists: each one event, whoever sends it however often. */
final class ObservingTest {
    private static final Instant NOW = SampleSeals.hour(2);
    private static final Sealer CARRIER = SampleSeals.sealer(SampleSeals.CARRIER, "observe", NOW);

    private static Observation read(String origin, boolean opened, Instant claimed) {
        return new Observation(
                SampleSeals.NAME,
                new SealAct.Read(SampleSeals.event(origin), opened, Optional.empty()),
                SampleSeals.claiming(claimed));
    }

    private static Observing decide(Voyage voyage, Sealer sealer, Observation... observations) {
        return Observing.decide(
                new ObservationList(List.of(observations)),
                Map.of(SampleSeals.NAME, voyage.record()),
                known(voyage),
                sealer);
    }

    private static Map<Observing.Key, SealEvent> known(Voyage voyage) {
        Map<Observing.Key, SealEvent> known = new HashMap<>();
        voyage.history().oldestFirst().forEach(event -> {
            if (event.act() instanceof SealAct.Once once) {
                known.put(new Observing.Key(event.name(), once.id()), event);
            }
        });
        return known;
    }

    @Test
    void readingsFollowOneAnotherInTheChainInTheOrderOfTheList() {
        Observation[] many = IntStream.range(0, 500)
                .mapToObj(i -> read("urn:" + i, false, NOW.minusSeconds(600 - i)))
                .toArray(Observation[]::new);
        Observing observing = decide(Voyage.begun(), CARRIER, many);
        SealRecord record = Voyage.begun().record();
        for (int i = 0; i < many.length; i++) {
            assertEquals(
                    new Observed.Recorded(many[i].act().id(), i + 2),
                    observing.outcomes().get(i));
            record = record.next(observing.events().get(i));
        }
        assertEquals(List.of(record), observing.seals());
    }

    @Test
    void theSameReadingTwiceIsOneEventInAListAndLater() {
        Observation reading = read("1", false, NOW);
        Observing twice = decide(Voyage.begun(), CARRIER, reading, reading);
        assertEquals(
                List.of(
                        new Observed.Recorded(reading.act().id(), 2),
                        new Observed.AlreadyRecorded(reading.act().id(), 2)),
                twice.outcomes());
        assertEquals(1, twice.events().size());
        Voyage voyage = Voyage.begun().claiming(NOW).read("1", false);
        Observing later = decide(voyage, CARRIER, reading);
        assertEquals(List.of(new Observed.AlreadyRecorded(reading.act().id(), 2)), later.outcomes());
        assertEquals(List.of(), later.events());
        assertEquals(List.of(), later.seals());
    }

    @Test
    void anotherEventUnderTheSameIdIsRefused() {
        Voyage voyage = Voyage.begun().claiming(NOW).read("1", false);
        assertRefused(ErrorCode.EVENT_DIFFERS, decide(voyage, CARRIER, read("1", true, NOW)));
        assertRefused(ErrorCode.EVENT_DIFFERS, decide(voyage, CARRIER, read("1", false, NOW.plusSeconds(1))));
        assertRefused(
                ErrorCode.EVENT_DIFFERS,
                decide(
                        voyage,
                        CARRIER,
                        new Observation(
                                SampleSeals.NAME,
                                new SealAct.Report(SampleSeals.event("1"), SealCondition.BROKEN),
                                Circumstances.none())));
    }

    @Test
    void whoHasNeitherCustodyNorAuthorityIsRefusedByName() {
        Voyage offered = Voyage.begun().handedOverTo(SampleSeals.RAILWAY);
        Observation reading = read("1", false, NOW);
        Instant later = SampleSeals.hour(3);
        assertRefused(
                ErrorCode.NOT_CUSTODIAN, decide(offered, SampleSeals.sealer(SampleSeals.RAILWAY, "x", later), reading));
        assertRefused(
                ErrorCode.NOT_CUSTODIAN, decide(offered, SampleSeals.sealer(Samples.CHAMBER, "x", later), reading));
        Sealer former = SampleSeals.sealer(SampleSeals.CARRIER, "x", SampleSeals.hour(4));
        assertRefused(ErrorCode.NOT_CUSTODIAN, decide(offered.accepted(), former, reading));
        Sealer customs = SampleSeals.sealer(Samples.CUSTOMS, "x", SampleSeals.hour(4), SealParty.CUSTOMS);
        assertEquals(
                SealParty.CUSTOMS,
                decide(offered, customs, reading).events().get(0).party());
    }

    @Test
    void aRefusedOneDoesNotTouchTheRestOfTheList() {
        Observation unknown = new Observation(
                new SealName(SampleSeals.SECRET.id(), SampleSeals.NEXT_SEAL.seal()),
                new SealAct.Read(SampleSeals.event("2"), false, Optional.empty()),
                SampleSeals.claiming(NOW));
        Observing observing = decide(Voyage.begun(), CARRIER, read("1", false, NOW), unknown, read("3", false, NOW));
        assertEquals(
                new Observed.Recorded(SampleSeals.event("1"), 2),
                observing.outcomes().get(0));
        assertEquals(
                new Observed.Recorded(SampleSeals.event("3"), 3),
                observing.outcomes().get(2));
        assertEquals(
                ErrorCode.UNKNOWN_SEAL,
                ((Observed.Refused) observing.outcomes().get(1)).refusal().code());
    }

    @Test
    void afterTheEndNothingIsObserved() {
        Voyage removed = Voyage.begun().byHolder(new SealAct.Remove());
        Sealer later = SampleSeals.sealer(SampleSeals.CARRIER, "x", SampleSeals.hour(9));
        assertRefused(ErrorCode.ILLEGAL_TRANSITION, decide(removed, later, read("1", false, NOW)));
    }

    @Test
    void aListHoldsOneToFiveHundredAndAReadingSaysWhen() {
        assertMalformed(() -> new ObservationList(List.of()));
        assertMalformed(() -> new ObservationList(Collections.nCopies(501, read("1", false, NOW))));
        assertMalformed(() -> new Observation(
                SampleSeals.NAME,
                new SealAct.Read(SampleSeals.event("1"), false, Optional.empty()),
                Circumstances.none()));
    }

    private static void assertRefused(ErrorCode code, Observing observing) {
        assertEquals(
                code, ((Observed.Refused) observing.outcomes().get(0)).refusal().code());
        assertEquals(List.of(), observing.events());
    }
}
