package uz.muhr.client.web.api;

import java.util.HashMap;
import java.util.Map;
import uz.muhr.protocol.json.Shown;
import uz.muhr.protocol.refusal.Refusal;

/** A query string as words, each said once. */
final class QueryWords {
    private QueryWords() {}

    /**
     * The words of a request.
     *
     * @throws Refusal MALFORMED_ARGUMENT when one is repeated
     */
    static Map<String, String> of(Map<String, String[]> query) {
        Map<String, String> words = new HashMap<>();
        query.forEach((name, values) -> {
            if (values.length != 1) {
                throw Refusal.malformed("The query has the parameter \"" + Shown.of(name) + "\" more than once.");
            }
            words.put(name, values[0]);
        });
        return words;
    }
}
