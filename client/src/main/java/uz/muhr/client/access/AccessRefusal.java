package uz.muhr.client.access;

import java.io.Serial;

/** Something about accounts and keys that is not done; the message is one sentence. */
public final class AccessRefusal extends RuntimeException {
    /** Why; the code under which it leaves a door. */
    public enum Why {
        SIGN_IN_REFUSED,
        UNKNOWN_ACCOUNT,
        ACCOUNT_EXISTS,
        LAST_ADMINISTRATOR,
        UNKNOWN_KEY
    }

    @Serial
    private static final long serialVersionUID = 1L;

    private final Why why;
    private final String sentence;

    AccessRefusal(Why why, String sentence) {
        super(sentence);
        this.why = why;
        this.sentence = sentence;
    }

    public Why why() {
        return why;
    }

    /** The message, for a person. */
    public String sentence() {
        return sentence;
    }

    static AccessRefusal unknown(AccountName name) {
        return new AccessRefusal(Why.UNKNOWN_ACCOUNT, "There is no account named " + name + ".");
    }
}
