package uz.muhr.protocol.record;

import java.util.regex.Pattern;
import uz.muhr.protocol.json.Shown;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

/** The number of a record's version, as an argument writes it: decimal, from 1, no leading zero; 0 where there is none. */
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

    /**
     * Reads an argument that is 0 where nothing was written yet.
     *
     * @throws Refusal MALFORMED_ARGUMENT
     */
    public static long parseOrNone(String text) {
        return text.equals("0") ? 0 : parse(text);
    }

    /**
     * A change names the version that its author saw.
     *
     * @throws Refusal STALE_SEQUENCE when the record is at another
     */
    public static void check(long expected, long found) {
        if (expected != found) {
            throw new Refusal(
                    ErrorCode.STALE_SEQUENCE,
                    "The change expects version " + expected + "; the record is at version " + found
                            + ". Read it again.");
        }
    }
}
