package uz.muhr.client.document;

import java.util.Map;
import java.util.Optional;

/**
 * The short texts of a structured file, each by the names on the way to it, such as {@code data/issuer/name}.
 *
 * @param root the namespace of an XML document's root; empty for JSON
 */
record Leaves(String root, Map<String, String> texts) {
    /** More of them are not kept: what tells a document's number stands near its beginning. */
    static final int MOST = 2_000;

    /** Longer texts are descriptions, pictures and signatures. */
    static final int LONGEST = 500;

    static final int MOST_DEPTH = 64;

    Leaves {
        texts = Map.copyOf(texts);
    }

    Optional<String> text(String path) {
        return Optional.ofNullable(texts.get(path)).map(String::strip).filter(text -> !text.isEmpty());
    }
}
