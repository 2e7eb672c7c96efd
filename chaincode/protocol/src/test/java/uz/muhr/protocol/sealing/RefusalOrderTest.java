package uz.muhr.protocol.sealing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static uz.muhr.protocol.Refusals.assertRefused;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uz.muhr.protocol.SampleSeals;
import uz.muhr.protocol.Samples;
import uz.muhr.protocol.Voyage;
import uz.muhr.protocol.consignment.ConsignmentLinking;
import uz.muhr.protocol.consignment.ConsignmentRecord;
import uz.muhr.protocol.consignment.Linked;
import uz.muhr.protocol.freight.SealClass;
import uz.muhr.protocol.freight.SealKind;
import uz.muhr.protocol.freight.SealingParty;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.record.Change;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.seal.BreakReason;
import uz.muhr.protocol.seal.Circumstances;
import uz.muhr.protocol.seal.SealAct;
import uz.muhr.protocol.seal.SealDescription;
import uz.muhr.protocol.seal.SealParty;
import uz.muhr.protocol.seal.SealRecord;
import uz.muhr.protocol.sealing.Sealing.Known;

/** Of several faults of a request one is told, always the same: who may not at all learns nothing of what the ledger holds. */
final class RefusalOrderTest {
    private static final Known EVERYTHING_WRONG =
            new Known(Optional.of(Voyage.begun().record()), Optional.of(SampleSeals.NAME), Optional.empty());
    private static final Sealer CARRIER = SampleSeals.sealer(SampleSeals.CARRIER, "x", SampleSeals.hour(9));
    private static final Sealer STRANGER = SampleSeals.sealer(SampleSeals.RAILWAY, "x", SampleSeals.hour(9));
    private static final Sealer CUSTOMS =
            SampleSeals.sealer(Samples.CUSTOMS, "x", SampleSeals.hour(9), SealParty.CUSTOMS);
    private static final Sealer QUARANTINE =
            SampleSeals.sealer(SampleSeals.QUARANTINE, "x", SampleSeals.hour(9), SealParty.QUARANTINE);

    private static NewSeal sealOf(SealingParty party) {
        return SampleSeals.seal(
                "P" + party.code(), new SealDescription(SealClass.SECURITY, SealKind.MECHANICAL, party));
    }

    @Test
    void affixingNamesTheCallerThenTheContainerThenTheSealThenTheKeyThenWhatExists() {
        AffixRequest elsewhere = SampleSeals.affix(SampleSeals.OTHER_CONTAINER, SampleSeals.NEXT_SEAL);
        refusesAffix(ErrorCode.NOT_AUTHORISED, "takes its customs or quarantine or creator", elsewhere, STRANGER);
        refusesAffix(ErrorCode.UNKNOWN_CONTAINER, "link it to it first", elsewhere, CARRIER);
        AffixRequest notIts = SampleSeals.affix(SampleSeals.CONTAINER, SampleSeals.NEXT_SEAL);
        refusesAffix(ErrorCode.NOT_AUTHORISED, "acts as CREATOR; a seal of the sealing party CU", notIts, CARRIER);
        AffixRequest its = SampleSeals.affix(SampleSeals.CONTAINER, SampleSeals.SEAL);
        refusesAffix(ErrorCode.UNKNOWN_REGISTRY, "CarrierMSP has no registry key on the ledger", its, CARRIER);
    }

    private static void refusesAffix(ErrorCode code, String says, AffixRequest request, Sealer sealer) {
        assertRefused(code, says, () -> Sealing.affix(request, SampleSeals.opened(), EVERYTHING_WRONG, sealer));
    }

    @Test
    void aSealOfThisConsignmentIsNamedBeforeOneUnderTheSameTag() {
        Known both = new Known(
                Optional.of(Voyage.begun().record()),
                Optional.of(SampleSeals.NAME),
                Optional.of(SampleSeals.registry()));
        assertRefused(
                ErrorCode.SEAL_EXISTS,
                "in this consignment",
                () -> Sealing.affix(
                        SampleSeals.affix(SampleSeals.CONTAINER, SampleSeals.SEAL),
                        SampleSeals.opened(),
                        both,
                        CARRIER));
    }

