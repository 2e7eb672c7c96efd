package uz.muhr.protocol.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static uz.muhr.protocol.Refusals.assertMalformed;
import static uz.muhr.protocol.Refusals.assertRefused;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uz.muhr.protocol.Golden;
import uz.muhr.protocol.SampleSeals;
import uz.muhr.protocol.Samples;
import uz.muhr.protocol.Voyage;
import uz.muhr.protocol.consignment.SealReference;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.sealing.Sealing;

/** What the record of a seal cannot say, and what of claimed times it keeps. */
final class SealRecordFormTest {
    private static final SealRecord SEALED = Voyage.begun().record();
    private static final Optional<MspId> RECEIVER = Optional.of(SampleSeals.RAILWAY);
    private static final Optional<SealReference> SUCCESSOR = Optional.of(SampleSeals.NEXT_SEAL.seal());

    private static SealRecord record(
            SealState state,
            Optional<MspId> offeredTo,
            Optional<SealReference> replacedBy,
            long sequence,
            Instant changed) {
        return new SealRecord(
                SEALED.name(),
                SEALED.affixed(),
                state,
                SEALED.holder(),
                offeredTo,
                replacedBy,
                Optional.empty(),
                sequence,
                SEALED.head(),
                SEALED.began(),
                SampleSeals.change(SampleSeals.CARRIER, "x", changed));
    }

    private static void contradictsItself(
            SealState state,
            Optional<MspId> offeredTo,
            Optional<SealReference> replacedBy,
            long sequence,
            Instant changed) {
        assertRefused(
                ErrorCode.CORRUPT_RECORD,
                "The record of a container seal contradicts itself.",
                () -> record(state, offeredTo, replacedBy, sequence, changed));
    }

    @ParameterizedTest
    @EnumSource(SealState.class)
    void itNamesAReceiverExactlyWhenItIsOfferedAndASuccessorExactlyWhenItIsReplaced(SealState state) {
        boolean offered = state == SealState.OFFERED;
        boolean replaced = state == SealState.REPLACED;
        Optional<MspId> receiver = offered ? RECEIVER : Optional.empty();
        Optional<SealReference> successor = replaced ? SUCCESSOR : Optional.empty();
        SealRecord right = record(state, receiver, successor, 2, SampleSeals.hour(2));
        assertEquals(right, SealRecord.parse(right.write()));
        contradictsItself(state, offered ? Optional.empty() : RECEIVER, successor, 2, SampleSeals.hour(2));
        contradictsItself(state, receiver, replaced ? Optional.empty() : SUCCESSOR, 2, SampleSeals.hour(2));
    }

    @Test
    void itHasAnEventAndWasNotChangedBeforeItBegan() {
        contradictsItself(SealState.SEALED, Optional.empty(), Optional.empty(), 0, SampleSeals.hour(2));
        contradictsItself(
                SealState.SEALED,
                Optional.empty(),
                Optional.empty(),
                1,
                SampleSeals.hour(1).minusSeconds(1));
        assertEquals(
                SampleSeals.hour(1),
                record(SealState.SEALED, Optional.empty(), Optional.empty(), 1, SampleSeals.hour(1))
                        .changed()
                        .time());
    }

    @Test
    void aRecordInAnotherFormIsRefused() {
        String text = Golden.text("seal-record");
        assertRefused(
                ErrorCode.MALFORMED_ARGUMENT,
                "unknown member",
                () -> SealRecord.parse(text.substring(0, text.length() - 1) + ",\"zz\":1}"));
        assertMalformed(() -> SealRecord.parse(text.replace("\"format\":1", "\"format\":2")));
        assertMalformed(() -> SealRecord.parse(text.replace("\"state\":\"SEALED\"", "\"state\":\"LOST\"")));
        String accepted = text.replaceFirst("\"affixed\":\\{[^}]*}", "\"affixed\":{\"operation\":\"ACCEPT\"}");
        assertRefused(
                ErrorCode.MALFORMED_ARGUMENT,
                "begins with another act than to affix it",
                () -> SealRecord.parse(accepted));
    }

