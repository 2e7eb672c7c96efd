package uz.muhr.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uz.muhr.protocol.consignment.ConsignmentEvent;
import uz.muhr.protocol.consignment.ConsignmentLinking;
import uz.muhr.protocol.consignment.ConsignmentOpening;
import uz.muhr.protocol.consignment.ConsignmentPage;
import uz.muhr.protocol.consignment.ConsignmentRecord;
import uz.muhr.protocol.consignment.Linked;
import uz.muhr.protocol.consignment.PlaceCommitment;
import uz.muhr.protocol.consignment.RegistryRecord;
import uz.muhr.protocol.freight.SealCondition;
import uz.muhr.protocol.seal.BreakReason;
import uz.muhr.protocol.seal.Circumstances;
import uz.muhr.protocol.seal.SealAct;
import uz.muhr.protocol.seal.SealEvent;
import uz.muhr.protocol.seal.SealHistoryPage;
import uz.muhr.protocol.seal.SealName;
import uz.muhr.protocol.seal.SealRecord;
import uz.muhr.protocol.seal.SealedConsignment;
import uz.muhr.protocol.sealing.AffixRequest;
import uz.muhr.protocol.sealing.Observation;
import uz.muhr.protocol.sealing.ObservationList;
import uz.muhr.protocol.sealing.Observed;
import uz.muhr.protocol.sealing.Observing;
import uz.muhr.protocol.sealing.ReplaceRequest;
import uz.muhr.protocol.sealing.SealRequest;

/** What is written of consignments and container seals is the golden file, and what is read from it the value it was written from. */
final class SealGoldenTextsTest {
    private static final ConsignmentEvent OPENED = SampleSeals.opening()
            .decide(Optional.empty(), SampleSeals.change(SampleSeals.CARRIER, "open", SampleSeals.MORNING));
    private static final ConsignmentEvent LINKED = SampleSeals.affixed().linked();
    private static final SealEvent AFFIXED = SampleSeals.affixed().affixed();
    private static final SealRequest HAND_OVER = new SealRequest(
            SampleSeals.NAME,
            1,
            new SealAct.HandOver(SampleSeals.RAILWAY),
            SampleSeals.claiming(SampleSeals.hour(2).minusSeconds(60)));

    private static SealEvent handedOver() {
        return HAND_OVER.decide(
                SealRecord.of(AFFIXED), SampleSeals.sealer(SampleSeals.CARRIER, "hand over", SampleSeals.hour(2)));
    }

    private static ObservationList observations() {
        SealAct.Read read = new SealAct.Read(SampleSeals.event("urn:epc:read:1"), false, Optional.of(87L));
        Observation reading = new Observation(
                SampleSeals.NAME, read, SampleSeals.claiming(SampleSeals.hour(2).plusSeconds(1800)));
        return new ObservationList(List.of(
                reading,
                new Observation(
                        SampleSeals.NAME,
                        new SealAct.Report(SampleSeals.event("report 1"), SealCondition.DAMAGED),
                        photographed(Optional.empty())),
                reading,
                new Observation(
                        SampleSeals.NAME,
                        read,
                        SampleSeals.claiming(SampleSeals.hour(2).plusSeconds(1860)))));
    }

    private static Circumstances photographed(Optional<PlaceCommitment> place) {
        return new Circumstances(Optional.empty(), place, List.of(SampleSeals.PHOTOGRAPH));
    }

    private static Observing observed() {
        return Observing.decide(
                observations(),
                Map.of(SampleSeals.NAME, SealRecord.of(AFFIXED).next(handedOver())),
                Map.of(),
                SampleSeals.sealer(SampleSeals.CARRIER, "read", SampleSeals.hour(3)));
    }

    @Test
    void consignments() {
        assertEquals(Golden.text("consignment-opening"), SampleSeals.opening().write());
        assertEquals(SampleSeals.opening(), ConsignmentOpening.parse(Golden.text("consignment-opening")));
        ConsignmentLinking linking = new ConsignmentLinking(
                SampleSeals.SECRET.id(), 2, Linked.of(Stream.of(SampleSeals.OTHER_CONTAINER), Stream.of()));
        assertEquals(Golden.text("consignment-linking"), linking.write());
        assertEquals(linking, ConsignmentLinking.parse(Golden.text("consignment-linking")));
        assertEquals(Golden.text("consignment-event"), OPENED.write());
        assertEquals(OPENED, ConsignmentEvent.parse(Golden.text("consignment-event")));
        assertEquals(Golden.text("consignment-event-seal"), LINKED.write());
        assertEquals(LINKED, ConsignmentEvent.parse(Golden.text("consignment-event-seal")));
        ConsignmentRecord record = SampleSeals.opened().next(LINKED);
        assertEquals(Golden.text("consignment-record"), record.write());
        assertEquals(record, ConsignmentRecord.parse(Golden.text("consignment-record")));
        ConsignmentPage page = new ConsignmentPage(record.id(), List.of(LINKED, OPENED));
        assertEquals(Golden.text("consignment-page"), page.write());
        assertEquals(page, ConsignmentPage.parse(Golden.text("consignment-page")));
    }

