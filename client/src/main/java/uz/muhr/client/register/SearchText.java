package uz.muhr.client.register;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import uz.muhr.client.submission.ValidityText;
import uz.muhr.protocol.hash.Hex32;
import uz.muhr.protocol.identifier.DocumentNumber;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.identifier.TypeCode;
import uz.muhr.protocol.json.Shown;
import uz.muhr.protocol.record.DocumentStatus;
import uz.muhr.protocol.refusal.Refusal;

/** Questions to the register as words, the same on the command line and in a request's query. */
public final class SearchText {
    public static final String TYPE = "type";
    public static final String ISSUER = "issuer";
    public static final String STATUS = "status";
    public static final String VALID_AT = "validAt";
    public static final String NUMBER = "number";
    public static final String COMMITMENT = "commitment";
    public static final String ANCHORED_FROM = "anchoredFrom";
    public static final String ANCHORED_UNTIL = "anchoredUntil";
    public static final String LIMIT = "limit";
    public static final String AFTER = "after";

    private static final Set<String> OF_A_SEARCH =
            Set.of(TYPE, ISSUER, STATUS, VALID_AT, NUMBER, COMMITMENT, ANCHORED_FROM, ANCHORED_UNTIL, LIMIT, AFTER);
    private static final Set<String> OF_AN_EXPORT =
            Set.of(TYPE, ISSUER, STATUS, VALID_AT, NUMBER, COMMITMENT, ANCHORED_FROM, ANCHORED_UNTIL);
    private static final Set<String> OF_COUNTS = Set.of(ISSUER, ANCHORED_FROM, ANCHORED_UNTIL);
    private static final Pattern COUNT = Pattern.compile("[1-9][0-9]{0,2}");

    /** Counts are of this many days where no beginning is named. */
    private static final int USUAL_DAYS = 31;

    private SearchText() {}

    /**
     * What counts are asked for.
     *
     * @param first the first day, in UTC
     * @param last the last day
     */
    public record CountsQuestion(Optional<MspId> issuer, LocalDate first, LocalDate last) {}

    /**
     * A search.
     *
     * @throws Refusal MALFORMED_ARGUMENT when a word has an unknown name or is not in its form
     */
    public static Search search(Map<String, String> words) {
        checkNames(words, OF_A_SEARCH);
        return new Search(
                word(words, TYPE, TypeCode::new),
                word(words, ISSUER, MspId::new),
                word(words, STATUS, DocumentStatus::parse),
                word(words, VALID_AT, text -> ValidityText.moment("The time of validity", text)),
                word(words, NUMBER, text -> DocumentNumber.parse(text).digest()),
                word(words, COMMITMENT, text -> Hex32.check("A commitment", text)),
                from(words),
                until(words),
                word(words, LIMIT, SearchText::limit).orElse(Search.USUAL_LIMIT),
                word(words, AFTER, Position::parse));
    }

    /**
     * A search for all that there is, whose first page is as large as a page may be.
     *
     * @throws Refusal MALFORMED_ARGUMENT when a word has an unknown name or is not in its form
     */
    public static Search export(Map<String, String> words) {
        checkNames(words, OF_AN_EXPORT);
        return search(words).withLimit(Search.MOST);
    }

    /**
     * The counts between two days, or of the last 31.
     *
     * @throws Refusal MALFORMED_ARGUMENT when a word has an unknown name or is not in its form
     */
    public static CountsQuestion counts(Map<String, String> words, LocalDate today) {
        checkNames(words, OF_COUNTS);
        LocalDate last = until(words).map(SearchText::day).orElse(today);
        LocalDate first = from(words).map(SearchText::day).orElse(last.minusDays(USUAL_DAYS - 1));
        if (last.isBefore(first)) {
            throw Refusal.malformed(
                    "The days to count have to begin before they end; they begin " + first + " and end " + last + ".");
        }
        return new CountsQuestion(word(words, ISSUER, MspId::new), first, last);
    }

    private static Optional<Instant> from(Map<String, String> words) {
        return word(
                words, ANCHORED_FROM, text -> ValidityText.beginning("The beginning of the time of anchoring", text));
    }

    private static Optional<Instant> until(Map<String, String> words) {
        return word(words, ANCHORED_UNTIL, text -> ValidityText.moment("The end of the time of anchoring", text));
    }

    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }

    static int limit(String text) {
        if (!COUNT.matcher(text).matches()) {
            throw Refusal.malformed("The limit has to be a whole number from 1 to " + Search.MOST + "; it is \""
                    + Shown.of(text) + "\".");
        }
        return Integer.parseInt(text);
    }

    static <T> Optional<T> word(Map<String, String> words, String name, Function<String, T> parser) {
        return Optional.ofNullable(words.get(name)).map(parser);
    }

    private static void checkNames(Map<String, String> words, Set<String> known) {
        words.keySet().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw Refusal.malformed("The register is not asked by \"" + Shown.of(name) + "\".");
                });
    }
}