    @Test
    void theSealsOfAConsignmentAreAllOfItsSealsInItsOrder() {
        String text = Golden.text("seal-consignment");
        SealedConsignment whole = SealedConsignment.parse(text);
        assertRefused(
                ErrorCode.CORRUPT_RECORD,
                "not those of the consignment",
                () -> new SealedConsignment(whole.consignment(), List.of()));
        assertRefused(
                ErrorCode.CORRUPT_RECORD,
                "not those of the consignment",
                () -> new SealedConsignment(SampleSeals.opened(), whole.seals()));
        SealRecord seal = whole.seals().get(0);
        assertRefused(ErrorCode.CORRUPT_RECORD, () -> new SealedConsignment(whole.consignment(), List.of(seal, seal)));
        SealRecord other = SealRecord.of(Sealing.affix(
                        SampleSeals.affix(SampleSeals.CONTAINER, SampleSeals.NEXT_SEAL),
                        whole.consignment(),
                        SampleSeals.unknown(),
                        SampleSeals.sealer(Samples.CUSTOMS, "affix", SampleSeals.hour(1), SealParty.CUSTOMS))
                .affixed());
        assertRefused(ErrorCode.CORRUPT_RECORD, () -> new SealedConsignment(whole.consignment(), List.of(other)));
    }

    @Test
    void aClaimAtTheMomentOfAffixingCountsForWhatFollows() {
        Voyage voyage = Voyage.of(affixed(SampleSeals.hour(1)));
        assertEquals(Optional.of(SampleSeals.hour(1)), voyage.record().latestClaim());
        voyage.claiming(SampleSeals.hour(1).minusSeconds(1)).read("1", false);
        assertEquals(true, voyage.history().oldestFirst().get(1).outOfOrder());
    }

    @Test
    void aClaimTooFarAheadAtTheMomentOfAffixingIsFlaggedAndCountsForNothing() {
        Instant believable = SampleSeals.hour(1).plusSeconds(120);
        assertEquals(
                Optional.of(believable), Voyage.of(affixed(believable)).record().latestClaim());
        SealEvent ahead = affixed(believable.plusSeconds(1));
        assertEquals(true, ahead.outOfOrder());
        assertEquals(Optional.empty(), Voyage.of(ahead).record().latestClaim());
    }

    @Test
    void anEventThatClaimsNothingLeavesTheLatestClaim() {
        Voyage voyage = Voyage.begun().claiming(SampleSeals.hour(2)).read("1", false);
        voyage.byHolder(new SealAct.HandOver(SampleSeals.RAILWAY)).accepted();
        assertEquals(Optional.of(SampleSeals.hour(2)), voyage.record().latestClaim());
        voyage.claiming(SampleSeals.hour(2).minusSeconds(1)).read("2", false);
        assertEquals(true, voyage.history().oldestFirst().get(4).outOfOrder());
    }

    @Test
    void timeDoesNotRunBackwardsWithinASealsLife() {
        SealRecord later =
                Voyage.begun().handedOverTo(SampleSeals.RAILWAY).accepted().record();
        assertRefused(
                ErrorCode.CLOCK_SKEW,
                "before the record's last change",
                () -> remove(later, later.changed().time().minusSeconds(1)));
        assertEquals(4, remove(later, later.changed().time()).sequence());
    }

    private static SealEvent remove(SealRecord record, Instant time) {
        return record.event(
                new SealAct.Remove(),
                Set.of(SealParty.HOLDER),
                record.sequence(),
                Circumstances.none(),
                SampleSeals.change(SampleSeals.RAILWAY, "x", time));
    }

    @Test
    void aSealInAnothersPlaceIsAffixedByWhoMayReplaceAndByNobodyElse() {
        SealAct.Affix successor = new SealAct.Affix(
                SampleSeals.CONTAINER,
                SampleSeals.BOLT,
                SampleSeals.NEXT_SEAL.tag(),
                SampleSeals.CARRIER,
                Optional.of(SampleSeals.SEAL.seal()));
        for (SealParty party : SealParty.values()) {
            SealEvent event = SealRecord.first(
                    new SealName(SampleSeals.SECRET.id(), SampleSeals.NEXT_SEAL.seal()),
                    successor,
                    party,
                    Circumstances.none(),
                    SampleSeals.change(Samples.CUSTOMS, "x", SampleSeals.hour(2)));
            if (party == SealParty.CREATOR || party == SealParty.RECEIVER) {
                assertRefused(
                        ErrorCode.CORRUPT_RECORD, "nobody affixes a seal as " + party, () -> SealRecord.of(event));
            } else {
                assertEquals(SampleSeals.CARRIER, SealRecord.of(event).holder());
            }
        }
    }

    private static SealEvent affixed(Instant claimed) {
        return SealRecord.first(
                SampleSeals.NAME,
                SEALED.affixed(),
                SealParty.CREATOR,
                SampleSeals.claiming(claimed),
                SampleSeals.change(SampleSeals.CARRIER, "affix", SampleSeals.hour(1)));
    }
}
