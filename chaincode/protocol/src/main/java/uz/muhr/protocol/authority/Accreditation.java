package uz.muhr.protocol.authority;

import java.util.regex.Pattern;
import uz.muhr.protocol.json.Shown;
import uz.muhr.protocol.refusal.Refusal;

/** The reference of the accreditation under which authority was granted. Every member reads it: never a person's name. */
public record Accreditation(String text) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9 ./:()-]{0,62}[A-Za-z0-9)])?");

    public Accreditation {
        if (!FORM.matcher(text).matches()) {
            throw Refusal.malformed("An accreditation has to be 1 to 64 letters, digits, spaces and ./:()-, such as"
                    + " ISO/IEC 17065 UZ-0042; it is \"" + Shown.of(text) + "\".");
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
