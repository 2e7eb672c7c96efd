package uz.muhr.client.document;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON from its beginning to its end, with no member twice, and bounded; no tree of it is made. */
final class JsonLeaves {
    /** As long as the pictures and signatures that others put into a text. */
    private static final int LONGEST_TEXT = 16 << 20;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Leaves.MOST_DEPTH)
                    .maxStringLength(LONGEST_TEXT)
                    .maxNameLength(Leaves.LONGEST)
                    .maxNumberLength(Leaves.LONGEST)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private JsonLeaves() {}

    /**
     * Its texts and whole numbers; elements of a list by their place, from 0.
     *
     * @throws UnreadableDocument when it is not JSON, names a member twice, or is too deep
     */
    static Leaves read(byte[] file) {
        Map<String, String> texts = new HashMap<>();
        try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), file)) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                boolean leaf = token == JsonToken.VALUE_STRING || token == JsonToken.VALUE_NUMBER_INT;
                if (leaf && texts.size() < Leaves.MOST && json.getStringLength() <= Leaves.LONGEST) {
                    texts.putIfAbsent(path(json.streamReadContext()), json.getString());
                }
            }
        } catch (JacksonException e) {
            throw new UnreadableDocument(
                    "The file begins like JSON, but it is none, has a member twice, or is more than "
                            + Leaves.MOST_DEPTH + " levels deep.",
                    e);
        }
        return new Leaves("", texts);
    }

    private static String path(TokenStreamContext place) {
        Deque<String> names = new ArrayDeque<>();
        for (TokenStreamContext at = place; at != null && !at.inRoot(); at = at.getParent()) {
            names.addFirst(at.inObject() ? at.currentName() : String.valueOf(at.getCurrentIndex()));
        }
        return String.join("/", names);
    }
}