    @Test
    void replacingNamesCustodyThenTheSequenceThenTheStateThenTheSealThenWhatExists() {
        Voyage offered = Voyage.begun().handedOverTo(SampleSeals.RAILWAY);
        NewSeal notIts = SampleSeals.NEXT_SEAL;
        refusesReplacement(
                ErrorCode.NOT_CUSTODIAN, "customs or quarantine or holder", offered, 9, notIts, unknownKey(), STRANGER);
        refusesReplacement(ErrorCode.STALE_SEQUENCE, "version 9", offered, 9, notIts, unknownKey(), CARRIER);
        refusesReplacement(ErrorCode.ILLEGAL_TRANSITION, "is OFFERED", offered, 2, notIts, unknownKey(), CARRIER);
        Voyage sealed = Voyage.begun();
        refusesReplacement(ErrorCode.NOT_AUTHORISED, "acts as HOLDER", sealed, 1, notIts, unknownKey(), CARRIER);
        NewSeal its = SampleSeals.seal("UZ77", SampleSeals.BOLT);
        refusesReplacement(ErrorCode.UNKNOWN_REGISTRY, "seal:register", sealed, 1, its, unknownKey(), CARRIER);
        refusesReplacement(ErrorCode.SEAL_EXISTS, "under this tag", sealed, 1, its, tagged(), CARRIER);
    }

    private static Known unknownKey() {
        return new Known(Optional.empty(), Optional.of(SampleSeals.NAME), Optional.empty());
    }

    private static Known tagged() {
        return new Known(Optional.empty(), Optional.of(SampleSeals.NAME), Optional.of(SampleSeals.registry()));
    }

    private static void refusesReplacement(
            ErrorCode code, String says, Voyage voyage, long expected, NewSeal by, Known known, Sealer sealer) {
        assertRefused(code, says, () -> replace(voyage, expected, by, known, sealer));
    }

    private static Sealing replace(Voyage voyage, long expected, NewSeal by, Known known, Sealer sealer) {
        return Sealing.replace(
                new ReplaceRequest(voyage.record().name(), expected, by, SampleSeals.claiming(SampleSeals.hour(8))),
                voyage.record(),
                consignment(),
                known,
                sealer);
    }

    /** With the sample seal on the second of its containers. */
    private static ConsignmentRecord consignment() {
        ConsignmentRecord sealed =
                SampleSeals.opened().next(SampleSeals.affixed().linked());
        Change later = SampleSeals.change(SampleSeals.CARRIER, "link", SampleSeals.hour(1));
        return sealed.next(
                new ConsignmentLinking(sealed.id(), 2, Linked.of(Stream.of(SampleSeals.OTHER_CONTAINER), Stream.of()))
                        .decide(sealed, later));
    }

    @Test
    void aSealInAnothersPlaceIsOnItsContainerUnderTheSameCircumstances() {
        ConsignmentRecord consignment = consignment();
        Sealing first = Sealing.affix(
                SampleSeals.affix(SampleSeals.OTHER_CONTAINER, SampleSeals.SEAL),
                consignment,
                SampleSeals.unknown(),
                SampleSeals.sealer(SampleSeals.CARRIER, "x", SampleSeals.hour(1)));
        Sealing next = replace(Voyage.of(first.affixed()), 1, SampleSeals.NEXT_SEAL, SampleSeals.unknown(), CUSTOMS);
        assertEquals(
                SampleSeals.OTHER_CONTAINER,
                SealRecord.of(next.affixed()).affixed().container());
        assertEquals(SampleSeals.claiming(SampleSeals.hour(8)), next.affixed().circumstances());
        assertEquals(
                next.affixed().circumstances(), next.replaced().orElseThrow().circumstances());
        assertEquals(next.affixed().change(), next.replaced().orElseThrow().change());
        assertEquals(next.affixed().change(), next.linked().change());
        assertEquals(Optional.of(SampleSeals.NEXT_SEAL.seal()), next.linked().seal());
    }

    @Test
    void whoAffixesHoldsTheSealAlsoInAnothersConsignment() {
        Sealing sealing = Sealing.affix(
                SampleSeals.affix(SampleSeals.CONTAINER, SampleSeals.NEXT_SEAL),
                SampleSeals.opened(),
                SampleSeals.unknown(),
                CUSTOMS);
        assertEquals(Samples.CUSTOMS, SealRecord.of(sealing.affixed()).holder());
    }

