package uz.muhr.protocol.sealing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static uz.muhr.protocol.Refusals.assertRefused;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uz.muhr.protocol.SampleSeals;
import uz.muhr.protocol.Samples;
import uz.muhr.protocol.Voyage;
import uz.muhr.protocol.consignment.ConsignmentRecord;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.seal.BreakReason;
import uz.muhr.protocol.seal.Circumstances;
import uz.muhr.protocol.seal.SealAct;
import uz.muhr.protocol.seal.SealParty;
import uz.muhr.protocol.seal.SealRecord;
import uz.muhr.protocol.sealing.Sealing.Known;

/** Who puts which seal on a container, and in another's place. */
final class SealingTest {
    private static final Sealer CARRIER = SampleSeals.sealer(SampleSeals.CARRIER, "affix", SampleSeals.hour(1));
    private static final Sealer CUSTOMS =
            SampleSeals.sealer(Samples.CUSTOMS, "affix", SampleSeals.hour(1), SealParty.CUSTOMS);
    private static final Sealer QUARANTINE =
            SampleSeals.sealer(SampleSeals.QUARANTINE, "affix", SampleSeals.hour(1), SealParty.QUARANTINE);
    private static final NewSeal QUARANTINE_SEAL = SampleSeals.seal("Q1", SampleSeals.QUARANTINE_SEAL);

    private static Sealing affix(NewSeal seal, Sealer sealer) {
        return Sealing.affix(
                SampleSeals.affix(SampleSeals.CONTAINER, seal), SampleSeals.opened(), SampleSeals.unknown(), sealer);
    }

    @Test
    void whoAffixesASealHoldsItAndTheConsignmentNamesIt() {
        Sealing sealing = affix(SampleSeals.SEAL, CARRIER);
        assertEquals(SampleSeals.CARRIER, SealRecord.of(sealing.affixed()).holder());
        assertEquals(SealParty.CREATOR, sealing.affixed().party());
        ConsignmentRecord after = SampleSeals.opened().next(sealing.linked());
        assertEquals(List.of(SampleSeals.SEAL.seal()), after.seals());
        assertEquals(Optional.empty(), sealing.replaced());
    }

    /** Otherwise a competitor could put a seal on another's consignment, and then say that it was broken. */
    @Test
    void aCarrierThatDidNotOpenTheConsignmentAffixesNothing() {
        assertRefused(
                ErrorCode.NOT_AUTHORISED,
                () -> affix(SampleSeals.SEAL, SampleSeals.sealer(SampleSeals.RAILWAY, "affix", SampleSeals.hour(1))));
    }

    @Test
    void anAuthoritysSealIsAffixedByTheAuthorityAlone() {
        assertEquals(
                SealParty.CUSTOMS,
                affix(SampleSeals.NEXT_SEAL, CUSTOMS).affixed().party());
        assertEquals(
                SealParty.QUARANTINE,
                affix(QUARANTINE_SEAL, QUARANTINE).affixed().party());
        assertRefused(ErrorCode.NOT_AUTHORISED, "CU is not its", () -> affix(SampleSeals.NEXT_SEAL, CARRIER));
        assertRefused(ErrorCode.NOT_AUTHORISED, "CU is not its", () -> affix(SampleSeals.NEXT_SEAL, QUARANTINE));
        assertRefused(ErrorCode.NOT_AUTHORISED, "AC is not its", () -> affix(QUARANTINE_SEAL, CUSTOMS));
        assertRefused(ErrorCode.NOT_AUTHORISED, "CA is not its", () -> affix(SampleSeals.SEAL, CUSTOMS));
    }

    @Test
    void onlyAContainerOfTheConsignmentIsSealed() {
        assertRefused(
                ErrorCode.UNKNOWN_CONTAINER,
                () -> Sealing.affix(
                        SampleSeals.affix(SampleSeals.OTHER_CONTAINER, SampleSeals.SEAL),
                        SampleSeals.opened(),
                        SampleSeals.unknown(),
                        CARRIER));
    }

    @Test
    void aSealIsAffixedOnceByItsNameAndOnceByItsTag() {
        AffixRequest request = SampleSeals.affix(SampleSeals.CONTAINER, SampleSeals.SEAL);
        Known here =
                new Known(Optional.of(Voyage.begun().record()), Optional.empty(), Optional.of(SampleSeals.registry()));
        Known elsewhere =
                new Known(Optional.empty(), Optional.of(SampleSeals.NAME), Optional.of(SampleSeals.registry()));
        assertRefused(
                ErrorCode.SEAL_EXISTS,
                "in this consignment",
                () -> Sealing.affix(request, SampleSeals.opened(), here, CARRIER));
        assertRefused(
                ErrorCode.SEAL_EXISTS,
                "under this tag",
                () -> Sealing.affix(request, SampleSeals.opened(), elsewhere, CARRIER));
    }

    @Test
    void withoutARegistryKeyNothingIsAffixed() {
        assertRefused(
                ErrorCode.UNKNOWN_REGISTRY,
                "seal:register",
                () -> Sealing.affix(
                        SampleSeals.affix(SampleSeals.CONTAINER, SampleSeals.SEAL),
                        SampleSeals.opened(),
                        new Known(Optional.empty(), Optional.empty(), Optional.empty()),
                        CARRIER));
    }

    @Test
    void customsReplacesWhatItBrokeAndCustodyStaysWhereItWas() {
        Voyage voyage = Voyage.begun()
                .handedOverTo(SampleSeals.RAILWAY)
                .accepted()
                .byCustoms(new SealAct.Break(BreakReason.INSPECTION));
        Sealing sealing = replace(voyage, SampleSeals.NEXT_SEAL, Samples.CUSTOMS, SealParty.CUSTOMS);
        SealRecord next = SealRecord.of(sealing.affixed());
        assertEquals(SampleSeals.RAILWAY, next.holder());
        assertEquals(Optional.of(SampleSeals.SEAL.seal()), next.affixed().replaces());
        assertEquals(SampleSeals.CONTAINER, next.affixed().container());
        assertEquals(
                Optional.of(SampleSeals.NEXT_SEAL.seal()),
                voyage.record().next(sealing.replaced().orElseThrow()).replacedBy());
    }

    @Test
    void theHolderReplacesItsOwnAndNobodyElseDoes() {
        NewSeal next = SampleSeals.seal("UZ77", SampleSeals.BOLT);
        assertEquals(
                SealParty.HOLDER,
                replace(Voyage.begun(), next, SampleSeals.CARRIER).affixed().party());
        assertRefused(ErrorCode.NOT_CUSTODIAN, () -> replace(Voyage.begun(), next, SampleSeals.RAILWAY));
        assertRefused(
                ErrorCode.ILLEGAL_TRANSITION,
                () -> replace(Voyage.begun().handedOverTo(SampleSeals.RAILWAY), next, SampleSeals.CARRIER));
    }

    private static Sealing replace(Voyage voyage, NewSeal seal, MspId by, SealParty... authorities) {
        ConsignmentRecord consignment =
                SampleSeals.opened().next(SampleSeals.affixed().linked());
        return Sealing.replace(
                new ReplaceRequest(voyage.record().name(), voyage.record().sequence(), seal, Circumstances.none()),
                voyage.record(),
                consignment,
                SampleSeals.unknown(),
                SampleSeals.sealer(by, "replace", voyage.time(), authorities));
    }
}
