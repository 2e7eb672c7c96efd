package uz.muhr.client.document;

import java.io.Serial;

/** A file that cannot be taken as a document; the message is one sentence for the person who gave it. */
public final class UnreadableDocument extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    public UnreadableDocument(String sentence) {
        super(sentence);
    }

    public UnreadableDocument(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
