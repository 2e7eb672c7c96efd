package uz.muhr.client.tally;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uz.muhr.client.submission.ValidityText;
import uz.muhr.protocol.json.Shown;
import uz.muhr.protocol.refusal.Refusal;

/**
 * Which days are asked for.
 *
 * @param first in UTC
 * @param last at most a year later
 */
public record TallyQuestion(LocalDate first, LocalDate last) {
    public static final String FROM = "from";
    public static final String UNTIL = "until";

    private static final Set<String> WORDS = Set.of(FROM, UNTIL);
    private static final int USUAL_DAYS = 31;
    private static final int MOST_DAYS = 366;

    /**
     * Refuses days that cannot be counted.
     *
     * @throws Refusal MALFORMED_ARGUMENT
     */
    public TallyQuestion {
        if (last.isBefore(first) || first.plusDays(MOST_DAYS).isBefore(last.plusDays(1))) {
            throw Refusal.malformed("The days to count have to be 1 to " + MOST_DAYS
                    + " in their order; asked for were " + first + " to " + last + ".");
        }
    }

    /**
     * The days that a query names, or the last 31.
     *
     * @throws Refusal MALFORMED_ARGUMENT when a word has an unknown name or is not in its form
     */
    public static TallyQuestion of(Map<String, String> words, LocalDate today) {
        words.keySet().stream()
                .filter(name -> !WORDS.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw Refusal.malformed("Counts are not asked by \"" + Shown.of(name) + "\".");
                });
        LocalDate last = day(words, UNTIL).orElse(today);
        return new TallyQuestion(day(words, FROM).orElse(last.minusDays(USUAL_DAYS - 1)), last);
    }

    private static Optional<LocalDate> day(Map<String, String> words, String name) {
        return Optional.ofNullable(words.get(name)).map(text -> {
            Instant time = ValidityText.beginning("\"" + name + "\"", text);
            return LocalDate.ofInstant(time, ZoneOffset.UTC);
        });
    }
}
