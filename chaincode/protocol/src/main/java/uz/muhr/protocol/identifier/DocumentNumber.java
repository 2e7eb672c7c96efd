package uz.muhr.protocol.identifier;

import java.lang.Character.UnicodeScript;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import uz.muhr.protocol.hash.DomainHash;
import uz.muhr.protocol.json.Shown;
import uz.muhr.protocol.refusal.Refusal;

/**
 * The number an issuer gave a document, in the one form in which numbers are compared: compatibility characters folded
 * (Unicode NFKC), upper case, spaces removed, every dash a hyphen-minus. Letters of two scripts in one number are refused, because a Cyrillic
 * letter that looks like a Latin one would make two numbers that nobody can tell apart.
 */
public record DocumentNumber(String value) {
    /** UNTDID 1004, document identifier: an..70. */
    public static final int MAX_LENGTH = 70;

    /** By its class a mathematical symbol, by its look a dash. */
    private static final int MINUS_SIGN = 0x2212;

    /** By their class letters and a symbol, but drawn as nothing: the fillers of Hangul and the empty Braille cell. */
    private static final String BLANK = "\u115F\u1160\u2800";

    /**
     * Refuses what cannot be.
     *
     * @throws Refusal MALFORMED_ARGUMENT unless the value is already canonical; {@link #parse} makes it so
     */
    public DocumentNumber {
        if (!canonical(value).equals(value)) {
            throw Refusal.malformed("The document's number is not in its canonical form.");
        }
    }

    /**
     * The number that a person wrote.
     *
     * @throws Refusal MALFORMED_ARGUMENT, in one sentence
     */
    public static DocumentNumber parse(String text) {
        return new DocumentNumber(canonical(text));
    }

    /** What stands on the ledger in the number's place. Numbers are guessable, so this does not hide them. */
    public NumberDigest digest() {
        return new NumberDigest(DomainHash.of("muhr/number/1", value.getBytes(StandardCharsets.UTF_8)));
    }

    private static String canonical(String text) {
        text.codePoints().forEach(DocumentNumber::checkWritten);
        String folded = Normalizer.normalize(plain(Normalizer.normalize(text, Form.NFKC)), Form.NFKC);
        String number = Normalizer.normalize(folded.toUpperCase(Locale.ROOT), Form.NFKC);
        int length = number.codePointCount(0, number.length());
        if (length < 1 || length > MAX_LENGTH) {
            throw Refusal.malformed("A document's number has to have 1 to " + MAX_LENGTH
                    + " characters besides spaces; it has " + length + ".");
        }
        number.codePoints().forEach(DocumentNumber::checkCanonical);
        checkOneScript(number);
        return number;
    }

    private static String plain(String text) {
        return text.codePoints()
                .filter(c -> Character.getType(c) != Character.SPACE_SEPARATOR)
                .map(c -> Character.getType(c) == Character.DASH_PUNCTUATION || c == MINUS_SIGN ? '-' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static void checkWritten(int c) {
        switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                throw refused(c, "an invisible or control character");
            case Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED ->
                throw refused(c, "no character of Unicode");
            default -> {
                if (isRightToLeft(c)) {
                    throw refused(c, "a character written from right to left");
                }
            }
        }
    }

    private static void checkCanonical(int c) {
        if (BLANK.indexOf(c) >= 0) {
            throw refused(c, "a character that is drawn as nothing");
        }
        switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK ->
                throw refused(c, "an accent that does not join its letter");
            case Character.DECIMAL_DIGIT_NUMBER -> {
                if (c > '9') {
                    throw refused(c, "a digit other than 0 to 9");
                }
            }
            default -> checkWritten(c);
        }
    }

    private static boolean isRightToLeft(int c) {
        return switch (Character.getDirectionality(c)) {
            case Character.DIRECTIONALITY_RIGHT_TO_LEFT,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC,
                    Character.DIRECTIONALITY_ARABIC_NUMBER -> true;
            default -> false;
        };
    }

    private static void checkOneScript(String number) {
        Set<UnicodeScript> scripts = number.codePoints()
                .mapToObj(UnicodeScript::of)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(UnicodeScript.class)));
        scripts.removeAll(EnumSet.of(UnicodeScript.COMMON, UnicodeScript.INHERITED));
        if (scripts.size() > 1) {
            throw Refusal.malformed("A document's number has to keep to one script; \"" + Shown.of(number) + "\" mixes "
                    + scripts.stream().map(DocumentNumber::scriptName).collect(Collectors.joining(" and "))
                    + " letters, which can look alike.");
        }
    }

    private static String scriptName(UnicodeScript script) {
        String name = script.name();
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }

    private static Refusal refused(int c, String because) {
        return Refusal.malformed(
                String.format(Locale.ROOT, "A document's number may not contain U+%04X, %s.", c, because));
    }

    @Override
    public String toString() {
        return value;
    }
}
