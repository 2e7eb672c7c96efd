package uz.muhr.client.document;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uz.muhr.protocol.identifier.DocumentNumber;
import uz.muhr.protocol.identifier.TypeCode;
import uz.muhr.protocol.refusal.Refusal;

/** What a reader has found so far. The first find of a fact stays; what cannot be one is left out. */
final class Gathered {
    private static final int LONGEST_NAME = 200;
    private static final Pattern DIGIT = Pattern.compile("[0-9]");
    private static final Pattern DATE = Pattern.compile("(?<year>[0-9]{4})-?(?<month>[0-9]{2})-?(?<day>[0-9]{2}).*"
            + "|(?<day2>[0-9]{2})\\.(?<month2>[0-9]{2})\\.(?<year2>[0-9]{4})");

    private final Map<Fact, Found> facts = new EnumMap<>(Fact.class);

    void type(String code, String where) {
        try {
            put(Fact.TYPE, new TypeCode(code.strip()).value(), where);
        } catch (Refusal e) {
            // No code of the list: the document means something else by it.
        }
    }

    /** A number without a digit is a placeholder, or a word that stands where numbers do. */
    void number(String text, String where) {
        try {
            String number = DocumentNumber.parse(text).value();
            if (DIGIT.matcher(number).find()) {
                put(Fact.NUMBER, number, where);
            }
        } catch (Refusal e) {
            // The ledger would not take it as a number.
        }
    }

    void issuer(String name, String where) {
        String plain = name.strip().replaceAll("\\s+", " ");
        if (!plain.isEmpty() && plain.length() <= LONGEST_NAME) {
            put(Fact.ISSUER, plain, where);
        }
    }

    /** A date, alone or before a time: 2026-11-26, 20261126 or 26.11.2026. */
    void date(Fact fact, String text, String where) {
        Matcher date = DATE.matcher(text.strip());
        if (!date.matches()) {
            return;
        }
        try {
            put(
                    fact,
                    LocalDate.of(part(date, "year"), part(date, "month"), part(date, "day"))
                            .toString(),
                    where);
        } catch (DateTimeException e) {
            // The thirty-first of February.
        }
    }

    private static int part(Matcher date, String name) {
        @Nullable String digits = date.group(name);
        return Integer.parseInt(digits == null ? date.group(name + "2") : digits);
    }

    boolean lacks(Fact fact) {
        return !facts.containsKey(fact);
    }

    Map<Fact, Found> facts() {
        return facts;
    }

    private void put(Fact fact, String value, String where) {
        facts.putIfAbsent(fact, new Found(value, where));
    }
}
