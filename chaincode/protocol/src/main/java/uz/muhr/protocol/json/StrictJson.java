package uz.muhr.protocol.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.regex.Pattern;
import uz.muhr.protocol.refusal.Refusal;

/**
 * Reads JSON as RFC 8259 writes it and no looser: no repeated member, no null, no fraction or exponent, nothing after
 * the value, bounded size and depth. What passes is read the same by every reader.
 */
public final class StrictJson {
    /** The longest text read, in characters: a list of 500 documents is well below. */
    public static final int MAX_LENGTH = 1 << 20;

    /** RFC 8785 writes numbers as IEEE doubles do: beyond this, two readers may read two numbers. */
    private static final long LARGEST = (1L << 53) - 1;

    private static final int MAX_DEPTH = 8;
    private static final Pattern INTEGER = Pattern.compile("0|-?[1-9][0-9]{0,15}");

    private StrictJson() {}

    /**
     * The value that the text holds.
     *
     * @param what names the text in the refusal, such as "the question"
     * @throws Refusal MALFORMED_ARGUMENT, in one sentence
     */
    public static JsonElement parse(String what, String text) {
        return parse(what, text, MAX_LENGTH);
    }

    private static JsonElement parse(String what, String text, int most) {
        if (text.length() > most) {
            throw Refusal.malformed(what + " may have at most " + most + " characters; it has " + text.length() + ".");
        }
        if (text.startsWith("\uFEFF")) {
            throw Refusal.malformed(
                    what + " begins with a byte order mark, which JSON may not (RFC 8259 section 8.1).");
        }
        try (JsonReader reader = new JsonReader(new StringReader(text))) {
            reader.setStrictness(Strictness.STRICT);
            reader.setNestingLimit(MAX_DEPTH);
            JsonElement value = read(what, reader);
            if (reader.peek() != JsonToken.END_DOCUMENT) {
                throw Refusal.malformed(what + " has text after its end.");
            }
            return value;
        } catch (IOException | IllegalStateException | NumberFormatException e) {
            throw Refusal.malformed(what + " has to be JSON (RFC 8259); it is not.");
        }
    }

    /**
     * The object that the text holds, where the text is in canonical form: what the ledger stored itself, or what has
     * to be compared byte by byte.
     *
     * @throws Refusal MALFORMED_ARGUMENT when it is no object or another text stands for the same object
     */
    public static Members canonicalObject(String what, String text) {
        return canonicalObject(what, text, MAX_LENGTH);
    }

    /**
     * The same for a text that never goes on the ledger, and may be longer.
     *
     * @param most how many characters it may have
     * @throws Refusal MALFORMED_ARGUMENT
     */
    public static Members canonicalObject(String what, String text, int most) {
        Members members = Members.of(what, parse(what, text, most));
        if (!CanonicalJson.write(members.json()).equals(text)) {
            throw Refusal.malformed(what + " is not in canonical form (RFC 8785).");
        }
        return members;
    }

    /** The object that the text holds. */
    public static Members object(String what, String text) {
        return Members.of(what, parse(what, text));
    }

    private static JsonElement read(String what, JsonReader reader) throws IOException {
        return switch (reader.peek()) {
            case BEGIN_OBJECT -> readObject(what, reader);
            case BEGIN_ARRAY -> readArray(what, reader);
            case STRING -> new JsonPrimitive(wellFormed(what, reader.nextString()));
            case BOOLEAN -> new JsonPrimitive(reader.nextBoolean());
            case NUMBER -> new JsonPrimitive(integer(what, reader.nextString()));
            case NULL, END_OBJECT, END_ARRAY, NAME, END_DOCUMENT ->
                throw Refusal.malformed(what + " holds a null or nothing where a value has to be.");
        };
    }

    private static JsonObject readObject(String what, JsonReader reader) throws IOException {
        JsonObject object = new JsonObject();
        reader.beginObject();
        while (reader.hasNext()) {
            String name = wellFormed(what, reader.nextName());
            if (object.has(name)) {
                throw Refusal.malformed(what + " has the member \"" + Shown.of(name) + "\" twice.");
            }
            object.add(name, read(what, reader));
        }
        reader.endObject();
        return object;
    }

    private static JsonArray readArray(String what, JsonReader reader) throws IOException {
        JsonArray array = new JsonArray();
        reader.beginArray();
        while (reader.hasNext()) {
            array.add(read(what, reader));
        }
        reader.endArray();
        return array;
    }

    private static long integer(String what, String digits) {
        if (INTEGER.matcher(digits).matches()) {
            long value = Long.parseLong(digits);
            if (Math.abs(value) <= LARGEST) {
                return value;
            }
        }
        throw Refusal.malformed(
                what + " may hold whole numbers up to " + LARGEST + " only; it holds " + Shown.of(digits) + ".");
    }

    private static String wellFormed(String what, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (Character.isSurrogate(c) && !pair) {
                throw Refusal.malformed(what + " holds half of a surrogate pair, which is no character.");
            }
            if (pair) {
                i++;
            }
        }
        return text;
    }
}
