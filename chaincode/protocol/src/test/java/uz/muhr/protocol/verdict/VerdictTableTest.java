package uz.muhr.protocol.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uz.muhr.protocol.record.DocumentStatus;
import uz.muhr.protocol.record.Validity.Phase;

/** The table of verdicts against an independent statement of it, over every combination of facts there is. */
final class VerdictTableTest {
    /**
     * Protocol, section "Verdict", as words. A line applies when every word of its middle column is among the facts'
     * words (see {@link #words}); of the lines that apply the first gives the verdict and each gives its reason.
     */
    private static final String TABLE = """
            UNDETERMINED   | content:RECEIPT_REQUIRED | RECEIPT_REQUIRED
            UNDETERMINED   | content:NOT_COMPARED     | CONTENT_NOT_COMPARED
            UNKNOWN        | anchored-later           | ANCHORED_LATER
            ALTERED        | content:DIFFERS          | CONTENT_DIFFERS
            NOT_AUTHORISED | authority:NONE           | NO_AUTHORITY_WHEN_ANCHORED
            NOT_AUTHORISED | authority:ISSUER_DISTRUSTED | ISSUER_DISTRUSTED
            NOT_AUTHORISED | authority:CERTIFICATE_DISTRUSTED | CERTIFICATE_DISTRUSTED
            REVOKED        | status:REVOKED           | REVOKED_BY_ISSUER
            SUPERSEDED     | status:SUPERSEDED        | SUPERSEDED_BY_ISSUER
            SUPERSEDED     | content:MATCHED_EARLIER  | EARLIER_VERSION
            EXHAUSTED      | exhausted                | QUANTITY_USED_UP
            SUSPENDED      | status:SUSPENDED         | SUSPENDED_BY_ISSUER
            SUSPENDED      | held                     | HELD_BY_CUSTOMS
            EXPIRED        | phase:AFTER              | VALIDITY_ENDED
            NOT_YET_VALID  | phase:BEFORE             | VALIDITY_NOT_BEGUN
            """;

    @Test
    void everyCombinationOfFactsHasTheVerdictOfTheFirstLineThatApplies() {
        int combinations = 0;
        for (Facts facts : allFacts()) {
            combinations++;
            assertEquals(expected(facts), VerdictTable.decide(facts), facts.toString());
        }
        assertEquals(5 * 2 * 4 * 4 * 2 * 2 * 3, combinations);
    }

    @Test
    void onlyAMatchingAuthorisedStandingDocumentWithinItsValidityIsValid() {
        List<Facts> valid = allFacts().stream()
                .filter(facts -> VerdictTable.decide(facts).verdict() == Verdict.VALID)
                .toList();
        assertEquals(
                List.of(new Facts(
                        Comparison.MATCHES,
                        false,
                        AuthorityThen.IN_FORCE,
                        DocumentStatus.VALID,
                        false,
                        false,
                        Phase.WITHIN)),
                valid);
    }

    @Test
    void validHasNoReasonAndEveryOtherVerdictHasOne() {
        for (Facts facts : allFacts()) {
            Assessment found = VerdictTable.decide(facts);
            assertEquals(found.verdict() == Verdict.VALID, found.reasons().isEmpty(), facts.toString());
        }
    }

    @Test
    void theVerdictsStandInTheOrderOfPrecedence() {
        List<Verdict> rows =
                TABLE.lines().map(VerdictTableTest::verdict).distinct().toList();
        List<Verdict> all = new ArrayList<>(rows);
        all.add(Verdict.VALID);
        assertEquals(List.of(Verdict.values()), all);
    }

    /** ETSI EN 319 102-1 section 5.1.3, as the protocol assigns them. */
    @Test
    void onlyValidHasPassedAndOnlyWhatIsWrongHasFailed() {
        Set<Verdict> failed = EnumSet.of(Verdict.ALTERED, Verdict.REVOKED, Verdict.NOT_AUTHORISED);
        for (Verdict verdict : Verdict.values()) {
            String expected = verdict == Verdict.VALID
                    ? "TOTAL-PASSED"
                    : failed.contains(verdict) ? "TOTAL-FAILED" : "INDETERMINATE";
            assertEquals(expected, verdict.indication().text(), verdict.name());
        }
    }

    @Test
    void everyVerdictAndReasonSpeaksInSentences() {
        assertTrue(Stream.of(Verdict.values()).allMatch(v -> v.sentence().endsWith(".")));
        assertTrue(Stream.of(Reason.values()).allMatch(r -> r.sentence().endsWith(".")));
        assertEquals(
                Reason.values().length,
                Stream.of(Reason.values()).map(Reason::sentence).distinct().count());
    }

    private static Assessment expected(Facts facts) {
        List<String> words = words(facts);
        List<String> applying =
                TABLE.lines().filter(line -> words.contains(cell(line, 1))).toList();
        return new Assessment(
                applying.stream().map(VerdictTableTest::verdict).findFirst().orElse(Verdict.VALID),
                applying.stream().map(line -> Reason.valueOf(cell(line, 2))).toList());
    }

    private static List<String> words(Facts facts) {
        List<String> words = new ArrayList<>(List.of(
                "content:" + facts.content(),
                "authority:" + facts.authority(),
                "status:" + facts.status(),
                "phase:" + facts.phase()));
        if (facts.anchoredLater()) {
            words.add("anchored-later");
        }
        if (facts.exhausted()) {
            words.add("exhausted");
        }
        if (facts.held()) {
            words.add("held");
        }
        return words;
    }

    private static Verdict verdict(String line) {
        return Verdict.valueOf(cell(line, 0));
    }

    private static String cell(String line, int index) {
        return List.of(line.split("\\|")).get(index).trim();
    }

    private static List<Facts> allFacts() {
        List<Facts> all = new ArrayList<>();
        for (Comparison content : Comparison.values()) {
            for (DocumentStatus status : DocumentStatus.values()) {
                for (Phase phase : Phase.values()) {
                    for (AuthorityThen authority : AuthorityThen.values()) {
                        for (int bits = 0; bits < 8; bits++) {
                            all.add(new Facts(
                                    content,
                                    (bits & 1) != 0,
                                    authority,
                                    status,
                                    (bits & 2) != 0,
                                    (bits & 4) != 0,
                                    phase));
                        }
                    }
                }
            }
        }
        return all;
    }
}
