package uz.muhr.protocol.json;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import uz.muhr.protocol.refusal.Refusal;

/**
 * The members of one JSON object, taken one by one. {@link #end} refuses what nobody asked for, so that nothing slips in
 * unread.
 */
public final class Members {
    private final String what;
    private final JsonObject object;
    private final Set<String> untaken;

    private Members(String what, JsonObject object) {
        this.what = what;
        this.object = object;
        this.untaken = new TreeSet<>(object.keySet());
    }

    /**
     * Checks and takes it.
     *
     * @param what names the object in refusals
     * @throws Refusal MALFORMED_ARGUMENT when the value is no object
     */
    public static Members of(String what, JsonElement value) {
        if (!value.isJsonObject()) {
            throw Refusal.malformed(what + " has to be a JSON object; it is not.");
        }
        return new Members(what, value.getAsJsonObject());
    }

    JsonObject json() {
        return object;
    }

    public String text(String name) {
        JsonPrimitive value = primitive(name);
        if (!value.isString()) {
            throw wrongType(name, "text");
        }
        return value.getAsString();
    }

    /** A member of text, read by the type that checks it. */
    public <T> T text(String name, Function<String, T> parser) {
        return parser.apply(text(name));
    }

    public <T> Optional<T> optionalText(String name, Function<String, T> parser) {
        return object.has(name) ? Optional.of(text(name, parser)) : Optional.empty();
    }

    public Instant time(String name) {
        return LedgerTime.parse(name(name), text(name));
    }

    public Optional<Instant> optionalTime(String name) {
        return object.has(name) ? Optional.of(time(name)) : Optional.empty();
    }

    public long integer(String name) {
        JsonPrimitive value = primitive(name);
        if (!value.isNumber()) {
            throw wrongType(name, "a whole number");
        }
        return value.getAsLong();
    }

    public Optional<Long> optionalInteger(String name) {
        return object.has(name) ? Optional.of(integer(name)) : Optional.empty();
    }

    public boolean flag(String name) {
        JsonPrimitive value = primitive(name);
        if (!value.isBoolean()) {
            throw wrongType(name, "true or false");
        }
        return value.getAsBoolean();
    }

    public Members object(String name) {
        return of(name(name), take(name));
    }

    /** A member that may be absent, read from its JSON. */
    public <T> Optional<T> optional(String name, Function<JsonElement, T> reader) {
        return object.has(name) ? Optional.of(reader.apply(take(name))) : Optional.empty();
    }

    /** A member that is a list, each item read by the given reader. */
    public <T> List<T> list(String name, Function<JsonElement, T> reader) {
        JsonElement value = take(name);
        if (!value.isJsonArray()) {
            throw wrongType(name, "a list");
        }
        return value.getAsJsonArray().asList().stream().map(reader).toList();
    }

    /** An item of a list that is text, read by the type that checks it. */
    public static <T> T text(String what, JsonElement item, Function<String, T> parser) {
        if (!item.isJsonPrimitive() || !item.getAsJsonPrimitive().isString()) {
            throw Refusal.malformed(what + " has to be text.");
        }
        return parser.apply(item.getAsString());
    }

    /** Every object of the ledger opens with its format; another one than asked for is not understood. */
    public void format(int expected) {
        long found = integer("format");
        if (found != expected) {
            throw Refusal.malformed(what + " is of format " + found + "; this version reads format " + expected + ".");
        }
    }

    /** Nothing may be left over. */
    public void end() {
        if (!untaken.isEmpty()) {
            throw Refusal.malformed(what + " has the unknown member \""
                    + Shown.of(untaken.iterator().next()) + "\".");
        }
    }

    private JsonPrimitive primitive(String name) {
        JsonElement value = take(name);
        if (!value.isJsonPrimitive()) {
            throw wrongType(name, "a simple value");
        }
        return value.getAsJsonPrimitive();
    }

    private JsonElement take(String name) {
        JsonElement value = object.get(name);
        if (value == null) {
            throw Refusal.malformed(what + " lacks the member \"" + name + "\".");
        }
        untaken.remove(name);
        return value;
    }

    private Refusal wrongType(String name, String expected) {
        return Refusal.malformed(name(name) + " has to be " + expected + "; it is not.");
    }

    private String name(String member) {
        return "\"" + member + "\" of " + what;
    }
}
