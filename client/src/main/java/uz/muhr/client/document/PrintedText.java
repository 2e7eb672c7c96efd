package uz.muhr.client.document;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds in a text that is meant for people what it says of the document. Guesses, every one of them. */
final class PrintedText {
    private static final String DATE = "([0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{2}\\.[0-9]{2}\\.[0-9]{4})";

    private static final Pattern CODE =
            pattern("(?:UNTDID 1001|document type)[^0-9\\n]{0,40}?\\b([1-9][0-9]{0,2})\\b(?![./-]?[0-9])");

    /** At the start of a line or of a clause, so that nobody's taxpayer number is taken. */
    private static final Pattern NUMBER = pattern("(?:^|[,;\u00B7])[ \\t]*(?:[0-9]{1,2}[.)]?[ \\t]+)?"
            + "(?:(?:certificate|permit|document|licen[cs]e|declaration|invoice|waybill|b/l|bill of lading"
            + "|сертификат[а-я]*|разрешени[а-я]*|документ[а-я]*|лицензи[а-я]*"
            + "|sertifikat(?:ning)?|hujjat(?:ning)?|ruxsatnoma(?:ning)?|litsenziya(?:ning)?)[ \\t]+)?"
            + "(?:number|no\\b\\.?|nr\\b\\.?|\u2116|номер|raqami?)(?:[ \\t]+and date of issue)?[ \\t]*[:#]?\\s*"
            + "((?=[^\\s]*[0-9])[\\p{L}0-9](?:[\\p{L}0-9/._-]{1,68}[\\p{L}0-9]))(?=[\\s,;.]|$)");

    private static final Pattern ISSUED =
            pattern("(?:date of issue|issued(?: on)?|дата выдачи|выдан[оа]?|berilgan sana(?:si)?)[ \\t]*:?\\s*" + DATE);

    private static final Pattern PERIOD = pattern("(?:valid(?:ity)?|действител[а-я]+|amal qilish muddati)\\W{0,5}"
            + "(?:from|с)?\\W{0,5}" + DATE + "\\W{0,5}(?:to|until|through|по|до|dan)?\\W{0,5}" + DATE);

    private static final Pattern UNTIL = pattern(
            "(?:valid until|valid to|expir(?:es|y date)(?: on)?|действител[а-я]+ до|amal qilish muddati)[ \\t]*:?\\s*"
                    + DATE);

    private PrintedText() {}

    /** @param where where the text stands, for a person */
    static void read(String text, String where, Gathered gathered) {
        each(CODE, text, found -> gathered.type(found.group(1), where));
        DocumentTitles.first(text).ifPresent(code -> gathered.type(code, where));
        each(NUMBER, text, found -> gathered.number(found.group(1), where));
        each(ISSUED, text, found -> gathered.date(Fact.ISSUED, found.group(1), where));
        each(PERIOD, text, found -> {
            gathered.date(Fact.VALID_FROM, found.group(1), where);
            gathered.date(Fact.VALID_UNTIL, found.group(2), where);
        });
        each(UNTIL, text, found -> gathered.date(Fact.VALID_UNTIL, found.group(1), where));
    }

    private static void each(Pattern pattern, String text, Consumer<Matcher> taker) {
        for (Matcher found = pattern.matcher(text); found.find(); ) {
            taker.accept(found);
        }
    }

    private static Pattern pattern(String words) {
        return Pattern.compile(words, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.MULTILINE);
    }
}
