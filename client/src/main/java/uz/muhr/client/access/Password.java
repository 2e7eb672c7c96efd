package uz.muhr.client.access;

import java.security.SecureRandom;
import java.text.Normalizer;
import uz.muhr.protocol.refusal.Refusal;

/** A password, compared by its characters and not by how a keyboard composes them. It is in no text but the one it is read from. */
public final class Password {
    /** NIST SP 800-63B: long is what helps; no rule says which characters. */
    private static final int SHORTEST = 12;

    private static final int LONGEST = 256;

    /** Small letters and digits that nobody takes for one another. */
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int GROUPS = 5;
    private static final int GROUP = 5;

    private final String text;

    private Password(String text) {
        this.text = text;
    }

    /**
     * One that somebody typed to sign in, which may be anything.
     *
     * @throws Refusal MALFORMED_ARGUMENT when it is longer than any can be
     */
    public static Password typed(String text) {
        Password password = new Password(Normalizer.normalize(text, Normalizer.Form.NFKC));
        if (password.length() > LONGEST) {
            throw Refusal.malformed("A password may have at most " + LONGEST + " characters; this one has more.");
        }
        return password;
    }

    /**
     * One that somebody chooses.
     *
     * @throws Refusal MALFORMED_ARGUMENT when it is too short or too long
     */
    public static Password chosen(String text) {
        Password password = typed(text);
        if (password.length() < SHORTEST) {
            throw Refusal.malformed(
                    "A new password has to have at least " + SHORTEST + " characters; this one has fewer.");
        }
        return password;
    }

    /** One that nobody guesses (123 bits) and everybody can copy by hand. */
    static Password random(SecureRandom random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP; i++) {
            text.append(i > 0 && i % GROUP == 0 ? "-" : "").append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new Password(text.toString());
    }

    /** The characters, for whoever hands it over or takes its hash. */
    public String handedOver() {
        return text;
    }

    private int length() {
        return text.codePointCount(0, text.length());
    }

    @Override
    public String toString() {
        return "a password";
    }
}
