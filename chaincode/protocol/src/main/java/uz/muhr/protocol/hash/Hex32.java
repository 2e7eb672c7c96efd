package uz.muhr.protocol.hash;

import java.util.HexFormat;
import uz.muhr.protocol.json.Shown;
import uz.muhr.protocol.refusal.Refusal;

/** 32 bytes written as 64 lower-case hexadecimal digits, the only way the ledger writes a hash. */
public final class Hex32 {
    private static final int DIGITS = 64;

    private Hex32() {}

    /**
     * Checks and takes it.
     *
     * @param what names the value in the refusal
     * @return the text itself
     * @throws Refusal MALFORMED_ARGUMENT
     */
    public static String check(String what, String text) {
        if (!matches(text)) {
            throw Refusal.malformed(what + " has to be 64 digits of 0-9 and a-f; it is \"" + Shown.of(text) + "\".");
        }
        return text;
    }

    public static boolean matches(String text) {
        // Read for every value of a hash there is; a regular expression takes several times as long.
        boolean matches = text.length() == DIGITS;
        for (int i = 0; matches && i < DIGITS; i++) {
            char digit = text.charAt(i);
            matches = (digit >= '0' && digit <= '9') || (digit >= 'a' && digit <= 'f');
        }
        return matches;
    }

    public static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
