package uz.muhr.protocol.integrity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static uz.muhr.protocol.Refusals.assertRefused;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uz.muhr.protocol.SampleSeals;
import uz.muhr.protocol.Samples;
import uz.muhr.protocol.Voyage;
import uz.muhr.protocol.consignment.ConsignmentEvent;
import uz.muhr.protocol.consignment.ConsignmentHistory;
import uz.muhr.protocol.consignment.ConsignmentLinking;
import uz.muhr.protocol.consignment.ConsignmentOpening;
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

    private void link(ContainerCommitment container, Instant time) {
        events.add(new ConsignmentLinking(
                        SampleSeals.SECRET.id(), events.size(), Linked.of(Stream.of(container), Stream.of()))
                .decide(
                        new ConsignmentHistory(events).record(),
                        SampleSeals.change(SampleSeals.CARRIER, "link", time)));
    }
}
