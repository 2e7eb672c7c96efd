package uz.muhr.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static uz.muhr.protocol.Refusals.assertMalformed;
import static uz.muhr.protocol.Refusals.assertRefused;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import uz.muhr.protocol.json.CanonicalJson;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

/** Each text of freight, consignments and container seals is read in the one form in which it is written, and in no other. */
final class SealParsersTest {
    private static Stream<Arguments> texts() {
        return SealParsers.all().stream().flatMap(parser -> parser.valid().stream()
                .filter(text -> text.startsWith("{"))
                .map(text -> Arguments.of(parser, text)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void aMemberTooManyIsRefused(Parser parser, String text) {
        JsonObject json = JsonParser.parseString(text).getAsJsonObject();
        json.addProperty("zz", 1);
        String more = CanonicalJson.write(json);
        assertRefused(ErrorCode.MALFORMED_ARGUMENT, "unknown member", () -> parser.rewrite()
                .apply(more));
    }

    /** Some may be absent, and what is left is then another value; nothing is ever made up for one that has to be there. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void aMemberTooFewIsRefusedOrTheTextSaysLess(Parser parser, String text) {
        for (String member : JsonParser.parseString(text).getAsJsonObject().keySet()) {
            JsonObject json = JsonParser.parseString(text).getAsJsonObject();
            json.remove(member);
            String less = CanonicalJson.write(json);
            try {
                assertEquals(less, parser.rewrite().apply(less), "without " + member);
            } catch (Refusal refusal) {
                Refusals.assertSpeaksPlainly(refusal);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void aMemberOfAnotherKindIsRefused(Parser parser, String text) {
        for (String member : JsonParser.parseString(text).getAsJsonObject().keySet()) {
            for (String value : List.of("null", "true", "{}", "\"\"", "1.5", "[null]")) {
                JsonObject json = JsonParser.parseString(text).getAsJsonObject();
                if (!json.get(member).isJsonPrimitive()
                        || !json.getAsJsonPrimitive(member).isBoolean()) {
                    json.add(member, JsonParser.parseString(value));
                    String wrong = json.toString();
                    assertRefusedInAnyWay(parser, wrong);
                }
            }
        }
    }

    private static void assertRefusedInAnyWay(Parser parser, String wrong) {
        Refusals.assertSpeaksPlainly(
                assertThrows(Refusal.class, () -> parser.rewrite().apply(wrong), "taken: " + wrong));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void aMemberThatComesTwiceIsRefused(Parser parser, String text) {
        String first = text.substring(1, text.indexOf(':'));
        assertMalformed(() -> parser.rewrite().apply("{" + first + ":1," + text.substring(1)));
        assertMalformed(() -> parser.rewrite().apply(text + text));
        assertMalformed(() -> parser.rewrite().apply(text.substring(0, text.length() - 1)));
        assertMalformed(() -> parser.rewrite().apply("\uFEFF" + text));
    }
}
