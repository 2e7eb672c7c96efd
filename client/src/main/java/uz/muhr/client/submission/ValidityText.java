package uz.muhr.client.submission;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uz.muhr.protocol.json.Shown;
import uz.muhr.protocol.record.Validity;
import uz.muhr.protocol.refusal.Refusal;

/** Times as people write them: a date, which means its whole day in UTC, or an RFC 3339 time with its offset. */
public final class ValidityText {
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    /** RFC 3339 section 5.6. */
    private static final Pattern TIME = Pattern.compile(
            "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})");

    /** What can be written with four digits of a year, once it is in UTC. */
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant END = Instant.parse("9999-12-31T23:59:59Z").plusSeconds(1);
    private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

    private ValidityText() {}

    /**
     * The validity between two texts, either of which may be absent.
     *
     * @throws Refusal MALFORMED_ARGUMENT for another form, a day that does not exist, or an end before the beginning
     */
    public static Validity parse(@Nullable String from, @Nullable String until) {
        return new Validity(
                Optional.ofNullable(from).map(text -> time("The beginning of the validity", text, LocalTime.MIN)),
                Optional.ofNullable(until).map(text -> time("The end of the validity", text, LAST_SECOND)));
    }

    /**
     * A moment; a date means its last second.
     *
     * @param what names it in the refusal
     * @throws Refusal MALFORMED_ARGUMENT
     */
    public static Instant moment(String what, String text) {
        return time(what, text, LAST_SECOND);
    }

    /**
     * A moment; a date means its first second.
     *
     * @param what names it in the refusal
     * @throws Refusal MALFORMED_ARGUMENT
     */
    public static Instant beginning(String what, String text) {
        return time(what, text, LocalTime.MIN);
    }

    private static Instant time(String what, String text, LocalTime timeOfDay) {
        try {
            if (DATE.matcher(text).matches() || TIME.matcher(text).matches()) {
                Instant time = DATE.matcher(text).matches()
                        ? LocalDate.parse(text).atTime(timeOfDay).toInstant(ZoneOffset.UTC)
                        : OffsetDateTime.parse(text).toInstant();
                if (!time.isBefore(FIRST) && time.isBefore(END)) {
                    return time;
                }
            }
        } catch (DateTimeException e) {
            throw malformed(what, text);
        }
        throw malformed(what, text);
    }

    private static Refusal malformed(String what, String text) {
        return Refusal.malformed(what
                + " has to be a date such as 2026-11-22 or a time such as 2026-11-22T09:30:00Z, in the years 0001 to 9999"
                + " (UTC); it is \"" + Shown.of(text) + "\".");
    }
}
