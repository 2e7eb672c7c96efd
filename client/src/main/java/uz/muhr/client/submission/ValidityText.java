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
     * A moment; a date means its first second.
     *
     * @param what names it in the refusal
     * @throws Refusal MALFORMED_ARGUMENT
     */
    public static Instant beginning(String what, String text) {
        return time(what, text, LocalTime.MIN);
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

    private static Instant time(String what, String text, LocalTime timeOfDay) {
        try {
            return DATE.matcher(text).matches()
                    ? LocalDate.parse(text).atTime(timeOfDay).toInstant(ZoneOffset.UTC)
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw Refusal.malformed(what
                    + " has to be a date such as 2026-11-22 or a time such as 2026-11-22T09:30:00Z; it is \""
                    + Shown.of(text) + "\".");
        }
    }
}
