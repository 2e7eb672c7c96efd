package uz.muhr.protocol.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static uz.muhr.protocol.Refusals.assertMalformed;
import static uz.muhr.protocol.Refusals.assertRefused;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uz.muhr.protocol.SampleSeals;
import uz.muhr.protocol.Samples;
import uz.muhr.protocol.Voyage;
import uz.muhr.protocol.consignment.EvidenceCommitment;
import uz.muhr.protocol.freight.SealCondition;
import uz.muhr.protocol.refusal.ErrorCode;

/** What one event makes of a container seal, and what it does not allow. */
final class SealRecordTest {
    private static final SealAct.Accept ACCEPT = new SealAct.Accept();

    @Test
    void custodyStaysWithTheGiverUntilTheReceiverAcceptsIt() {
        Voyage voyage = Voyage.begun().handedOverTo(SampleSeals.RAILWAY);
        assertEquals(SampleSeals.CARRIER, voyage.record().holder());
        assertEquals(Optional.of(SampleSeals.RAILWAY), voyage.record().offeredTo());
        voyage.accepted();
        assertEquals(SampleSeals.RAILWAY, voyage.record().holder());
        assertEquals(Optional.empty(), voyage.record().offeredTo());
        assertEquals(SealState.SEALED, voyage.record().state());
    }

    @Test
    void nobodyButTheReceiverAccepts() {
        Voyage voyage = Voyage.begun().handedOverTo(SampleSeals.RAILWAY);
        assertRefused(ErrorCode.NOT_CUSTODIAN, () -> voyage.as(SampleSeals.CARRIER, ACCEPT));
        assertRefused(ErrorCode.NOT_CUSTODIAN, () -> voyage.as(Samples.CUSTOMS, ACCEPT, SealParty.CUSTOMS));
        assertRefused(ErrorCode.NOT_CUSTODIAN, () -> voyage.as(Samples.CHAMBER, ACCEPT));
    }

    @Test
    void aDeclinedOrWithdrawnOfferLeavesTheSealWithItsHolder() {
        Voyage declined =
                Voyage.begun().handedOverTo(SampleSeals.RAILWAY).as(SampleSeals.RAILWAY, new SealAct.Decline());
        Voyage withdrawn = Voyage.begun().handedOverTo(SampleSeals.RAILWAY).byHolder(new SealAct.Withdraw());
        for (Voyage voyage : List.of(declined, withdrawn)) {
            assertEquals(SealState.SEALED, voyage.record().state());
            assertEquals(SampleSeals.CARRIER, voyage.record().holder());
            assertRefused(ErrorCode.NOT_CUSTODIAN, () -> voyage.as(SampleSeals.RAILWAY, ACCEPT));
        }
    }

    @Test
    void aBreakEndsAnOfferAndAReadingDoesNot() {
        Voyage voyage = Voyage.begun().handedOverTo(SampleSeals.RAILWAY).read("1", false);
        assertEquals(SealState.OFFERED, voyage.record().state());
        assertEquals(Optional.of(SampleSeals.RAILWAY), voyage.record().offeredTo());
        voyage.byCustoms(new SealAct.Break(BreakReason.INSPECTION));
        assertEquals(Optional.empty(), voyage.record().offeredTo());
        assertEquals(SealState.BROKEN, voyage.record().state());
    }

    @Test
    void nothingIsHandedOverToItsHolder() {
        assertRefused(ErrorCode.ILLEGAL_TRANSITION, "custody of CarrierMSP already", () -> Voyage.begun()
                .handedOverTo(SampleSeals.CARRIER));
    }

    @Test
    void anActNamesTheEventThatItsAuthorSaw() {
        SealRecord record = Voyage.begun().handedOverTo(SampleSeals.RAILWAY).record();
        for (long other : List.of(0L, 1L, 3L)) {
            assertRefused(
                    ErrorCode.STALE_SEQUENCE,
                    () -> record.event(
                            ACCEPT,
                            Set.of(SealParty.RECEIVER),
                            other,
                            Circumstances.none(),
                            SampleSeals.change(SampleSeals.RAILWAY, "x", SampleSeals.hour(9))));
        }
    }

