package uz.muhr.protocol.freight;

import java.util.regex.Pattern;
import uz.muhr.protocol.json.Shown;
import uz.muhr.protocol.refusal.Refusal;

/** A place of trade and transport by its code in UN/LOCODE (UNECE Recommendation 16), such as {@code UZTAS}. */
public record Place(String code) {
    /** Letters, or digits from 2 where a country ran out of letters. */
    private static final Pattern FORM = Pattern.compile("[A-Z]{2}[A-Z2-9]{3}");

    public Place {
        if (!FORM.matcher(code).matches()) {
            throw Refusal.malformed(
                    "A place has to be a code of UN/LOCODE, such as UZTAS; it is \"" + Shown.of(code) + "\".");
        }
    }

    /** The code that a person wrote. */
    public static Place parse(String text) {
        return new Place(Written.capitals(text));
    }

    @Override
    public String toString() {
        return code;
    }
}
