package uz.muhr.client.voyage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.client.ToldNetwork;
import uz.muhr.client.consignment.ConsignmentFile;
import uz.muhr.client.consignment.ConsignmentReceipt;
import uz.muhr.client.consignment.KnownSeal;
import uz.muhr.client.consignment.SealsOnLedger;
import uz.muhr.client.consignment.Voyage;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.client.tracking.Sighting;
import uz.muhr.client.tracking.Standard;
import uz.muhr.client.tracking.TrackingFile;
import uz.muhr.client.voyage.ConsignmentView.DocumentView;
import uz.muhr.client.voyage.SealView.CustodyView;
import uz.muhr.client.voyage.Undertakings.Outcome;
import uz.muhr.protocol.freight.SealClass;
import uz.muhr.protocol.freight.SealCondition;
import uz.muhr.protocol.freight.SealKind;
import uz.muhr.protocol.freight.SealManufacturer;
import uz.muhr.protocol.freight.SealNumber;
import uz.muhr.protocol.freight.SealingParty;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.json.LedgerTime;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;
import uz.muhr.protocol.seal.BreakReason;
import uz.muhr.protocol.seal.SealAct;
import uz.muhr.protocol.seal.SealDescription;

/** What is answered of a consignment: custody, gaps, verdicts and documents, now and at a time. */
class SurveyTest {
    private static final String CARRIER = "carrier";
    private static final String CUSTOMS = "customs/officer";
    private static final KnownSeal SECOND =
            new KnownSeal(Voyage.CONTAINER, new SealManufacturer("TAMGA"), new SealNumber("UZ0043"), List.of());

    @TempDir
    Path folder;

    private final SealsOnLedger truth = new SealsOnLedger();
    private ToldNetwork network;
    private ConsignmentFile file;

    @BeforeEach
    void aConsignment() throws IOException {
        network = ToldNetwork.of(folder.resolve("home"), truth);
        file = ConsignmentFile.named(folder.resolve("voyage"));
        as(CARRIER, (undertakings, ledger) -> undertakings.open(Voyage.pending()));
    }

    @AfterEach
    void close() {
        network.close();
    }

    private interface Doing<T> {
        T done(Undertakings undertakings, Ledger ledger);
    }

    private <T> T as(String who, Doing<T> doing) {
        try (Ledger ledger = network.ledger(who);
                Undertakings undertakings = new Undertakings(ledger, file)) {
            return doing.done(undertakings, ledger);
        }
    }

    private Outcome affix(KnownSeal seal) {
        NewSeal electronic = new NewSeal(
                seal, new SealDescription(SealClass.HIGH_SECURITY, SealKind.ELECTRONIC, SealingParty.CARRIER));
        return as(CARRIER, (undertakings, ledger) -> undertakings.affix(registry(ledger), electronic, Occasion.UNSAID));
    }

    private Registry registry(Ledger ledger) {
        return new Registry(
                ledger.seals(), RegistryKeyFile.in(folder.resolve("data"), ledger.organisation()), new SecureRandom());
    }

    private Outcome act(String who, SealAct act) {
        return as(who, (undertakings, ledger) -> undertakings.act(Voyage.SEAL, act, Occasion.UNSAID));
    }

    private Outcome report(SealCondition condition) {
        return as(CARRIER, (undertakings, ledger) -> undertakings.report(Voyage.SEAL, condition, Occasion.UNSAID));
    }

    private ConsignmentView look(ConsignmentReceipt receipt, Optional<Instant> at) {
        return as(CARRIER, (undertakings, ledger) -> new Survey(ledger).look(receipt, at));
    }

    private ConsignmentView look() {
        return look(file.read(), Optional.empty());
    }

    private ConsignmentView look(Instant at) {
        return look(file.read(), Optional.of(at));
    }

    private static SealView only(ConsignmentView view) {
        return view.containers().get(0).seals().get(0);
    }

    private static DocumentView document(ConsignmentView view) {
        return view.documents().get(0);
    }

    private static String time(Instant time) {
        return LedgerTime.write(time);
    }

    @Test
    void custodyPassesWhenItIsAcceptedAndEndsWithTheSeal() {
        affix(Voyage.SEAL);
        Instant affixed = truth.now().minusSeconds(3600);
        act(CARRIER, new SealAct.HandOver(new MspId("CustomsMSP")));
        Instant accepted = truth.now();
        act(CUSTOMS, new SealAct.Accept());
        Instant removed = truth.now();
        act(CUSTOMS, new SealAct.Remove());
        assertEquals(
                List.of(
                        new CustodyView("CarrierMSP", time(affixed), time(accepted)),
                        new CustodyView("CustomsMSP", time(accepted), time(removed))),
                only(look()).custody());
        assertNull(only(look(accepted)).custody().get(1).until(), "at that time it lasted");
        assertEquals("CustomsMSP", only(look(accepted)).holder());
        assertEquals("CarrierMSP", only(look(accepted.minusSeconds(1))).holder());
    }

