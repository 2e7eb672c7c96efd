package uz.muhr.client.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uz.muhr.protocol.commitment.CommitmentKind;
import uz.muhr.protocol.identifier.TypeCode;
import uz.muhr.protocol.record.DocumentStatus;
import uz.muhr.protocol.record.RevocationReason;
import uz.muhr.protocol.refusal.Refusal;
import uz.muhr.protocol.verdict.AuthorityThen;
import uz.muhr.protocol.verdict.Reason;
import uz.muhr.protocol.verdict.Verdict;

/** What a report can say, in each language. */
class ReportWordsTest {
    private static final Pattern PLACE = Pattern.compile("\\{[0-9]}");

    private static JsonObject own(Language language) throws IOException {
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(ReportWords.class.getResourceAsStream("words." + language.code() + ".json")),
                StandardCharsets.UTF_8)) {
            return JsonParser.parseReader(reader).getAsJsonObject();
        }
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyLanguageSaysTheSameThings(Language language) throws IOException {
        JsonObject english = own(Language.EN);
        JsonObject words = own(language);
        assertEquals(List.copyOf(english.keySet()), List.copyOf(words.keySet()));
        for (String key : english.keySet()) {
            assertFalse(words.get(key).getAsString().isBlank(), key);
            assertEquals(
                    places(english.get(key).getAsString()),
                    places(words.get(key).getAsString()),
                    key);
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyCodeThatALedgerGivesHasWords(Language language) {
        ReportWords words = ReportWords.in(language);
        for (Verdict verdict : Verdict.values()) {
            assertFalse(words.of("verdict", verdict).isBlank());
            assertFalse(words.of("sentence", verdict).isBlank());
        }
        for (Reason reason : Reason.values()) {
            assertFalse(words.of("reason", reason).isBlank());
        }
        for (DocumentStatus status : DocumentStatus.values()) {
            assertFalse(words.of("status", status).isBlank());
        }
        for (AuthorityThen then : AuthorityThen.values()) {
            assertFalse(words.of("authority", then).isBlank());
        }
        for (Step step : Step.values()) {
            assertFalse(words.of("step", step).isBlank());
        }
        for (RevocationReason reason : RevocationReason.values()) {
            assertFalse(words.word("revocation." + reason.text()).isBlank());
        }
        for (CommitmentKind kind : List.of(CommitmentKind.OPEN, CommitmentKind.SALTED)) {
            assertFalse(words.word("kind." + kind.text()).isBlank());
        }
    }

    @Test
    void valuesTakeTheirPlaces() {
        assertEquals("Page 2 of 3", ReportWords.in(Language.EN).word("page", 2, 3));
    }

    @Test
    void aTypeWithoutAWordOfItsOwnIsNamedByItsCode() {
        ReportWords words = ReportWords.in(Language.EN);
        assertEquals("certificate of origin (861)", words.type(new TypeCode("861")));
        assertEquals("document of type 1", words.type(new TypeCode("1")));
    }

    @Test
    void aKeyThatNobodyWroteIsAFaultOfOurs() {
        assertThrows(
                IllegalStateException.class, () -> ReportWords.in(Language.EN).word("nothing"));
    }

    @Test
    void aLanguageIsOneOfThree() {
        assertEquals(Language.UZ, Language.parse("uz"));
        for (String other : List.of("UZ", "de", "", "en-GB")) {
            assertThrows(Refusal.class, () -> Language.parse(other));
        }
    }
}
