package uz.muhr.protocol.freight;

import java.util.regex.Pattern;

/** What people write in many ways and compare in one: without spaces and, as far as ASCII goes, in capitals. */
final class Written {
    private static final Pattern SPACE = Pattern.compile("[ \\u00A0]");

    private Written() {}

    /** Other alphabets stay as they are, for a capital of a letter beyond ASCII may be another letter within it. */
    static String capitals(String text) {
        StringBuilder capitals = new StringBuilder();
        SPACE.matcher(text)
                .replaceAll("")
                .chars()
                .forEach(c -> capitals.append((char) (c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c)));
        return capitals.toString();
    }
}
