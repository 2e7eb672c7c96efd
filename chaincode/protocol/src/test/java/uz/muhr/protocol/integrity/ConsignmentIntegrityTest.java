package uz.muhr.protocol.integrity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static uz.muhr.protocol.Refusals.assertRefused;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uz.muhr.protocol.SampleSeals;
import uz.muhr.protocol.Samples;
import uz.muhr.protocol.Voyage;
import uz.muhr.protocol.consignment.ConsignmentEvent;
import uz.muhr.protocol.consignment.ConsignmentHistory;
import uz.muhr.protocol.consignment.ConsignmentLinking;
import uz.muhr.protocol.consignment.ConsignmentOpening;
import uz.muhr.protocol.consignment.ConsignmentRecord;
import uz.muhr.protocol.consignment.ConsignmentSecret;
import uz.muhr.protocol.consignment.ContainerCommitment;
import uz.muhr.protocol.consignment.Linked;
import uz.muhr.protocol.consignment.SealReference;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.seal.BreakReason;
import uz.muhr.protocol.seal.Circumstances;
import uz.muhr.protocol.seal.SealAct;
import uz.muhr.protocol.seal.SealEvent;
import uz.muhr.protocol.seal.SealHistory;
import uz.muhr.protocol.seal.SealParty;
import uz.muhr.protocol.sealing.AffixRequest;
import uz.muhr.protocol.sealing.NewSeal;
import uz.muhr.protocol.sealing.ReplaceRequest;
import uz.muhr.protocol.sealing.Sealing;

/** The verdict on a whole consignment: the worst of its seals', and whether its containers stood open in between. */
final class ConsignmentIntegrityTest {
    private final List<ConsignmentEvent> events = new ArrayList<>(List.of(SampleSeals.opening()
            .decide(Optional.empty(), SampleSeals.change(SampleSeals.CARRIER, "open", SampleSeals.MORNING))));
    private final Map<SealReference, SealHistory> seals = new HashMap<>();

    private Voyage sealed(ContainerCommitment container, NewSeal seal, Instant time) {
        Sealing sealing = Sealing.affix(
                SampleSeals.affix(container, seal),
                new ConsignmentHistory(events).record(),
                SampleSeals.unknown(),
                SampleSeals.sealer(SampleSeals.CARRIER, "affix " + seal.seal(), time));
        events.add(sealing.linked());
        Voyage voyage = Voyage.of(sealing.affixed());
        keep(voyage);
        return voyage;
    }

    private Voyage replaced(Voyage voyage, MspId by, NewSeal seal, SealParty... authorities) {
        Sealing sealing = Sealing.replace(
                new ReplaceRequest(voyage.record().name(), voyage.record().sequence(), seal, Circumstances.none()),
                voyage.record(),
                new ConsignmentHistory(events).record(),
                SampleSeals.unknown(),
                SampleSeals.sealer(by, "replace " + seal.seal(), voyage.time(), authorities));
        events.add(sealing.linked());
        List<SealEvent> all = new ArrayList<>(voyage.history().oldestFirst());
        all.add(sealing.replaced().orElseThrow());
        seals.put(voyage.record().name().seal(), new SealHistory(all));
        Voyage next = Voyage.of(sealing.affixed());
        keep(next);
        return next;
    }

    private void keep(Voyage voyage) {
        seals.put(voyage.record().name().seal(), voyage.history());
    }

    private SealAssessment now() {
        return at(Optional.empty());
    }

    private SealAssessment at(Optional<Instant> time) {
        return ConsignmentIntegrity.of(new ConsignmentHistory(events), seals, time);
    }

    @Test
    void aConsignmentWhoseSealHeldIsIntact() {
        Voyage voyage = sealed(SampleSeals.CONTAINER, SampleSeals.SEAL, SampleSeals.hour(1));
        keep(voyage.handedOverTo(SampleSeals.RAILWAY).accepted().byHolder(new SealAct.Remove()));
        assertEquals(new SealAssessment(SealVerdict.INTACT, List.of()), now());
    }

    @Test
    void aContainerWithoutASealIsUnproven() {
        assertEquals(List.of(SealReason.CONTAINER_WITHOUT_SEAL), now().reasons());
        sealed(SampleSeals.CONTAINER, SampleSeals.SEAL, SampleSeals.hour(1));
        link(SampleSeals.OTHER_CONTAINER, SampleSeals.hour(2));
        assertEquals(List.of(SealReason.CONTAINER_WITHOUT_SEAL), now().reasons());
        assertEquals(SealVerdict.INTACT, at(Optional.of(SampleSeals.hour(1))).verdict());
    }

    @Test
    void aConsignmentWithoutAContainerIsUnproven() {
        events.set(
                0,
                new ConsignmentOpening(SampleSeals.SECRET.id(), Optional.empty(), Linked.NOTHING)
                        .decide(
                                Optional.empty(),
                                SampleSeals.change(SampleSeals.CARRIER, "open", SampleSeals.MORNING)));
        assertEquals(List.of(SealReason.NO_CONTAINER), now().reasons());
        assertEquals(
                List.of(SealReason.NO_CONTAINER), at(Optional.of(Instant.EPOCH)).reasons());
    }

