package uz.muhr.network.fabric;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A YAML text with places to fill in: {@code {{name}}} becomes a value, and the lines between {@code {{#list}}} and
 * {@code {{/list}}}, each alone on its line, are repeated for each item of a list. A text is always written as a quoted
 * YAML scalar, so no value can change the shape of the file; a whole number is written bare. A place without a value, or
 * a value without a place, is refused.
 */
final class Template {
    private static final Pattern PLACE = Pattern.compile("\\{\\{([a-zA-Z]+)}}");
    private static final Pattern BEGIN = Pattern.compile("\\{\\{#([a-zA-Z]+)}}");
    private static final Pattern COMMENT = Pattern.compile("\\s*#.*");

    private final String name;
    private final List<String> lines;

    Template(String name, String text) {
        this.name = name;
        this.lines = text.lines().toList();
    }

    /** One of the templates that lie beside this class. */
    static Template named(String name) {
        try (InputStream resource = Template.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new FabricException("The template " + name + " is missing from this build; build it again.");
            }
            return new Template(name, new String(resource.readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new FabricException("The template " + name + " cannot be read: " + e.getMessage(), e);
        }
    }

    String fill(Map<String, ?> values) {
        return fill(values, Map.of());
    }

    /**
     * Fills in every place.
     *
     * @param values text or whole numbers by the place's name; seen inside lists too
     * @param lists the items of each list, each with the values that hold inside
     * @throws FabricException when a place has no value, a value has no place, or a list does not end
     */
    String fill(Map<String, ?> values, Map<String, List<Map<String, Object>>> lists) {
        Set<String> unused = new HashSet<>(values.keySet());
        lists.values().forEach(items -> items.forEach(item -> unused.addAll(item.keySet())));
        StringBuilder text = new StringBuilder();
        Iterator<String> rest = lines.iterator();
        while (rest.hasNext()) {
            String line = rest.next();
            Matcher begin = BEGIN.matcher(line);
            if (!begin.matches()) {
                text.append(fill(line, values, Map.of(), unused)).append('\n');
                continue;
            }
            List<String> body = body(begin.group(1), rest);
            for (Map<String, Object> item : items(begin.group(1), lists)) {
                body.forEach(
                        inner -> text.append(fill(inner, values, item, unused)).append('\n'));
            }
        }
        if (!unused.isEmpty()) {
            throw new FabricException("The template " + name + " has no place for " + unused + ".");
        }
        return text.toString();
    }

    private List<Map<String, Object>> items(String list, Map<String, List<Map<String, Object>>> lists) {
        List<Map<String, Object>> items = lists.get(list);
        if (items == null) {
            throw new FabricException("The template " + name + " repeats for \"" + list + "\", which is not given.");
        }
        return items;
    }

    private List<String> body(String list, Iterator<String> rest) {
        List<String> body = new ArrayList<>();
        while (rest.hasNext()) {
            String line = rest.next();
            if (line.equals("{{/" + list + "}}")) {
                return body;
            }
            body.add(line);
        }
        throw new FabricException("The template " + name + " begins \"" + list + "\" and does not end it.");
    }

    private String fill(String line, Map<String, ?> values, Map<String, Object> inner, Set<String> unused) {
        if (COMMENT.matcher(line).matches()) {
            return line;
        }
        return PLACE.matcher(line).replaceAll(place -> {
            String key = place.group(1);
            @Nullable Object value = inner.containsKey(key) ? inner.get(key) : values.get(key);
            if (value == null) {
                throw new FabricException("The template " + name + " needs a value for \"" + key + "\".");
            }
            unused.remove(key);
            return Matcher.quoteReplacement(value instanceof Integer ? value.toString() : quoted(value.toString()));
        });
    }

    /** JSON strings are YAML's double-quoted scalars (YAML 1.2 section 1.3). */
    private static String quoted(String text) {
        return new JsonPrimitive(text).toString();
    }
}