    /** UNTDID 9303 against whoever affixes: an authority its own alone, a carrier those of the trade. */
    @ParameterizedTest
    @CsvSource({
        "CARRIER, true, false, false",
        "SHIPPER, true, false, false",
        "TERMINAL_OPERATOR, true, false, false",
        "CUSTOMS, false, true, false",
        "QUARANTINE, false, false, true"
    })
    void everySealingPartyHasItsOwnWhoAffixesIt(
            SealingParty party, boolean carrier, boolean customs, boolean quarantine) {
        assertAffixes(carrier, party, CARRIER);
        assertAffixes(customs, party, CUSTOMS);
        assertAffixes(quarantine, party, QUARANTINE);
    }

    private static void assertAffixes(boolean may, SealingParty party, Sealer sealer) {
        AffixRequest request = SampleSeals.affix(SampleSeals.CONTAINER, sealOf(party));
        if (may) {
            assertEquals(
                    sealer.organisation(),
                    SealRecord.of(Sealing.affix(request, SampleSeals.opened(), SampleSeals.unknown(), sealer)
                                    .affixed())
                            .holder());
        } else {
            assertRefused(
                    ErrorCode.NOT_AUTHORISED,
                    "a seal of the sealing party " + party.code() + " is not its to affix",
                    () -> Sealing.affix(request, SampleSeals.opened(), SampleSeals.unknown(), sealer));
        }
    }

    @Test
    void linkingNamesTheCallerThenTheSequence() {
        ConsignmentRecord opened = SampleSeals.opened();
        ConsignmentLinking linking =
                new ConsignmentLinking(opened.id(), 7, Linked.of(Stream.of(SampleSeals.OTHER_CONTAINER), Stream.of()));
        Change stranger = SampleSeals.change(SampleSeals.RAILWAY, "x", SampleSeals.hour(1));
        assertRefused(
                ErrorCode.NOT_AUTHORISED,
                "Only CarrierMSP, which opened the consignment, may link to it.",
                () -> linking.decide(opened, stranger));
        assertRefused(
                ErrorCode.STALE_SEQUENCE,
                "expects version 7; the record is at version 1",
                () -> linking.decide(opened, CARRIER.change()));
    }

    /** Each act by a stranger to the seal, at a sequence long gone: what is told is that it may not. */
    @Test
    void aStrangerIsToldThatItMayNotWhateverTheActAndTheState() {
        List<SealAct> acts = List.of(
                new SealAct.HandOver(SampleSeals.RAILWAY),
                new SealAct.Accept(),
                new SealAct.Decline(),
                new SealAct.Withdraw(),
                new SealAct.Remove(),
                new SealAct.Break(BreakReason.DANGER));
        for (Voyage voyage : List.of(
                Voyage.begun(),
                Voyage.begun().handedOverTo(SampleSeals.RAILWAY),
                Voyage.begun().byHolder(new SealAct.Remove()))) {
            for (SealAct act : acts) {
                assertRefused(
                        act instanceof SealAct.Break ? ErrorCode.NOT_AUTHORISED : ErrorCode.NOT_CUSTODIAN,
                        "the caller is none",
                        () -> act(voyage, act, Samples.CHAMBER));
            }
        }
    }

    /** These take a function of their own, which checks what seal:act would not. */
    @Test
    void whatHasAFunctionOfItsOwnIsNoActOnOneSeal() {
        for (SealAct act : List.of(
                new SealAct.Replace(SampleSeals.NEXT_SEAL.seal()),
                SampleSeals.affixed().affixed().act(),
                new SealAct.Read(SampleSeals.event("1"), true, Optional.empty()))) {
            assertRefused(
                    ErrorCode.MALFORMED_ARGUMENT,
                    act.operation() + " is not an act of seal:act",
                    () -> act(Voyage.begun(), act, SampleSeals.CARRIER));
        }
    }

    private static void act(Voyage voyage, SealAct act, MspId by) {
        new SealRequest(voyage.record().name(), 99, act, Circumstances.none())
                .decide(voyage.record(), SampleSeals.sealer(by, "x", voyage.time()));
    }
}
