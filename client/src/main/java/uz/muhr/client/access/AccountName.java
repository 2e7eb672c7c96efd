package uz.muhr.client.access;

import java.util.regex.Pattern;
import uz.muhr.protocol.refusal.Refusal;

/** By what somebody signs in: 1 to 40 small letters, digits, dots, hyphens and underscores, a letter first. */
public record AccountName(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9._-]{0,39}");

    /**
     * Checks it.
     *
     * @throws Refusal MALFORMED_ARGUMENT; what was given is not repeated, since it may be a password
     */
    public AccountName {
        if (!FORM.matcher(value).matches()) {
            throw Refusal.malformed("A name has to have 1 to 40 small letters, digits, dots, hyphens and underscores,"
                    + " a letter first; this one does not.");
        }
    }

    static boolean fits(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
