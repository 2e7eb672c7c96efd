package uz.muhr.protocol.integrity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which verdict each reason makes and which of two decides, against an independent statement of it. */
final class SealAssessmentTest {
    /** Every reason with its verdict, the worst first: the table of the README, line by line. */
    private static final String PRECEDENCE = """
            FOUND_DAMAGED TAMPERED
            FOUND_BROKEN TAMPERED
            READ_OPENED TAMPERED
            FOUND_MISSING MISSING
            BROKEN_BY_CUSTOMS BROKEN_BY_AUTHORITY
            BROKEN_BY_QUARANTINE BROKEN_BY_AUTHORITY
            FOUND_FAULTY UNPROVEN
            NOT_YET_AFFIXED UNPROVEN
            NOT_ACCEPTED UNPROVEN
            REPLACED_BY_HOLDER UNPROVEN
            UNSEALED_BETWEEN UNPROVEN
            CONTAINER_WITHOUT_SEAL UNPROVEN
            NO_CONTAINER UNPROVEN
            """;

    @Test
    void everyReasonStandsInItsPlace() {
        assertEquals(
                PRECEDENCE.lines().toList(),
                Stream.of(SealReason.values())
                        .map(reason -> reason + " " + reason.verdict())
                        .toList());
    }

    @Test
    void theVerdictsStandFromTheWorstToTheBest() {
        assertEquals(
                List.of("TAMPERED", "MISSING", "BROKEN_BY_AUTHORITY", "UNPROVEN", "INTACT"),
                Stream.of(SealVerdict.values()).map(Enum::name).toList());
    }

    @Test
    void withoutAReasonItIsIntact() {
        assertEquals(new SealAssessment(SealVerdict.INTACT, List.of()), SealAssessment.of(List.of()));
    }

    /** No reason makes a seal intact: what is known against it is said. */
    @ParameterizedTest
    @EnumSource(SealReason.class)
    void aSingleReasonDecides(SealReason reason) {
        SealAssessment alone = SealAssessment.of(List.of(reason));
        assertEquals(new SealAssessment(reason.verdict(), List.of(reason)), alone);
        assertFalse(alone.verdict() == SealVerdict.INTACT);
        assertEquals(alone, SealAssessment.of(List.of(reason, reason)), "said once");
    }

    @ParameterizedTest
    @EnumSource(SealReason.class)
    void ofTwoReasonsTheWorseDecidesInWhicheverOrderTheyCome(SealReason one) {
        for (SealReason other : SealReason.values()) {
            SealReason worse = line(one) <= line(other) ? one : other;
            SealAssessment both = SealAssessment.of(List.of(one, other));
            assertEquals(worse.verdict(), both.verdict(), one + " and " + other);
            assertEquals(worse, both.reasons().get(0));
            assertEquals(both, SealAssessment.of(List.of(other, one)));
            assertEquals(one == other ? 1 : 2, both.reasons().size());
        }
    }

    @Test
    void allReasonsTogetherAreGivenInTheirOrder() {
        List<SealReason> backwards = new ArrayList<>();
        for (SealReason reason : SealReason.values()) {
            backwards.add(0, reason);
        }
        SealAssessment all = SealAssessment.of(backwards);
        assertEquals(List.of(SealReason.values()), all.reasons());
        assertEquals(SealVerdict.TAMPERED, all.verdict());
    }

    @Test
    void everyVerdictAndEveryReasonHasASentenceOfItsOwn() {
        List<String> sentences = Stream.concat(
                        Stream.of(SealVerdict.values()).map(SealVerdict::sentence),
                        Stream.of(SealReason.values()).map(SealReason::sentence))
                .toList();
        assertEquals(sentences.size(), sentences.stream().distinct().count());
        for (String sentence : sentences) {
            assertTrue(sentence.matches("[A-Z][^.]+\\."), sentence);
        }
    }

    private static int line(SealReason reason) {
        return PRECEDENCE
                .lines()
                .map(line -> line.substring(0, line.indexOf(' ')))
                .toList()
                .indexOf(reason.name());
    }
}
