package uz.muhr.client.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import uz.muhr.client.register.SampleDocument;
import uz.muhr.client.verification.Heard;
import uz.muhr.protocol.verdict.Evidence;
import uz.muhr.protocol.verdict.Verdict;

/** What several answers come to. */
class HearingTest {
    private final SampleDocument anchored = SampleHearing.anchored();
    private final Evidence valid = SampleHearing.evidence(anchored);
    private final Evidence revoked =
            SampleHearing.evidence(anchored, anchored.revoked(SampleHearing.MONDAY.plusSeconds(5)));

    private static Hearing hearing(Heard... heard) {
        return SampleHearing.of(Language.EN, heard);
    }

    @Test
    void peersThatAgreeGiveTheirVerdict() {
        Hearing hearing = hearing(SampleHearing.heard("CustomsMSP", valid), SampleHearing.heard("ChamberMSP", valid));
        assertEquals(Verdict.VALID, hearing.verdict());
        assertTrue(hearing.agrees(hearing.heard().get(1)));
    }

    @Test
    void peersThatDisagreeGiveNoneWhicheverSpeaksFirst() {
        Heard good = SampleHearing.heard("CustomsMSP", valid);
        Heard bad = SampleHearing.heard("ChamberMSP", revoked);
        for (Hearing hearing : new Hearing[] {hearing(good, bad), hearing(bad, good)}) {
            assertEquals(Verdict.UNDETERMINED, hearing.verdict());
            assertEquals(Optional.empty(), hearing.assessment());
            assertFalse(hearing.agrees(hearing.heard().get(1)));
        }
    }

    @Test
    void aPeerThatIsSilentTakesNothingFromTheOthers() {
        Hearing hearing = hearing(SampleHearing.silent("CarrierMSP"), SampleHearing.heard("ChamberMSP", revoked));
        assertEquals(Verdict.REVOKED, hearing.verdict());
        assertEquals(
                "ChamberMSP", hearing.witness().orElseThrow().organisation().value());
    }

    @Test
    void whereAllAreSilentNothingIsDetermined() {
        Hearing hearing = hearing(SampleHearing.silent("CustomsMSP"), SampleHearing.silent("ChamberMSP"));
        assertEquals(Verdict.UNDETERMINED, hearing.verdict());
        assertEquals(Optional.of(SampleHearing.silent("CustomsMSP").assessment()), hearing.assessment());
        assertTrue(hearing.witness().isEmpty() && hearing.report().isEmpty());
    }

    @Test
    void theSameVerdictOnOtherEvidenceIsToldApart() {
        Evidence renewed = SampleHearing.evidence(
                anchored,
                anchored.suspended(SampleHearing.MONDAY.plusSeconds(1)),
                anchored.suspended(SampleHearing.MONDAY.plusSeconds(1))
                        .reinstated(SampleHearing.MONDAY.plusSeconds(2)));
        Hearing hearing = hearing(SampleHearing.heard("CustomsMSP", valid), SampleHearing.heard("ChamberMSP", renewed));
        assertEquals(Verdict.VALID, hearing.verdict());
        assertFalse(hearing.agrees(hearing.heard().get(1)));
    }
}
