package uz.muhr.client.stamp;

import java.io.Serial;

/** A file of which no stamped copy is made; it can be anchored as it is. The message is one sentence for a person. */
public final class UnstampableException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Why not. */
    public enum Cause {
        NOT_A_PDF,
        SIGNED,
        /** It is a stamped copy itself. */
        STAMPED,
        ENCRYPTED,
        UNREADABLE,
        TOO_MANY_PAGES,
        NO_ROOM,
        /** The number has a letter that the stamp's font has not. */
        LETTER,
        /** Nobody has said where documents are verified. */
        NO_PAGE
    }

    private final Cause why;

    public UnstampableException(Cause why, String sentence) {
        super(sentence);
        this.why = why;
    }

    UnstampableException(Cause why, String sentence, Throwable cause) {
        super(sentence, cause);
        this.why = why;
    }

    public Cause why() {
        return why;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
