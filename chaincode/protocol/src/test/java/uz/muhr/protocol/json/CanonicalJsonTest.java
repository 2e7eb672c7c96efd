package uz.muhr.protocol.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class CanonicalJsonTest {
    private static final long SEED = 8785;

    /** The members of RFC 8785 section 3.2.3, in its order: by UTF-16 code units, so the emoji before U+FB33. */
    @Test
    void membersAreSortedByUtf16CodeUnits() {
        List<String> sorted = List.of("\r", "1", "\u0080", "\u00F6", "\u20AC", "\uD83D\uDE00", "\uFB33");
        JsonObject object = new JsonObject();
        List<String> shuffled = new ArrayList<>(sorted);
        Collections.shuffle(shuffled, new Random(SEED));
        shuffled.forEach(name -> object.addProperty(name, 0));
        assertEquals(
                "{\"\\r\":0,\"1\":0,\"\u0080\":0,\"\u00F6\":0,\"\u20AC\":0,\"\uD83D\uDE00\":0,\"\uFB33\":0}",
                CanonicalJson.write(object));
    }

    @Test
    void onlyWhatHasToBeIsEscapedAndInTheShortestWay() {
        assertEquals(
                "\"\\\"\\\\/\\b\\t\\n\\f\\r\\u0000\\u001f\u007F\u2028<>&'\"",
                CanonicalJson.write(new JsonPrimitive("\"\\/\b\t\n\f\r\u0000\u001F\u007F\u2028<>&'")));
    }

    @Test
    void anEmptyObjectAndAnEmptyListHaveNoSpace() {
        assertEquals("{}", CanonicalJson.write(new JsonObject()));
        assertEquals("[]", CanonicalJson.write(new JsonArray()));
    }

    /** To drop the fraction would write another amount than was meant. */
    @Test
    void aFractionIsNeverWrittenAsAWholeNumber() {
        assertThrows(ArithmeticException.class, () -> CanonicalJson.write(new JsonPrimitive(new BigDecimal("1.5"))));
        assertThrows(ArithmeticException.class, () -> CanonicalJson.write(new JsonPrimitive(1e300)));
        assertEquals("1", CanonicalJson.write(new JsonPrimitive(new BigDecimal("1.0"))));
    }

    @Test
    void whatIsWrittenReadsAsTheSameTreeAndWritesTheSameText() {
        Random random = new Random(SEED);
        for (int i = 0; i < 5000; i++) {
            JsonElement tree = tree(random, 5);
            String text = CanonicalJson.write(tree);
            String where = "seed " + SEED + ", tree " + i + ": " + text;
            JsonElement read = StrictJson.parse("The text", text);
            assertEquals(tree, read, where);
            assertEquals(text, CanonicalJson.write(read), where);
        }
    }

    private static JsonElement tree(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 5 : 3)) {
            case 0 -> new JsonPrimitive(random.nextLong() >> (11 + random.nextInt(50)));
            case 1 -> new JsonPrimitive(random.nextBoolean());
            case 2 -> new JsonPrimitive(text(random));
            case 3 -> {
                JsonArray array = new JsonArray();
                for (int n = random.nextInt(4); n > 0; n--) {
                    array.add(tree(random, depth - 1));
                }
                yield array;
            }
            default -> {
                JsonObject object = new JsonObject();
                for (int n = random.nextInt(4); n > 0; n--) {
                    object.add(text(random), tree(random, depth - 1));
                }
                yield object;
            }
        };
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int n = random.nextInt(6); n > 0; n--) {
            int c = random.nextInt(random.nextBoolean() ? 0x80 : 0x110000);
            text.appendCodePoint(c >= 0xD800 && c <= 0xDFFF ? ' ' : c);
        }
        return text.toString();
    }
}
