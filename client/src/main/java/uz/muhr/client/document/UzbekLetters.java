package uz.muhr.client.document;

import java.util.regex.Pattern;

/** The two letters of Uzbek's Latin script that are written with a mark for which people type whatever their keyboard has. */
final class UzbekLetters {
    private static final Pattern WRITTEN = Pattern.compile("(?<=[oOgG])['`\u2018\u2019\u02BC\u00B4]");

    private UzbekLetters() {}

    /** The text with that mark as it ought to be, U+02BB. */
    static String plain(String text) {
        return WRITTEN.matcher(text).replaceAll("\u02BB");
    }
}