    @Test
    void theWorstSealDecidesAndAllReasonsAreGiven() {
        link(SampleSeals.OTHER_CONTAINER, SampleSeals.hour(1));
        Voyage broken = sealed(SampleSeals.CONTAINER, SampleSeals.SEAL, SampleSeals.hour(2));
        Voyage opened =
                sealed(SampleSeals.OTHER_CONTAINER, SampleSeals.seal("UZ77", SampleSeals.BOLT), SampleSeals.hour(3));
        keep(broken.byCustoms(new SealAct.Break(BreakReason.SAMPLING)));
        keep(opened.read("1", true));
        assertEquals(
                new SealAssessment(SealVerdict.TAMPERED, List.of(SealReason.READ_OPENED, SealReason.BROKEN_BY_CUSTOMS)),
                now());
    }

    @Test
    void aSealInTheBrokenOnesPlaceLeavesNoGap() {
        Voyage voyage = sealed(SampleSeals.CONTAINER, SampleSeals.SEAL, SampleSeals.hour(1))
                .byCustoms(new SealAct.Break(BreakReason.INSPECTION));
        replaced(voyage, Samples.CUSTOMS, SampleSeals.NEXT_SEAL, SealParty.CUSTOMS);
        assertEquals(new SealAssessment(SealVerdict.BROKEN_BY_AUTHORITY, List.of(SealReason.BROKEN_BY_CUSTOMS)), now());
    }

    @Test
    void aContainerUnsealedBetweenTwoSealsIsUnproven() {
        Voyage first = sealed(SampleSeals.CONTAINER, SampleSeals.SEAL, SampleSeals.hour(1));
        keep(first.byHolder(new SealAct.Remove()));
        assertEquals(SealVerdict.INTACT, now().verdict(), "the voyage may have ended");
        sealed(SampleSeals.CONTAINER, SampleSeals.seal("UZ77", SampleSeals.BOLT), SampleSeals.hour(5));
        assertEquals(List.of(SealReason.UNSEALED_BETWEEN), now().reasons());
        assertEquals(SealVerdict.INTACT, at(Optional.of(SampleSeals.hour(4))).verdict(), "it was not known then");
    }

    @Test
    void aSecondSealThatStayedOnClosesTheGap() {
        Voyage first = sealed(SampleSeals.CONTAINER, SampleSeals.SEAL, SampleSeals.hour(1));
        sealed(SampleSeals.CONTAINER, SampleSeals.seal("UZ77", SampleSeals.BOLT), SampleSeals.hour(1));
        keep(first.byHolder(new SealAct.Remove()));
        sealed(SampleSeals.CONTAINER, SampleSeals.seal("UZ78", SampleSeals.BOLT), SampleSeals.hour(5));
        assertEquals(SealVerdict.INTACT, now().verdict());
    }

    @Test
    void aSealWhoseHistoryIsNotShownIsNoProof() {
        sealed(SampleSeals.CONTAINER, SampleSeals.SEAL, SampleSeals.hour(1));
        seals.clear();
        assertRefused(ErrorCode.CORRUPT_RECORD, () -> now());
        seals.put(
                SampleSeals.SEAL.seal(),
                Voyage.of(Sealing.affix(
                                        SampleSeals.affix(
                                                SampleSeals.CONTAINER, SampleSeals.seal("UZ77", SampleSeals.BOLT)),
                                        SampleSeals.opened(),
                                        SampleSeals.unknown(),
                                        SampleSeals.sealer(SampleSeals.CARRIER, "affix", SampleSeals.hour(1)))
                                .affixed())
                        .history());
        assertRefused(ErrorCode.CORRUPT_RECORD, () -> now());
    }

    /** Until the first of two came off, the other one was on. */
    @Test
    void theSealThatStayedOnLongestDecidesWhenAContainerStoodOpen() {
        Voyage longer = sealed(SampleSeals.CONTAINER, SampleSeals.SEAL, SampleSeals.hour(1));
        Voyage shorter = sealed(SampleSeals.CONTAINER, SampleSeals.seal("UZ77", SampleSeals.BOLT), SampleSeals.hour(1));
        keep(shorter.byHolder(new SealAct.Remove()));
        keep(longer.read("1", false).read("2", false).byHolder(new SealAct.Remove()));
        sealed(SampleSeals.CONTAINER, SampleSeals.seal("UZ78", SampleSeals.BOLT), SampleSeals.hour(3));
        assertEquals(SealVerdict.INTACT, now().verdict());
    }

    @ParameterizedTest
    @CsvSource({"-1, INTACT", "0, UNPROVEN", "1, UNPROVEN"})
    void aSealThatIsPutOnNoSoonerThanTheLastCameOffLeavesAGap(long seconds, SealVerdict verdict) {
        Voyage first = sealed(SampleSeals.CONTAINER, SampleSeals.SEAL, SampleSeals.hour(1));
        keep(first.byHolder(new SealAct.Remove()));
        sealed(
                SampleSeals.CONTAINER,
                SampleSeals.seal("UZ77", SampleSeals.BOLT),
                SampleSeals.hour(2).plusSeconds(seconds));
        assertEquals(verdict, now().verdict());
        assertEquals(verdict, at(Optional.of(SampleSeals.hour(3))).verdict(), "and of every time since");
    }

