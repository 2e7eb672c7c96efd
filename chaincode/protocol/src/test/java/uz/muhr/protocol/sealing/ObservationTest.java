package uz.muhr.protocol.sealing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static uz.muhr.protocol.Refusals.assertMalformed;
import static uz.muhr.protocol.Refusals.assertRefused;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uz.muhr.protocol.Golden;
import uz.muhr.protocol.SampleSeals;
import uz.muhr.protocol.Samples;
import uz.muhr.protocol.Voyage;
import uz.muhr.protocol.freight.SealCondition;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;
import uz.muhr.protocol.seal.Circumstances;
import uz.muhr.protocol.seal.SealAct;
import uz.muhr.protocol.seal.SealName;
import uz.muhr.protocol.seal.SealParty;

/** Lists of observations at their bounds, what makes two observations the same, and what is answered. */
final class ObservationTest {
    private static final Sealer CARRIER = SampleSeals.sealer(SampleSeals.CARRIER, "observe", SampleSeals.hour(9));
    private static final Observation REPORT = report("1", SealCondition.DAMAGED, Circumstances.none());

    private static Observation report(String origin, SealCondition condition, Circumstances circumstances) {
        return new Observation(
                SampleSeals.NAME, new SealAct.Report(SampleSeals.event(origin), condition), circumstances);
    }

    private static List<Observed> decide(Sealer sealer, Observation... observations) {
        return Observing.decide(
                        new ObservationList(List.of(observations)),
                        Map.of(SampleSeals.NAME, Voyage.begun().record()),
                        Map.of(),
                        sealer)
                .outcomes();
    }

