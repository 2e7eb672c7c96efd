package uz.muhr.protocol.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import uz.muhr.protocol.refusal.Refusal;

/** The one way a time is written on the ledger: RFC 3339, UTC, whole seconds, such as {@code 2026-11-22T09:30:00Z}. */
public final class LedgerTime {
    private static final Pattern FORM = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z");

    private LedgerTime() {}

    /**
     * Checks and takes it.
     *
     * @param what names the time in the refusal
     * @throws Refusal MALFORMED_ARGUMENT for any other form or a day that does not exist
     */
    public static Instant parse(String what, String text) {
        try {
            if (FORM.matcher(text).matches()) {
                Instant time = Instant.parse(text);
                if (write(time).equals(text)) {
                    return time;
                }
            }
        } catch (DateTimeException e) {
            throw malformed(what, text);
        }
        throw malformed(what, text);
    }

    /** Fractions of a second are dropped. */
    public static String write(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static Refusal malformed(String what, String text) {
        return Refusal.malformed(
                what + " has to be a time such as 2026-11-22T09:30:00Z; it is \"" + Shown.of(text) + "\".");
    }
}
