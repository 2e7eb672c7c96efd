package uz.muhr.protocol.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static uz.muhr.protocol.Refusals.assertMalformed;
import static uz.muhr.protocol.Refusals.assertRefused;

import com.google.gson.JsonElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uz.muhr.protocol.refusal.ErrorCode;

final class StrictJsonTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1,\"a\":1}",
                "{\"a\":{\"b\":1,\"b\":2}}",
                "{\"a\":1,\"\\u0061\":2}",
                "[{\"a\":1,\"a\":1}]",
            })
    void aRepeatedMemberIsRefusedHoweverItIsSpelled(String text) {
        assertRefused(ErrorCode.MALFORMED_ARGUMENT, "twice", () -> parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{\"a\":null}", "[null]", "", " ", "\n"})
    void nothingIsNoValue(String text) {
        assertMalformed(() -> parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.0",
                "1.5",
                "1e3",
                "1E3",
                "-0",
                "0.0",
                "01",
                "-01",
                "+1",
                "00",
                "1.",
                ".5",
                "0x1",
                "NaN",
                "Infinity",
                "-",
                "9999999999999999999",
                "-9999999999999999999",
                "1000000000000000000",
                "1e400",
                "\u0661"
            })
    void aNumberThatIsNotWholeOrNotInItsOneFormIsRefused(String text) {
        assertMalformed(() -> parse(text));
        assertMalformed(() -> parse("{\"a\":" + text + "}"));
    }

    /** RFC 8785 writes numbers as IEEE doubles do, so beyond 2^53 another reader reads another number. */
    @Test
    void aNumberIsAtMostWhatEveryReaderHoldsExactly() {
        assertEquals(9007199254740991L, parse("9007199254740991").getAsLong());
        assertEquals(-9007199254740991L, parse("-9007199254740991").getAsLong());
        assertMalformed(() -> parse("9007199254740992"));
        assertMalformed(() -> parse("-9007199254740992"));
        assertMalformed(() -> parse("999999999999999999"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{} {}",
                "{},",
                "{}x",
                "1 2",
                "[1],",
                "\"a\"\"b\"",
                "{}\u0000",
                "{}//",
                "true false",
                "{};",
                "{}]"
            })
    void textAfterTheEndIsRefused(String text) {
        assertMalformed(() -> parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{a:1}",
                "{'a':1}",
                "{\"a\"=1}",
                "{\"a\";1}",
                "{\"a\":1,}",
                "[1,]",
                "[,1]",
                "{,}",
                "//c\n{}",
                "/**/{}",
                "#c\n{}",
                "TRUE",
                "True",
                "yes",
                "a",
                "{\"a\":b}",
                ")]}'\n{}",
                "{\"a\" 1}",
                "{1:1}",
                "[1 2]",
                "{\"a\"}",
                "{\"a\":}",
                "[\"a",
                "{\"a\":1",
                "\"\\x\"",
                "\"\\'\"",
                "\"\\u12\"",
                "\"\\u12G4\"",
                "\"a\nb\"",
                "\"\t\"",
                "\"\u0001\"",
                "\f{}",
                "\u00A0{}"
            })
    void whatOnlyTolerantReadersTakeIsRefused(String text) {
        assertMalformed(() -> parse(text));
    }

    /** RFC 8259 section 8.1 forbids adding one; a reader that skips it and one that does not would disagree. */
    @ParameterizedTest
    @ValueSource(strings = {"\uFEFF{}", "\uFEFF", "{}\uFEFF", "{\uFEFF}"})
    void aByteOrderMarkIsRefused(String text) {
        assertMalformed(() -> parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\\uD800\"",
                "\"\\uDC00\"",
                "\"\\uD800x\"",
                "\"\\uDC00\\uD800\"",
                "{\"\\uD800\":1}",
                "[\"a\\uDBFF\"]"
            })
    void halfASurrogatePairIsRefused(String text) {
        assertMalformed(() -> parse(text));
        assertMalformed(() -> parse("\"\uD800\""));
    }

    @Test
    void escapesAreReadAsWhatTheyStandFor() {
        assertEquals(
                "\"\\/\b\f\n\r\tA\u0000\uD83D\uDE00",
                parse("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0041\\u0000\\uD83D\\uDE00\"")
                        .getAsString());
    }

    @Test
    void eightLevelsAreReadAndNineAreNot() {
        parse("[".repeat(8) + "]".repeat(8));
        parse("{\"a\":".repeat(7) + "{}" + "}".repeat(7));
        assertMalformed(() -> parse("[".repeat(9) + "]".repeat(9)));
        assertMalformed(() -> parse("{\"a\":".repeat(9) + "1" + "}".repeat(9)));
        assertMalformed(() -> parse("[".repeat(100_000)));
    }

    @Test
    void aTextOfTheMostLengthIsReadAndALongerOneIsNot() {
        String longest = "\"" + "x".repeat(StrictJson.MAX_LENGTH - 2) + "\"";
        assertEquals(StrictJson.MAX_LENGTH - 2, parse(longest).getAsString().length());
        assertRefused(ErrorCode.MALFORMED_ARGUMENT, "at most 1048576 characters", () -> parse(longest + " "));
    }

    @Test
    void aTextThatNeverGoesOnTheLedgerMayBeLonger() {
        String longer = "{\"a\":\"" + "x".repeat(StrictJson.MAX_LENGTH) + "\"}";
        assertEquals(
                StrictJson.MAX_LENGTH,
                StrictJson.canonicalObject("The text", longer, longer.length())
                        .text("a")
                        .length());
        assertRefused(
                ErrorCode.MALFORMED_ARGUMENT,
                "at most 10 characters",
                () -> StrictJson.canonicalObject("The text", longer, 10));
        assertRefused(
                ErrorCode.MALFORMED_ARGUMENT, "canonical", () -> StrictJson.canonicalObject("The text", "{ }", 10));
    }

    @Test
    void aLongNumberOrNameIsNotRepeatedInTheRefusal() {
        assertMalformed(() -> parse("1".repeat(1000)));
        String name = "\"" + "n\u202E".repeat(1000) + "\":1";
        assertMalformed(() -> parse("{" + name + "," + name + "}"));
        assertMalformed(() -> StrictJson.object("The text", "{" + name + "}").end());
    }

    @Test
    void spacesBetweenPartsAreReadButNotCanonical() {
        assertEquals("{\"a\":[1,true]}", CanonicalJson.write(parse(" { \"a\"\t:\r\n[ 1 , true ] } ")));
        for (String other :
                new String[] {"{\"a\": 1}", "{\"b\":1,\"a\":1}", "{\"\\u0061\":1}", "{\"a\":\"\\/\"}", "{} "}) {
            assertRefused(
                    ErrorCode.MALFORMED_ARGUMENT, "canonical", () -> StrictJson.canonicalObject("The text", other));
        }
        assertEquals(1, StrictJson.canonicalObject("The text", "{\"a\":1}").integer("a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"a\"", "1", "true"})
    void anObjectIsAskedFor(String text) {
        assertRefused(ErrorCode.MALFORMED_ARGUMENT, "object", () -> StrictJson.object("The text", text));
    }

    private static JsonElement parse(String text) {
        return StrictJson.parse("The text", text);
    }
}
