package uz.muhr.protocol.integrity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static uz.muhr.protocol.integrity.SealReason.BROKEN_BY_CUSTOMS;
import static uz.muhr.protocol.integrity.SealReason.BROKEN_BY_QUARANTINE;
import static uz.muhr.protocol.integrity.SealReason.FOUND_BROKEN;
import static uz.muhr.protocol.integrity.SealReason.FOUND_DAMAGED;
import static uz.muhr.protocol.integrity.SealReason.FOUND_FAULTY;
import static uz.muhr.protocol.integrity.SealReason.FOUND_MISSING;
import static uz.muhr.protocol.integrity.SealReason.NOT_ACCEPTED;
import static uz.muhr.protocol.integrity.SealReason.NOT_YET_AFFIXED;
import static uz.muhr.protocol.integrity.SealReason.READ_OPENED;
import static uz.muhr.protocol.integrity.SealReason.REPLACED_BY_HOLDER;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uz.muhr.protocol.SampleSeals;
import uz.muhr.protocol.Voyage;
import uz.muhr.protocol.freight.SealCondition;
import uz.muhr.protocol.seal.BreakReason;
import uz.muhr.protocol.seal.SealAct;
import uz.muhr.protocol.seal.SealRecord;

/** The verdict on one container seal, line by line of its table. */
final class SealIntegrityTest {
    private static final SealAct INSPECTION = new SealAct.Break(BreakReason.INSPECTION);
    private static final SealAct REPLACED = new SealAct.Replace(SampleSeals.NEXT_SEAL.seal());

    @Test
    void aVoyageOnWhichNothingHappenedIsIntact() {
        assertIs(
                Voyage.begun()
                        .handedOverTo(SampleSeals.RAILWAY)
                        .accepted()
                        .read("1", false)
                        .byCustoms(new SealAct.Inspect(SealCondition.RIGHT))
                        .byHolder(new SealAct.Remove()),
                SealVerdict.INTACT);
    }

    @Test
    void beforeItWasAffixedNothingIsProven() {
        assertEquals(
                List.of(NOT_YET_AFFIXED),
                SealIntegrity.of(Voyage.begun().history(), Optional.of(SampleSeals.MORNING))
                        .reasons());
    }

    @ParameterizedTest
    @EnumSource(SealCondition.class)
    void whatAnInspectionOrAReportFoundDecides(SealCondition condition) {
        SealReason[] expected =
                switch (condition) {
                    case RIGHT -> new SealReason[0];
                    case DAMAGED -> new SealReason[] {FOUND_DAMAGED};
                    case MISSING -> new SealReason[] {FOUND_MISSING};
                    case BROKEN -> new SealReason[] {FOUND_BROKEN};
                    case FAULTY_ELECTRONIC_SEAL -> new SealReason[] {FOUND_FAULTY};
                };
        assertIs(Voyage.begun().byCustoms(new SealAct.Inspect(condition)), verdictOf(expected), expected);
        if (condition != SealCondition.RIGHT) {
            assertIs(
                    Voyage.begun().byHolder(new SealAct.Report(SampleSeals.event("1"), condition)),
                    verdictOf(expected),
                    expected);
        }
    }

    @Test
    void whatWasOnceFoundIsNotTakenBack() {
        assertIs(
                Voyage.begun()
                        .byHolder(new SealAct.Inspect(SealCondition.MISSING))
                        .byCustoms(new SealAct.Inspect(SealCondition.RIGHT)),
                SealVerdict.MISSING,
                FOUND_MISSING);
    }

    @Test
    void whatAnAuthorityBrokeIsNotTampered() {
        assertIs(
                Voyage.begun()
                        .byCustoms(INSPECTION)
                        .byCustoms(new SealAct.Inspect(SealCondition.BROKEN))
                        .byHolder(new SealAct.Report(SampleSeals.event("r"), SealCondition.MISSING))
                        .read("1", true)
                        .byCustoms(REPLACED),
                SealVerdict.BROKEN_BY_AUTHORITY,
                BROKEN_BY_CUSTOMS);
        assertIs(Voyage.begun().byQuarantine(INSPECTION), SealVerdict.BROKEN_BY_AUTHORITY, BROKEN_BY_QUARANTINE);
    }

    @Test
    void whatWasFoundBeforeTheAuthorityBrokeItStands() {
        assertIs(
                Voyage.begun().read("1", true).byCustoms(INSPECTION),
                SealVerdict.TAMPERED,
                READ_OPENED,
                BROKEN_BY_CUSTOMS);
    }

