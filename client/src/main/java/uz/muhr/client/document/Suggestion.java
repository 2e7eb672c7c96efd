package uz.muhr.client.document;

import java.util.Map;
import java.util.Optional;

/**
 * What was read in a file. It is for a person to see and correct; nothing is decided by it.
 *
 * @param standard what the file is written by, when that is known, such as "UN/CEFACT SPS certificate"
 * @param unread a sentence for a person, when the file could not be read
 */
public record Suggestion(
        FileKind kind, Optional<String> standard, Map<Fact, Found> facts, Stamping stamping, Optional<String> unread) {
    public Suggestion {
        facts = Map.copyOf(facts);
    }

    /** Of a file that is anchored as the bytes it is. */
    public static Suggestion unread(FileKind kind, Stamping stamping, String sentence) {
        return new Suggestion(kind, Optional.empty(), Map.of(), stamping, Optional.of(sentence));
    }

    /** Whether a copy of the file can be stamped. */
    public enum Stamping {
        POSSIBLE,
        NOT_A_PDF,
        /** A stamp would break the signature. */
        SIGNED,
        ENCRYPTED,
        UNREADABLE
    }
}
