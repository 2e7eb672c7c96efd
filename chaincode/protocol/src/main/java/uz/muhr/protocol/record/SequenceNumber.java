package uz.muhr.protocol.record;

import java.util.regex.Pattern;
import uz.muhr.protocol.json.Shown;
import uz.muhr.protocol.refusal.Refusal;

/** The number of a record's version, as an argument writes it: decimal, from 1, no leading zero. */
public final class SequenceNumber {
    private static final Pattern FORM = Pattern.compile("[1-9][0-9]{0,17}");

    private SequenceNumber() {}

    /**
     * Reads an argument.
     *
     * @throws Refusal MALFORMED_ARGUMENT
     */
    public static long parse(String text) {
        if (!FORM.matcher(text).matches()) {
            throw Refusal.malformed(
                    "The expected sequence has to be a whole number from 1; it is \"" + Shown.of(text) + "\".");
        }
        return Long.parseLong(text);
    }
}