    @Test
    void whatIsAskedOfSeals() {
        AffixRequest affix = SampleSeals.affix(SampleSeals.CONTAINER, SampleSeals.SEAL);
        assertEquals(Golden.text("seal-affix"), affix.write());
        assertEquals(affix, AffixRequest.parse(Golden.text("seal-affix")));
        ReplaceRequest replace =
                new ReplaceRequest(SampleSeals.NAME, 3, SampleSeals.NEXT_SEAL, photographed(Optional.empty()));
        assertEquals(Golden.text("seal-replace"), replace.write());
        assertEquals(replace, ReplaceRequest.parse(Golden.text("seal-replace")));
        assertEquals(Golden.text("seal-act-hand-over"), HAND_OVER.write());
        assertEquals(HAND_OVER, SealRequest.parse(Golden.text("seal-act-hand-over")));
        assertEquals(Golden.text("seal-observations"), observations().write());
        assertEquals(observations(), ObservationList.parse(Golden.text("seal-observations")));
    }

    @Test
    void everyActOnOneSeal() {
        Map<String, SealAct> acts = Map.of(
                "accept", new SealAct.Accept(),
                "decline", new SealAct.Decline(),
                "withdraw", new SealAct.Withdraw(),
                "remove", new SealAct.Remove(),
                "inspect", new SealAct.Inspect(SealCondition.RIGHT),
                "break", new SealAct.Break(BreakReason.INSPECTION));
        acts.forEach((file, act) -> {
            boolean shown = act instanceof SealAct.Inspect || act instanceof SealAct.Break;
            SealRequest request = new SealRequest(
                    SampleSeals.NAME,
                    2,
                    act,
                    new Circumstances(
                            Optional.empty(),
                            Optional.of(SampleSeals.TASHKENT),
                            shown ? List.of(SampleSeals.PHOTOGRAPH) : List.of()));
            assertEquals(Golden.text("seal-act-" + file), request.write());
            assertEquals(request, SealRequest.parse(Golden.text("seal-act-" + file)));
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void events(int sequence) {
        SealEvent event =
                switch (sequence) {
                    case 1 -> AFFIXED;
                    case 2 -> handedOver();
                    default -> observed().events().get(sequence - 3);
                };
        assertEquals(Golden.text("seal-event-" + sequence), event.write());
        assertEquals(event, SealEvent.parse(Golden.text("seal-event-" + sequence)));
    }

    @Test
    void answers() {
        SealRecord sealed = SealRecord.of(AFFIXED);
        SealRecord offered = observed().seals().get(0);
        assertEquals(Golden.text("seal-record"), sealed.write());
        assertEquals(sealed, SealRecord.parse(Golden.text("seal-record")));
        assertEquals(Golden.text("seal-record-offered"), offered.write());
        assertEquals(offered, SealRecord.parse(Golden.text("seal-record-offered")));
        assertEquals(Golden.text("seal-observed"), Observed.write(observed().outcomes()));
        assertEquals(Golden.text("seal-observed"), Observed.write(Observed.parse(Golden.text("seal-observed"))));
        SealedConsignment whole = new SealedConsignment(SampleSeals.opened().next(LINKED), List.of(offered));
        assertEquals(Golden.text("seal-consignment"), whole.write());
        assertEquals(whole, SealedConsignment.parse(Golden.text("seal-consignment")));
        assertEquals(Golden.text("seal-name"), SampleSeals.NAME.write());
        assertEquals(SampleSeals.NAME, SealName.parse(Golden.text("seal-name")));
        assertEquals(Golden.text("seal-registry"), SampleSeals.registry().write());
        assertEquals(SampleSeals.registry(), RegistryRecord.parse(Golden.text("seal-registry")));
    }

    @Test
    void aHistoryWithAndWithoutAnotherPage() {
        List<SealEvent> newestFirst =
                List.of(observed().events().get(1), observed().events().get(0), handedOver(), AFFIXED);
        SealHistoryPage all = new SealHistoryPage(SampleSeals.NAME, newestFirst);
        assertEquals(Golden.text("seal-history"), all.write());
        assertEquals(all, SealHistoryPage.parse(Golden.text("seal-history")));
        SealHistoryPage page = new SealHistoryPage(SampleSeals.NAME, newestFirst.subList(0, 2));
        assertEquals(Golden.text("seal-history-page"), page.write());
        assertEquals(page, SealHistoryPage.parse(Golden.text("seal-history-page")));
    }
}