    @Test
    void whoSealedEverythingAndKeptItHasAnIntactConsignmentWithoutGaps() {
        affix(Voyage.SEAL);
        ConsignmentView view = look();
        assertEquals("INTACT", view.verdict());
        assertEquals(List.of(), view.gaps());
        assertEquals(List.of(), view.reasons());
        assertNull(view.at());
        assertEquals("CarrierMSP", view.answeredBy());
        assertEquals("6UZ201234567TAS0001", view.ucr());
        assertEquals(Voyage.CONTAINER.value(), view.containers().get(0).container());
        assertEquals("UZ0042", only(view).number());
        assertEquals("TAMGA", only(view).manufacturer());
    }

    @Test
    void whatIsHandedOverAndNotAcceptedIsAGap() {
        affix(Voyage.SEAL);
        act(CARRIER, new SealAct.HandOver(new MspId("CustomsMSP")));
        ConsignmentView view = look();
        assertEquals("UNPROVEN", view.verdict());
        assertEquals(List.of("Seal UZ0042: It was handed over, and the receiver has not accepted it."), view.gaps());
        assertEquals("CustomsMSP", only(view).offeredTo());
        assertNull(document(view).taint(), "nothing is known against the seals");
    }

    @Test
    void aContainerThatStoodWithoutASealIsAGapBetweenTwo() {
        affix(Voyage.SEAL);
        act(CARRIER, new SealAct.Remove());
        Instant bare = truth.now();
        affix(SECOND);
        ConsignmentView view = look();
        assertEquals(
                List.of("A container stood without a seal between one that was removed and the next."), view.gaps());
        assertEquals(2, view.containers().get(0).seals().size());
        assertEquals(1, look(bare.minusSeconds(1)).containers().get(0).seals().size());
    }

    @Test
    void beforeItWasAffixedTheContainerHadNoSeal() {
        Instant before = truth.now().minusSeconds(1);
        affix(Voyage.SEAL);
        ConsignmentView view = look(before);
        assertEquals(List.of(), view.containers().get(0).seals());
        assertEquals(List.of("A container of the consignment has no seal."), view.gaps());
        assertEquals(time(before), view.at());
    }

    @Test
    void beforeItWasOpenedThereWasNoConsignment() {
        Instant before = Instant.parse("2026-11-23T09:59:59Z");
        Refusal refusal = assertThrows(Refusal.class, () -> look(before));
        assertEquals(ErrorCode.UNKNOWN_CONSIGNMENT, refusal.code());
        assertEquals("UNPROVEN", look(before.plusSeconds(1)).verdict(), "at the very second it was");
    }

    @Test
    void damageTaintsTheDocumentsFromWhenItWasReported() {
        affix(Voyage.SEAL);
        Instant reported = truth.now();
        report(SealCondition.DAMAGED);
        ConsignmentView view = look();
        assertEquals("TAMPERED", view.verdict());
        assertTrue(String.valueOf(document(view).taint()).contains("tampered with"));
        assertEquals("UNKNOWN", document(view).verdict(), "the paper's own verdict is another matter");
        assertEquals("NEVER_ANCHORED", document(view).reasons().get(0).code());
        assertNull(document(look(reported.minusSeconds(1))).taint());
        assertEquals("INTACT", look(reported.minusSeconds(1)).verdict());
        assertNotNull(document(look(reported)).taint());
    }

    @Test
    void aMissingSealTaintsThemToo() {
        affix(Voyage.SEAL);
        report(SealCondition.MISSING);
        assertEquals("MISSING", look().verdict());
        assertTrue(String.valueOf(document(look()).taint()).contains("is missing"));
    }

    @Test
    void whatAnAuthorityBrokeTaintsNothing() {
        affix(Voyage.SEAL);
        act(CUSTOMS, new SealAct.Break(BreakReason.SAMPLING));
        assertEquals("BROKEN_BY_AUTHORITY", look().verdict());
        assertNull(document(look()).taint());
        SealEventView event = only(look()).events().get(1);
        assertEquals("BREAK", event.operation());
        assertEquals("CUSTOMS", event.party());
        assertEquals(BreakReason.SAMPLING.text(), event.detail());
    }

