package uz.muhr.protocol.hash;

import java.util.HexFormat;
import java.util.regex.Pattern;
import uz.muhr.protocol.json.Shown;
import uz.muhr.protocol.refusal.Refusal;

/** 32 bytes written as 64 lower-case hexadecimal digits, the only way the ledger writes a hash. */
public final class Hex32 {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

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
        return FORM.matcher(text).matches();
    }

    public static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
