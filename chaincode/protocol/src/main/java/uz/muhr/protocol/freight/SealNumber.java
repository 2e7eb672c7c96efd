package uz.muhr.protocol.freight;

import java.util.regex.Pattern;
import uz.muhr.protocol.json.Shown;
import uz.muhr.protocol.refusal.Refusal;

/** The number that stands on a container seal: UNTDID 9308, up to 35 characters. Its maker gives each number once. */
public record SealNumber(String value) {
    private static final Pattern FORM = Pattern.compile("[0-9A-Z][0-9A-Z/.-]{0,34}");

    public SealNumber {
        if (!FORM.matcher(value).matches()) {
            throw Refusal.malformed("A container seal's number has to be 1 to 35 of A-Z, 0-9 and /.-; it is \""
                    + Shown.of(value) + "\".");
        }
    }

    /** The number that a person wrote. */
    public static SealNumber parse(String text) {
        return new SealNumber(Written.capitals(text));
    }

    @Override
    public String toString() {
        return value;
    }
}