    @Test
    void whatIsFoundLaterChangesNoEarlierVerdictOfTheConsignment() {
        Voyage voyage = sealed(SampleSeals.CONTAINER, SampleSeals.SEAL, SampleSeals.hour(1));
        SealAssessment told = at(Optional.of(SampleSeals.hour(1)));
        keep(voyage.claiming(SampleSeals.hour(1).minusSeconds(600)).read("late", true));
        assertEquals(told, at(Optional.of(SampleSeals.hour(1))));
        assertEquals(told, at(Optional.of(SampleSeals.hour(2).minusSeconds(1))));
        assertEquals(SealVerdict.TAMPERED, at(Optional.of(SampleSeals.hour(2))).verdict());
    }

    /** For each time at which something was recorded, whatever came after it in whichever seal. */
    @Test
    void theVerdictAtATimeIsThatOfWhatWasRecordedUpToIt() {
        link(SampleSeals.OTHER_CONTAINER, SampleSeals.hour(1));
        SortedMap<Instant, SealAssessment> told = new TreeMap<>();
        told.put(SampleSeals.hour(1), now());
        Voyage first = sealed(SampleSeals.CONTAINER, SampleSeals.SEAL, SampleSeals.hour(2));
        told.put(SampleSeals.hour(2), now());
        keep(first.handedOverTo(SampleSeals.RAILWAY));
        told.put(SampleSeals.hour(3), now());
        keep(first.accepted());
        told.put(SampleSeals.hour(4), now());
        Voyage second =
                sealed(SampleSeals.OTHER_CONTAINER, SampleSeals.seal("UZ77", SampleSeals.BOLT), SampleSeals.hour(5));
        told.put(SampleSeals.hour(5), now());
        keep(second.byCustoms(new SealAct.Break(BreakReason.SAMPLING)));
        told.put(SampleSeals.hour(6), now());
        keep(second.claiming(SampleSeals.hour(5)).read("late", true));
        told.put(SampleSeals.hour(7), now());
        assertEquals(
                List.of(
                        SealVerdict.UNPROVEN,
                        SealVerdict.UNPROVEN,
                        SealVerdict.UNPROVEN,
                        SealVerdict.UNPROVEN,
                        SealVerdict.INTACT,
                        SealVerdict.BROKEN_BY_AUTHORITY,
                        SealVerdict.TAMPERED),
                told.values().stream().map(SealAssessment::verdict).toList());
        told.forEach((time, verdict) -> assertEquals(verdict, at(Optional.of(time)), "at " + time));
    }

    /** Each history is a whole and true one, but of something else. */
    @Test
    void anotherSealsHistoryIsNoProofHoweverAlikeItIs() {
        Sealing own = affixed(SampleSeals.SECRET, SampleSeals.SEAL, "affix");
        events.add(own.linked());
        shows(own.affixed());
        assertEquals(SealVerdict.INTACT, now().verdict());
        shows(affixed(SampleSeals.SECRET, SampleSeals.SEAL, "another transaction")
                .affixed());
        assertRefused(ErrorCode.CORRUPT_RECORD, "no history, or another's", () -> now());
        shows(affixed(SampleSeals.SECRET, SampleSeals.seal("UZ77", SampleSeals.BOLT), "affix")
                .affixed());
        assertRefused(ErrorCode.CORRUPT_RECORD, "no history, or another's", () -> now());
        ConsignmentSecret other = new ConsignmentSecret(Samples.sha256("another secret"));
        shows(affixed(other, SampleSeals.SEAL, "affix").affixed());
        assertRefused(ErrorCode.CORRUPT_RECORD, "no history, or another's", () -> now());
    }

    private static Sealing affixed(ConsignmentSecret secret, NewSeal seal, String transaction) {
        ConsignmentOpening opening = new ConsignmentOpening(
                secret.id(), SampleSeals.opening().ucr(), SampleSeals.opening().linked());
        return Sealing.affix(
                new AffixRequest(secret.id(), SampleSeals.CONTAINER, seal, Circumstances.none()),
                ConsignmentRecord.first(opening.decide(
                        Optional.empty(), SampleSeals.change(SampleSeals.CARRIER, "open", SampleSeals.MORNING))),
                SampleSeals.unknown(),
                SampleSeals.sealer(SampleSeals.CARRIER, transaction, SampleSeals.hour(1)));
    }

    private void shows(SealEvent affixed) {
        seals.put(SampleSeals.SEAL.seal(), Voyage.of(affixed).history());
    }

    private void link(ContainerCommitment container, Instant time) {
        events.add(new ConsignmentLinking(
                        SampleSeals.SECRET.id(), events.size(), Linked.of(Stream.of(container), Stream.of()))
                .decide(
                        new ConsignmentHistory(events).record(),
                        SampleSeals.change(SampleSeals.CARRIER, "link", time)));
    }
}