    @Test
    void aReadingThatComesLateCountsByTheDevicesTimeAgainstTheSeal() {
        Voyage early = Voyage.begun().byCustoms(INSPECTION);
        Instant broken = early.record().changed().time();
        assertIs(
                early.claiming(broken.minus(SealRecord.MOST_SKEW).minusSeconds(1))
                        .read("1", true),
                SealVerdict.TAMPERED,
                READ_OPENED,
                BROKEN_BY_CUSTOMS);
        Voyage near = Voyage.begun().byCustoms(INSPECTION);
        assertIs(
                near.claiming(broken.minus(SealRecord.MOST_SKEW)).read("1", true),
                SealVerdict.BROKEN_BY_AUTHORITY,
                BROKEN_BY_CUSTOMS);
    }

    /** An officer who records the break an hour after it says so; the device that saw it at once is then no witness against it. */
    @Test
    void theAuthoritysOwnWordSaysWhenItBrokeTheSeal() {
        Voyage voyage = Voyage.begun();
        Instant broken = voyage.time().minusSeconds(1800);
        assertIs(
                voyage.claiming(broken)
                        .byCustoms(INSPECTION)
                        .claiming(broken.plusSeconds(5))
                        .read("1", true),
                SealVerdict.BROKEN_BY_AUTHORITY,
                BROKEN_BY_CUSTOMS);
    }

    @Test
    void aLateEventDoesNotRewriteAnEarlierVerdict() {
        Voyage voyage = Voyage.begun().handedOverTo(SampleSeals.RAILWAY).accepted();
        Instant asked = voyage.record().changed().time();
        voyage.claiming(SampleSeals.hour(1).plusSeconds(60)).read("late", true);
        assertEquals(
                SealVerdict.INTACT,
                SealIntegrity.of(voyage.history(), Optional.of(asked)).verdict());
        assertIs(voyage, SealVerdict.TAMPERED, READ_OPENED);
    }

    @Test
    void aHandoverIsUnprovenUntilItIsAccepted() {
        Voyage voyage = Voyage.begun().handedOverTo(SampleSeals.RAILWAY);
        Instant pending = voyage.record().changed().time();
        assertIs(voyage, SealVerdict.UNPROVEN, NOT_ACCEPTED);
        voyage.accepted();
        assertIs(voyage, SealVerdict.INTACT);
        assertEquals(
                List.of(NOT_ACCEPTED),
                SealIntegrity.of(voyage.history(), Optional.of(pending)).reasons());
    }

    @Test
    void whoReplacesAnUnbrokenSealIsAnAuthorityOrIsNotBelieved() {
        assertIs(Voyage.begun().byHolder(REPLACED), SealVerdict.UNPROVEN, REPLACED_BY_HOLDER);
        assertIs(Voyage.begun().byCustoms(REPLACED), SealVerdict.BROKEN_BY_AUTHORITY, BROKEN_BY_CUSTOMS);
        assertIs(
                Voyage.begun().byCustoms(INSPECTION).byHolder(REPLACED),
                SealVerdict.BROKEN_BY_AUTHORITY,
                BROKEN_BY_CUSTOMS);
    }

    @Test
    void everyReasonThatAppliesIsGivenTheWorstFirst() {
        assertIs(
                Voyage.begun()
                        .byHolder(new SealAct.Inspect(SealCondition.FAULTY_ELECTRONIC_SEAL))
                        .byHolder(new SealAct.Inspect(SealCondition.MISSING))
                        .byHolder(new SealAct.Inspect(SealCondition.DAMAGED))
                        .handedOverTo(SampleSeals.RAILWAY),
                SealVerdict.TAMPERED,
                FOUND_DAMAGED,
                FOUND_MISSING,
                FOUND_FAULTY,
                NOT_ACCEPTED);
    }

    @Test
    void reasonsStandInTheOrderOfTheirVerdicts() {
        List<SealVerdict> verdicts =
                Stream.of(SealReason.values()).map(SealReason::verdict).toList();
        assertEquals(verdicts.stream().sorted().toList(), verdicts);
        assertEquals(
                List.of(),
                Stream.of(SealReason.values())
                        .filter(reason -> !reason.sentence().endsWith("."))
                        .toList());
    }

    private static SealVerdict verdictOf(SealReason... reasons) {
        return reasons.length == 0 ? SealVerdict.INTACT : reasons[0].verdict();
    }

    private static void assertIs(Voyage voyage, SealVerdict verdict, SealReason... reasons) {
        assertEquals(
                new SealAssessment(verdict, List.of(reasons)), SealIntegrity.of(voyage.history(), Optional.empty()));
    }
}
