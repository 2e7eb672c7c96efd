package uz.muhr.protocol.freight;

import java.util.regex.Pattern;
import uz.muhr.protocol.json.Shown;
import uz.muhr.protocol.refusal.Refusal;

/** Who made a container seal, as its mark says (ISO 17712): numbers of two makers may be the same. */
public record SealManufacturer(String value) {
    private static final Pattern FORM = Pattern.compile("[0-9A-Z][0-9A-Z&.-]{0,34}");

    public SealManufacturer {
        if (!FORM.matcher(value).matches()) {
            throw Refusal.malformed("A container seal's manufacturer has to be 1 to 35 of A-Z, 0-9 and &.-; it is \""
                    + Shown.of(value) + "\".");
        }
    }

    /** The name that a person wrote. */
    public static SealManufacturer parse(String text) {
        return new SealManufacturer(Written.capitals(text));
    }

    @Override
    public String toString() {
        return value;
    }
}
