package uz.muhr.client.web;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uz.muhr.client.web.problem.ProblemCode;
import uz.muhr.proof.check.Check;
import uz.muhr.proof.witness.WitnessCheck;
import uz.muhr.protocol.identifier.TypeCode;
import uz.muhr.protocol.record.DocumentStatus;
import uz.muhr.protocol.record.RevocationReason;
import uz.muhr.protocol.verdict.Reason;
import uz.muhr.protocol.verdict.Verdict;

/** The words of the pages, in all languages, and what asks for them. */
class WordsTest {
    private static final Pattern PLACE = Pattern.compile("\\{[0-9]}");
    private static final Pattern LETTERS = Pattern.compile("\\p{L}{2,}");
    private static final Set<String> NAMES = Set.of("Muhr", "api");

    static List<String> vocabularies() {
        return PageSource.vocabularies();
    }

    static List<PageSource> pages() {
        return PageSource.all();
    }

    @ParameterizedTest
    @MethodSource("vocabularies")
    void everyLanguageSaysTheSameThings(String vocabulary) {
        Map<String, String> english = PageSource.words(vocabulary, "en");
        for (String language : PageSource.LANGUAGES) {
            Map<String, String> words = PageSource.words(vocabulary, language);
            assertEquals(List.copyOf(english.keySet()), List.copyOf(words.keySet()), vocabulary + "." + language);
            words.values().forEach(text -> assertFalse(text.isBlank(), vocabulary + "." + language));
            english.forEach((key, text) -> assertEquals(
                    places(text), places(String.valueOf(words.get(key))), vocabulary + "." + language + " " + key));
        }
    }

    @ParameterizedTest
    @MethodSource("vocabularies")
    void uzbekIsWrittenWithItsOwnLettersAndRussianWithRussianOnes(String vocabulary) {
        PageSource.words(vocabulary, "uz")
                .forEach((key, text) -> assertFalse(text.matches(".*['`\u2018\u2019\\p{IsCyrillic}].*"), key + text));
        PageSource.words(vocabulary, "ru")
                .forEach((key, text) -> assertFalse(text.matches(".*[\u02bb\u02bc].*"), key + text));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aPageAsksForWordsThatItHas(PageSource page) {
        Set<String> words = new HashSet<>();
        for (String vocabulary : page.vocabulary()) {
            PageSource.words(vocabulary, "en")
                    .keySet()
                    .forEach(key -> assertTrue(words.add(key), page.name() + " has " + key + " twice"));
        }
        page.named().forEach(key -> assertTrue(words.contains(key), page.name() + " has no word for " + key));
        assertTrue(words.contains("title"), page.name());
    }

    @Test
    void noWordIsLeftThatNobodyAsksFor() {
        for (String vocabulary : vocabularies()) {
            List<PageSource> readers = pages().stream()
                    .filter(page -> page.vocabulary().contains(vocabulary))
                    .toList();
            if (!vocabulary.equals("verdict")) {
                PageSource.words(vocabulary, "en")
                        .keySet()
                        .forEach(key -> assertTrue(
                                key.equals("title") || readers.stream().anyMatch(page -> page.mayUse(key)),
                                vocabulary + ": nobody asks for " + key));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aPageHoldsNoWordsAndNoScriptsOrStylesOfItsOwn(PageSource page) {
        String shown = page.html().replaceAll("(?s)<!--.*?-->|<[^>]*>", " ");
        assertEquals(
                Set.of(),
                LETTERS.matcher(shown)
                        .results()
                        .map(MatchResult::group)
                        .filter(word -> !NAMES.contains(word))
                        .collect(toSet()));
        assertFalse(page.html().matches("(?s).*(<style|<script(?![^>]* src=)|\\s(style|on[a-z]+)=).*"), page.name());
    }

    @Test
    void everyCodeHasItsWordsAndTheEnglishOnesAreItsOwn() {
        assertEquals(
                Arrays.stream(Verdict.values()).collect(toMap(Verdict::name, Verdict::sentence)), under("sentence."));
        assertEquals(under("sentence.").keySet(), under("verdict.").keySet());
        assertEquals(under("sentence.").keySet(), under("advice.").keySet());
        assertEquals(Arrays.stream(Reason.values()).collect(toMap(Reason::name, Reason::sentence)), under("reason."));
        assertEquals(
                Arrays.stream(ProblemCode.values()).collect(toMap(ProblemCode::name, ProblemCode::meaning)),
                under("problem."));
        assertEquals(
                Arrays.stream(DocumentStatus.values()).map(DocumentStatus::name).collect(toSet()),
                under("status.").keySet());
        assertEquals(
                Arrays.stream(RevocationReason.values())
                        .map(RevocationReason::text)
                        .collect(toSet()),
                under("revocation.").keySet());
        Map<String, String> types = under("type.");
        assertEquals("document of type {0}", types.remove("other"));
        types.forEach((code, name) -> assertEquals(new TypeCode(code).title(), name));
    }

    @Test
    void everyCheckOfAProofAndItsTimeStampsHasItsWordsAndTheEnglishOnesAreItsOwn() {
        Map<String, String> own = Arrays.stream(Check.values()).collect(toMap(Check::name, Check::sentence));
        Arrays.stream(WitnessCheck.values())
                .filter(check -> check.name().startsWith("TIMESTAMP_"))
                .forEach(check -> own.put(check.name(), check.sentence()));
        assertEquals(own, under("proof", "check."));
    }

    private static Map<String, String> under(String beginning) {
        return under("verdict", beginning);
    }

    private static Map<String, String> under(String vocabulary, String beginning) {
        return PageSource.words(vocabulary, "en").entrySet().stream()
                .filter(word -> word.getKey().startsWith(beginning))
                .collect(toMap(word -> word.getKey().substring(beginning.length()), Map.Entry::getValue));
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(MatchResult::group).collect(toSet());
    }
}
