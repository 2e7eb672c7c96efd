package uz.muhr.client.report;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import uz.muhr.protocol.identifier.TypeCode;

/** What a report says in one language: its own words, and those for codes, which the pages use as well. */
final class ReportWords {
    private static final String OF_CODES = "/static/words/verdict.";
    private static final String OWN = "words.";

    private final Map<String, String> words = new HashMap<>();

    private ReportWords(Language language) throws IOException {
        for (String file : new String[] {OF_CODES, OWN}) {
            words.putAll(read(file + language.code() + ".json"));
        }
    }

    static ReportWords in(Language language) {
        try {
            return new ReportWords(language);
        } catch (IOException e) {
            throw new UncheckedIOException("The words of reports cannot be read", e);
        }
    }

    private static Map<String, String> read(String file) throws IOException {
        try (InputStream in = ReportWords.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IOException(file + " is missing");
            }
            Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
            JsonObject object = JsonParser.parseReader(reader).getAsJsonObject();
            Map<String, String> words = new HashMap<>();
            object.entrySet()
                    .forEach(entry -> words.put(entry.getKey(), entry.getValue().getAsString()));
            return words;
        }
    }

    /**
     * The text of a key.
     *
     * @param values take the places of {0}, {1} and so on
     */
    String word(String key, Object... values) {
        String text = words.get(key);
        if (text == null) {
            throw new IllegalStateException("There are no words for " + key);
        }
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(values[i]));
        }
        return text;
    }

    /** The text of a code, such as a verdict's. */
    String of(String kind, Enum<?> code) {
        return word(kind + "." + code.name());
    }

    /** What a type is called, with its code. */
    String type(TypeCode type) {
        String key = "type." + type.value();
        return words.containsKey(key) ? word(key) + " (" + type + ")" : word("type.other", type);
    }
}