    private static ErrorCode refused(Observed observed) {
        return ((Observed.Refused) observed).refusal().code();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 499, 500})
    void aListOfUpToFiveHundredIsReadAsItIsWritten(int size) {
        ObservationList list = new ObservationList(Collections.nCopies(size, REPORT));
        assertEquals(list, ObservationList.parse(list.write()));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 501, 1000})
    void aListOfNoneOrMoreThanFiveHundredIsRefusedWithItsLength(int size) {
        assertRefused(
                ErrorCode.MALFORMED_ARGUMENT,
                "1 to 500 observations; it holds " + size + ".",
                () -> new ObservationList(Collections.nCopies(size, REPORT)));
    }

    @Test
    void aListOfFiveHundredAndOneIsRefusedAsAText() {
        String five = new ObservationList(Collections.nCopies(500, REPORT)).write();
        String one = new ObservationList(List.of(REPORT)).write();
        String item = one.substring(one.indexOf('[') + 1, one.lastIndexOf(']'));
        assertRefused(
                ErrorCode.MALFORMED_ARGUMENT,
                "it holds 501.",
                () -> ObservationList.parse(five.replaceFirst("\\[", "[" + item + ",")));
    }

    /** The act and its claimed time make the event; where it was seen and what shows it may be added by another sender. */
    @Test
    void theSameReportWithAnotherPlaceOrEvidenceIsTheSameEvent() {
        Observation elsewhere = report(
                "1",
                SealCondition.DAMAGED,
                new Circumstances(
                        Optional.empty(), Optional.of(SampleSeals.TASHKENT), List.of(SampleSeals.PHOTOGRAPH)));
        assertEquals(
                List.of(
                        new Observed.Recorded(REPORT.act().id(), 2),
                        new Observed.AlreadyRecorded(REPORT.act().id(), 2)),
                decide(CARRIER, REPORT, elsewhere));
    }

    @Test
    void anotherConditionOrClaimUnderOneIdInOneListIsRefused() {
        Observation missing = report("1", SealCondition.MISSING, Circumstances.none());
        Observation claimed = report("1", SealCondition.DAMAGED, SampleSeals.claiming(SampleSeals.hour(2)));
        List<Observed> outcomes = decide(CARRIER, REPORT, missing, claimed, REPORT);
        assertEquals(ErrorCode.EVENT_DIFFERS, refused(outcomes.get(1)));
        assertEquals(ErrorCode.EVENT_DIFFERS, refused(outcomes.get(2)));
        assertEquals(new Observed.AlreadyRecorded(REPORT.act().id(), 2), outcomes.get(3));
        String message = ((Observed.Refused) outcomes.get(1)).refusal().sentence();
        assertEquals("Event 2 of the container seal is recorded under this id, and it says something else.", message);
    }

    /** An id belongs to a seal: two devices may number their events alike. */
    @Test
    void theSameIdOnTwoSealsIsTwoEvents() {
        SealName other = new SealName(SampleSeals.SECRET.id(), SampleSeals.NEXT_SEAL.seal());
        Voyage second = Voyage.of(Sealing.affix(
                        SampleSeals.affix(SampleSeals.CONTAINER, SampleSeals.NEXT_SEAL),
                        SampleSeals.opened(),
                        SampleSeals.unknown(),
                        SampleSeals.sealer(Samples.CUSTOMS, "affix", SampleSeals.hour(1), SealParty.CUSTOMS))
                .affixed());
        Observing observing = Observing.decide(
                new ObservationList(List.of(REPORT, new Observation(other, REPORT.act(), Circumstances.none()))),
                Map.of(SampleSeals.NAME, Voyage.begun().record(), other, second.record()),
                Map.of(),
                SampleSeals.sealer(Samples.CUSTOMS, "observe", SampleSeals.hour(9), SealParty.CUSTOMS));
        assertEquals(
                List.of(
                        new Observed.Recorded(REPORT.act().id(), 2),
                        new Observed.Recorded(REPORT.act().id(), 2)),
                observing.outcomes());
        assertEquals(
                List.of(SampleSeals.NAME, other),
                observing.seals().stream().map(seal -> seal.name()).toList());
    }

    @Test
    void aReceiverReportsWhatItSeesBeforeItAccepts() {
        Voyage offered = Voyage.begun().handedOverTo(SampleSeals.RAILWAY);
        Observing observing = Observing.decide(
                new ObservationList(List.of(REPORT)),
                Map.of(SampleSeals.NAME, offered.record()),
                Map.of(),
                SampleSeals.sealer(SampleSeals.RAILWAY, "observe", SampleSeals.hour(9)));
        assertEquals(SealParty.RECEIVER, observing.events().get(0).party());
        assertEquals(Optional.of(SampleSeals.RAILWAY), observing.seals().get(0).offeredTo(), "the offer stands");
    }

    @Test
    void aListThatIsTimedBeforeTheSealsLastEventIsRefusedItemByItem() {
        Sealer early = SampleSeals.sealer(SampleSeals.CARRIER, "x", SampleSeals.MORNING);
        assertEquals(ErrorCode.CLOCK_SKEW, refused(decide(early, REPORT).get(0)));
    }

    @Test
    void aReadingSaysWhenTheDeviceMadeItWhateverItSays() {
        for (boolean opened : new boolean[] {true, false}) {
            assertRefused(
                    ErrorCode.MALFORMED_ARGUMENT,
                    "A reading has to say in \"claimed\" when the device made it",
                    () -> new Observation(
                            SampleSeals.NAME,
                            new SealAct.Read(SampleSeals.event("1"), opened, Optional.empty()),
                            Circumstances.none()));
        }
    }

    @Test
    void everyOutcomeIsReadAsItIsWritten() {
        List<Observed> outcomes = List.of(
                new Observed.Recorded(SampleSeals.event("1"), 1),
                new Observed.AlreadyRecorded(SampleSeals.event("2"), 2),
                new Observed.Refused(
                        SampleSeals.event("3"), new Refusal(ErrorCode.NOT_CUSTODIAN, "The caller is none.")));
        List<Observed> read = Observed.parse(Observed.write(outcomes));
        assertEquals(outcomes.subList(0, 2), read.subList(0, 2));
        assertEquals(ErrorCode.NOT_CUSTODIAN, refused(read.get(2)));
        assertEquals(Observed.write(outcomes), Observed.write(read));
    }

    @Test
    void anAnswerInAnotherFormIsRefused() {
        String text = Golden.text("seal-observed");
        assertMalformed(() -> Observed.parse(text.replaceFirst("\"RECORDED\"", "\"LOST\"")));
        assertMalformed(() -> Observed.parse(text.replaceFirst("EVENT_DIFFERS: ", "NO_SUCH_CODE: ")));
        assertRefused(
                ErrorCode.MALFORMED_ARGUMENT,
                "unknown member",
                () -> Observed.parse(text.replaceFirst("\"sequence\":([0-9]+)}", "\"sequence\":$1,\"zz\":1}")));
        assertRefused(
                ErrorCode.MALFORMED_ARGUMENT,
                "unknown member",
                () -> Observed.parse(text.substring(0, text.length() - 1) + ",\"zz\":1}"));
    }

    @Test
    void aMemberTooManyInAnItemIsRefused() {
        String list = Golden.text("seal-observations");
        String inItem = list.replaceFirst("\"seal\":\"([0-9a-f]{64})\"}", "\"seal\":\"$1\",\"zz\":1}");
        assertRefused(ErrorCode.MALFORMED_ARGUMENT, "unknown member", () -> ObservationList.parse(inItem));
        String replace = Golden.text("seal-replace");
        String inSeal = replace.replaceFirst("\"tag\":\"([0-9a-f]{64})\"}", "\"tag\":\"$1\",\"zz\":1}");
        assertRefused(ErrorCode.MALFORMED_ARGUMENT, "unknown member", () -> ReplaceRequest.parse(inSeal));
    }
}
