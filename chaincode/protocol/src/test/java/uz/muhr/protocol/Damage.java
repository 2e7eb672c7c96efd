package uz.muhr.protocol;

import java.util.List;
import java.util.Random;

/** Damages a text at random, the way careless or hostile senders do. */
public final class Damage {
    private static final List<String> PIECES = List.of(
            "\"",
            "\\",
            "{",
            "}",
            "[",
            "]",
            ":",
            ",",
            "null",
            "true",
            "false",
            "0",
            "-0",
            "01",
            "1.0",
            "1e3",
            "-1",
            " ",
            "\n",
            "\t",
            "\0",
            "\uFEFF",
            "\u202E",
            "\u200B",
            "\uD800",
            "\uDC00",
            "\uD83D\uDE00",
            "\\u0000",
            "\\uD800",
            "é",
            "İ",
            "ı",
            "٣",
            "A",
            "f",
            "Z",
            "T",
            "+",
            "9999999999999999999",
            "{\"a\":1}",
            "[[[[[[[[[[",
            "\"format\":1,",
            "//",
            "'",
            "\u2028");

    private Damage() {}

    /** The text with one to three things wrong, or, by chance, none. */
    public static String of(String text, Random random) {
        StringBuilder damaged = new StringBuilder(text);
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            once(damaged, random);
        }
        return damaged.toString();
    }

    private static void once(StringBuilder text, Random random) {
        int at = random.nextInt(text.length() + 1);
        int end = Math.min(text.length(), at + 1 + random.nextInt(12));
        switch (random.nextInt(7)) {
            case 0 -> text.delete(at, end);
            case 1 -> text.insert(at, piece(random));
            case 2 -> text.replace(at, end, piece(random));
            case 3 -> text.insert(at, text.substring(at, end));
            case 4 -> text.setLength(at);
            case 5 -> text.insert(at, (char) random.nextInt(0x10000));
            default -> {
                if (at < text.length()) {
                    text.setCharAt(at, (char) (text.charAt(at) ^ (1 << random.nextInt(7))));
                }
            }
        }
    }

    private static String piece(Random random) {
        return PIECES.get(random.nextInt(PIECES.size()));
    }
}
