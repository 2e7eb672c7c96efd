package uz.muhr.client.tracking;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Pattern;
import uz.muhr.protocol.json.Shown;

/**
 * Times of others: RFC 3339 with an offset.
 *
 * @param now what has happened cannot be later, but for clocks that are a day wrong
 */
record EventTimes(Instant now) {
    private static final Pattern FORM = Pattern.compile(
            "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})");

    /** Electronic seals and these standards are younger. */
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private static final Duration WRONG_CLOCK = Duration.ofDays(1);

    /** A time that has to be there, of something that has happened. */
    Optional<Instant> happened(Part part, String name) {
        Optional<Instant> time = needed(part, name);
        time.filter(found -> found.isAfter(now.plus(WRONG_CLOCK))).ifPresent(found -> part.findings()
                .reject(FaultCode.WRONG_TIME, part.path(name) + " is " + found + ", which is yet to come."));
        return time;
    }

    /** A time that has to be there. */
    Optional<Instant> needed(Part part, String name) {
        return part.needed(name).flatMap(text -> time(part, name, text));
    }

    /** A time that may be absent. */
    Optional<Instant> optional(Part part, String name) {
        return part.text(name).flatMap(text -> time(part, name, text));
    }

    private static Optional<Instant> time(Part part, String name, String text) {
        Optional<Instant> time = parse(text);
        if (time.isEmpty()) {
            part.findings()
                    .reject(
                            FaultCode.WRONG_TIME,
                            part.path(name) + " has to be a time with its offset, such as 2026-11-22T09:30:00+05:00;"
                                    + " it is \"" + Shown.of(text) + "\".");
        } else if (time.get().isBefore(EARLIEST)) {
            part.findings()
                    .reject(FaultCode.WRONG_TIME, part.path(name) + " is " + time.get() + ", before the year 2000.");
        }
        return time;
    }

    private static Optional<Instant> parse(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
