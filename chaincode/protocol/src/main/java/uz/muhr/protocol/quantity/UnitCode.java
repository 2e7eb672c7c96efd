package uz.muhr.protocol.quantity;

import java.util.regex.Pattern;
import uz.muhr.protocol.json.Shown;
import uz.muhr.protocol.refusal.Refusal;

/** What is counted: a code of UN/ECE Recommendation 20, such as KGM for kilogram, TNE for tonne, H87 for piece. */
public record UnitCode(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Z0-9]{2,3}");

    public UnitCode {
        if (!FORM.matcher(value).matches()) {
            throw Refusal.malformed("A unit has to be a code of UN/ECE Recommendation 20, such as KGM or H87; it is \""
                    + Shown.of(value) + "\".");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
