package uz.muhr.client.database;

import java.io.Serial;

/** A database of a kind that this client does not write to; one sentence says which kinds it does. */
public final class RefusedDatabaseException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String sentence;

    RefusedDatabaseException(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    /** The message, for a person. It has nothing of the URL, which may hold a password. */
    public String sentence() {
        return sentence;
    }
}
