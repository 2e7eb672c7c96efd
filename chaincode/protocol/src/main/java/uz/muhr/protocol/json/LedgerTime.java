package uz.muhr.protocol.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uz.muhr.protocol.refusal.Refusal;

/** The one way a time is written on the ledger: RFC 3339, UTC, whole seconds, such as {@code 2026-11-22T09:30:00Z}. */
public final class LedgerTime {
    private static final Pattern FORM =
            Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2}):([0-9]{2})Z");

    private LedgerTime() {}

    /**
     * Checks and takes it.
     *
     * @param what names the time in the refusal
     * @throws Refusal MALFORMED_ARGUMENT for any other form or a day that does not exist
     */
    public static Instant parse(String what, String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw malformed(what, text);
        }
        try {
            return LocalDateTime.of(
                            number(form, 1),
                            number(form, 2),
                            number(form, 3),
                            number(form, 4),
                            number(form, 5),
                            number(form, 6))
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw malformed(what, text);
        }
    }

    private static int number(Matcher form, int group) {
        return Integer.parseInt(form.group(group));
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
