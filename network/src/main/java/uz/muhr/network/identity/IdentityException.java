package uz.muhr.network.identity;

/** Identities could not be made, or an existing home cannot be used: one sentence that says why and what to do. */
public final class IdentityException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    IdentityException(String sentence) {
        super(sentence);
    }

    IdentityException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