    @Test
    void whatTheReceiptDoesNotKnowHasNoName() {
        affix(Voyage.SEAL);
        act(CARRIER, new SealAct.HandOver(new MspId("CustomsMSP")));
        ConsignmentReceipt bare = new ConsignmentReceipt(
                Voyage.pending().opener(),
                Voyage.pending().secret(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
        ConsignmentView view = look(bare, Optional.empty());
        assertNull(view.ucr());
        assertNull(view.containers().get(0).container());
        assertNull(only(view).number());
        assertNull(document(view).number());
        assertNull(document(view).verdict());
        assertEquals(List.of(), document(view).reasons());
        assertTrue(view.gaps().get(0).startsWith("A seal that the receipt does not know: "));
    }

    private static TrackingFile readings(boolean... opened) {
        List<Sighting> sightings = new ArrayList<>();
        for (int i = 0; i < opened.length; i++) {
            sightings.add(new Sighting(
                    i + 1,
                    "event-" + i,
                    Instant.parse("2026-11-23T10:30:00Z").plusSeconds(i),
                    "sensor_reporting",
                    Optional.of(Voyage.CONTAINER),
                    Voyage.SEAL.devices(),
                    List.of(),
                    Optional.of(opened[i]),
                    Optional.of(90 - i),
                    Optional.empty()));
        }
        return new TrackingFile(Standard.EPCIS_2_0, opened.length, sightings, List.of());
    }

    @Test
    void plainReadingsAreCountedAndOpenedOnesShown() {
        affix(Voyage.SEAL);
        assertNull(only(look()).readings());
        as(CARRIER, (undertakings, ledger) -> undertakings.readings(readings(false, false, true)));
        SealView seal = only(look());
        assertEquals(
                new SealView.ReadingsView(3, 1, 0, "2026-11-23T10:30:00Z", "2026-11-23T10:30:02Z", 88L),
                seal.readings());
        assertEquals(2, seal.events().size(), "affixed, and opened");
        assertEquals("opened, battery 88 %", seal.events().get(1).detail());
        assertEquals("TAMPERED", seal.verdict());
        List<SealEventView> all = as(
                        CARRIER, (undertakings, ledger) -> new Survey(ledger).events(file.read(), Voyage.SEAL))
                .value();
        assertEquals(4, all.size());
        assertEquals("closed, battery 90 %", all.get(1).detail());
    }

    @Test
    void aFileThatIsImportedTwiceIsRecordedOnce() {
        affix(Voyage.SEAL);
        Imported first = as(CARRIER, (undertakings, ledger) -> undertakings.readings(readings(false, false)));
        Imported again = as(CARRIER, (undertakings, ledger) -> undertakings.readings(readings(false, false, false)));
        assertEquals(2, first.recorded());
        assertEquals(2, again.alreadyRecorded());
        assertEquals(1, again.recorded());
        assertEquals(3, again.events());
    }

    @Test
    void whatIsOpenedAgainIsTheSameConsignment() {
        Outcome again = as(CARRIER, (undertakings, ledger) -> undertakings.open(Voyage.pending()));
        assertTrue(again.before());
        assertEquals(1, truth.ordered());
        ConsignmentReceipt other = Voyage.pending().with(List.of(Voyage.OTHER_CONTAINER), List.of());
        assertThrows(Refusal.class, () -> as(CARRIER, (undertakings, ledger) -> undertakings.open(other)));
    }

    @Test
    void whatIsLinkedAlreadyIsNotLinkedAgain() {
        Outcome first =
                as(CARRIER, (undertakings, ledger) -> undertakings.link(List.of(Voyage.OTHER_CONTAINER), List.of()));
        Outcome again =
                as(CARRIER, (undertakings, ledger) -> undertakings.link(List.of(Voyage.OTHER_CONTAINER), List.of()));
        assertEquals(first.place(), again.place());
        assertTrue(again.before());
        assertEquals(2, truth.ordered());
        assertEquals(2, look().containers().size());
    }

    @Test
    void whatTheLedgerRefusesTheReceiptForgets() {
        affix(Voyage.SEAL);
        Occasion there = new Occasion(Optional.empty(), Optional.of(Voyage.place("GEPTI")), List.of());
        Refusal refusal = assertThrows(
                Refusal.class,
                () -> as(
                        CUSTOMS, (undertakings, ledger) -> undertakings.act(Voyage.SEAL, new SealAct.Remove(), there)));
        assertEquals(ErrorCode.NOT_CUSTODIAN, refusal.code());
        assertEquals(List.of(), file.read().places());
        as(CARRIER, (undertakings, ledger) -> undertakings.act(Voyage.SEAL, new SealAct.Remove(), there));
        assertEquals("GEPTI", only(look()).events().get(1).place());
    }

    @Test
    void aSealOnAContainerOfAnotherConsignmentIsRefusedAtTheDoor() {
        KnownSeal elsewhere = new KnownSeal(
                Voyage.OTHER_CONTAINER, new SealManufacturer("TAMGA"), new SealNumber("UZ0099"), List.of());
        assertTrue(
                assertThrows(Refusal.class, () -> affix(elsewhere)).sentence().contains("link it first"));
        assertEquals(List.of(), file.read().seals());
    }
}
