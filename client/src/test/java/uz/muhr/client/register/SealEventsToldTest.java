package uz.muhr.client.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uz.muhr.client.consignment.ConsignmentReceipt;
import uz.muhr.client.consignment.Voyage;
import uz.muhr.client.register.EventView.SealData;
import uz.muhr.client.voyage.SealEventView;
import uz.muhr.protocol.consignment.RegistryKey;
import uz.muhr.protocol.freight.SealClass;
import uz.muhr.protocol.freight.SealCondition;
import uz.muhr.protocol.freight.SealKind;
import uz.muhr.protocol.freight.SealingParty;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.seal.BreakReason;
import uz.muhr.protocol.seal.Circumstances;
import uz.muhr.protocol.seal.SealAct;
import uz.muhr.protocol.seal.SealDescription;
import uz.muhr.protocol.seal.SealEvent;
import uz.muhr.protocol.seal.SealParty;
import uz.muhr.protocol.seal.SealRecord;

/** What a feed tells of a seal's event to whoever has no receipt, and the receipt's holder is shown of it. */
class SealEventsToldTest {
    private static final Instant MONDAY = Instant.parse("2026-11-23T10:00:00Z");
    private static final MspId CARRIER = new MspId("CarrierMSP");
    private static final ConsignmentReceipt RECEIPT = Voyage.opened();

    private static SealEvent affixed() {
        return SealRecord.first(
                RECEIPT.name(Voyage.SEAL),
                new SealAct.Affix(
                        RECEIPT.secret().container(Voyage.CONTAINER),
                        new SealDescription(SealClass.HIGH_SECURITY, SealKind.ELECTRONIC, SealingParty.CARRIER),
                        new RegistryKey("34".repeat(32)).tag(Voyage.SEAL.manufacturer(), Voyage.SEAL.number()),
                        CARRIER,
                        Optional.empty()),
                SealParty.CREATOR,
                Circumstances.none(),
                SampleDocument.change(CARRIER, "affix", MONDAY));
    }

    private static SealEvent next(SealAct act, Circumstances circumstances, boolean outOfOrder) {
        SealRecord before = SealRecord.of(affixed());
        return new SealEvent(
                before.name(),
                2,
                Optional.of(before.head()),
                act,
                SealParty.HOLDER,
                circumstances,
                outOfOrder,
                SampleDocument.change(CARRIER, "next", MONDAY));
    }

    private static SealAct act(String word) {
        return switch (word) {
            case "hand-over" -> new SealAct.HandOver(new MspId("CustomsMSP"));
            case "accept" -> new SealAct.Accept();
            case "decline" -> new SealAct.Decline();
            case "withdraw" -> new SealAct.Withdraw();
            case "inspect" -> new SealAct.Inspect(SealCondition.RIGHT);
            case "report" -> new SealAct.Report(RECEIPT.secret().event("report"), SealCondition.FAULTY_ELECTRONIC_SEAL);
            case "break" -> new SealAct.Break(BreakReason.DANGER);
            case "replace" -> new SealAct.Replace(RECEIPT.reference(Voyage.SEAL));
            case "remove" -> new SealAct.Remove();
            case "read" -> new SealAct.Read(RECEIPT.secret().event("read"), true, Optional.empty());
            default -> throw new IllegalArgumentException(word);
        };
    }

    @ParameterizedTest
    @CsvSource({
        "hand-over,CustomsMSP,,,to CustomsMSP",
        "accept,,,,",
        "decline,,,,",
        "withdraw,,,,",
        "inspect,,1,,right",
        "report,,5,,faulty",
        "break,,,,danger",
        "replace,,,,by TAMGA UZ0042",
        "remove,,,,",
        "read,,,true,opened"
    })
    void eachActIsToldWithWhatItTakes(String word, String to, String condition, Boolean opened, String detail) {
        Circumstances claimed = new Circumstances(Optional.of(MONDAY), Optional.empty(), List.of());
        SealEvent event = next(act(word), claimed, false);
        SealData told = SealData.of(event);
        assertEquals(to, told.to());
        assertEquals(condition, told.condition());
        assertEquals(opened, told.opened());
        assertEquals("HOLDER", told.party());
        assertEquals(2, told.sequence());
        SealEventView shown = SealEventView.of(event, RECEIPT);
        assertEquals(detail, shown.detail());
        assertEquals(word.replace('-', '_'), shown.operation().toLowerCase(Locale.ROOT));
    }

    @Test
    void onlyAReadingThatFoundItClosedInItsOrderIsNotTold() {
        Circumstances claimed = new Circumstances(Optional.of(MONDAY), Optional.empty(), List.of());
        SealAct closed = new SealAct.Read(RECEIPT.secret().event("read"), false, Optional.empty());
        assertFalse(SealRows.isTelling(next(closed, claimed, false)));
        assertTrue(SealRows.isTelling(next(closed, claimed, true)));
        assertTrue(SealRows.isTelling(next(act("read"), claimed, false)));
        assertTrue(SealRows.isTelling(next(act("accept"), claimed, false)));
        assertTrue(SealRows.isTelling(affixed()));
    }

    @Test
    void whereItWasOnlyTheReceiptsHolderSees() {
        Circumstances there = new Circumstances(
                Optional.of(MONDAY), Optional.of(RECEIPT.secret().place(Voyage.place("UZTAS"))), List.of());
        SealEvent event = next(act("inspect"), there, true);
        assertEquals("UZTAS", SealEventView.of(event, RECEIPT).place());
        assertTrue(SealEventView.of(event, RECEIPT).outOfOrder());
        assertEquals("2026-11-23T10:00:00Z", SealEventView.of(event, RECEIPT).claimed());
        assertNull(SealEventView.of(event, Voyage.pending()).place());
        assertEquals(
                "by a seal that the receipt does not know",
                SealEventView.of(next(act("replace"), there, false), Voyage.pending())
                        .detail());
        assertTrue(SealData.of(event).outOfOrder());
    }
}
