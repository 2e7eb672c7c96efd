package uz.muhr.client.report;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as they are printed: the same in every language, and never to be mistaken. */
final class Moment {
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Moment() {}

    static String of(Instant time) {
        return FORM.format(time);
    }
}
