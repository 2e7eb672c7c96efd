package uz.muhr.protocol.freight;

import java.util.regex.Pattern;
import uz.muhr.protocol.json.Shown;
import uz.muhr.protocol.refusal.Refusal;

/** A unique consignment reference, by the WCO's recommendation and ISO 15459: up to 35 characters. */
public record Ucr(String value) {
    private static final Pattern FORM = Pattern.compile("[0-9A-Z][0-9A-Z()/.-]{0,34}");

    public Ucr {
        if (!FORM.matcher(value).matches()) {
            throw Refusal.malformed("A unique consignment reference has to be 1 to 35 of A-Z, 0-9 and ()/.-; it is \""
                    + Shown.of(value) + "\".");
        }
    }

    /** The reference that a person wrote. */
    public static Ucr parse(String text) {
        return new Ucr(Written.capitals(text));
    }

    @Override
    public String toString() {
        return value;
    }
}