    /** Who may not at all is told so, and not that it was late. */
    @Test
    void aStrangerIsNotToldTheSequence() {
        SealRecord record = Voyage.begun().record();
        assertRefused(
                ErrorCode.NOT_CUSTODIAN,
                () -> record.event(
                        new SealAct.Remove(),
                        Set.of(),
                        99,
                        Circumstances.none(),
                        SampleSeals.change(SampleSeals.RAILWAY, "x", SampleSeals.hour(9))));
    }

    @Test
    void timeDoesNotRunBackwards() {
        SealRecord record = Voyage.begun().record();
        assertRefused(
                ErrorCode.CLOCK_SKEW,
                () -> record.event(
                        new SealAct.Remove(),
                        Set.of(SealParty.HOLDER),
                        1,
                        Circumstances.none(),
                        SampleSeals.change(SampleSeals.CARRIER, "x", SampleSeals.MORNING)));
    }

    @Test
    void aMechanicalSealHasNoReadings() {
        SealAct.Affix affix = new SealAct.Affix(
                SampleSeals.CONTAINER,
                SampleSeals.CUSTOMS_SEAL,
                SampleSeals.SEAL.tag(),
                Samples.CUSTOMS,
                Optional.empty());
        Voyage voyage = Voyage.of(SealRecord.first(
                SampleSeals.NAME,
                affix,
                SealParty.CUSTOMS,
                Circumstances.none(),
                SampleSeals.change(Samples.CUSTOMS, "affix", SampleSeals.hour(1))));
        assertRefused(ErrorCode.ILLEGAL_TRANSITION, "mechanical", () -> voyage.read("1", false));
    }

    @Test
    void anEventOutOfDeviceOrderIsKeptAndFlaggedAndMovesNothing() {
        Voyage voyage = Voyage.begun()
                .claiming(SampleSeals.hour(2))
                .read("1", false)
                .claiming(SampleSeals.hour(1).plusSeconds(10))
                .read("2", false)
                .claiming(SampleSeals.hour(2))
                .read("3", false);
        assertEquals(List.of(false, false, true, false), flags(voyage));
        assertEquals(Optional.of(SampleSeals.hour(2)), voyage.record().latestClaim());
    }

    @Test
    void aDeviceWhoseClockIsAheadIsFlaggedAndDoesNotMakeLaterOnesLookLate() {
        Voyage voyage = Voyage.begun();
        voyage.claiming(voyage.time().plus(SealRecord.MOST_SKEW)).read("1", false);
        voyage.claiming(voyage.time().plus(SealRecord.MOST_SKEW).plusSeconds(1)).read("2", false);
        voyage.read("3", false);
        assertEquals(List.of(false, false, true, false), flags(voyage));
    }

    @Test
    void aReportNamesAFaultAndABatteryIsNoFullerThanFull() {
        assertMalformed(() -> new SealAct.Report(SampleSeals.event("1"), SealCondition.RIGHT));
        assertMalformed(() -> new SealAct.Read(SampleSeals.event("1"), false, Optional.of(101L)));
        assertMalformed(() -> new SealAct.Read(SampleSeals.event("1"), false, Optional.of(-1L)));
        assertEquals(Optional.of(0L), new SealAct.Read(SampleSeals.event("1"), true, Optional.of(0L)).battery());
    }

    @Test
    void evidenceIsAtMostTenFilesAndNoneTwice() {
        assertMalformed(() -> new Circumstances(
                Optional.empty(), Optional.empty(), List.of(SampleSeals.PHOTOGRAPH, SampleSeals.PHOTOGRAPH)));
        assertMalformed(() -> new Circumstances(
                Optional.empty(),
                Optional.empty(),
                IntStream.range(0, 11)
                        .mapToObj(i -> new EvidenceCommitment(Samples.sha256("file " + i)))
                        .toList()));
    }

    private static List<Boolean> flags(Voyage voyage) {
        return voyage.history().oldestFirst().stream()
                .map(SealEvent::outOfOrder)
                .toList();
    }
}
