package uz.muhr.protocol.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class ShownTest {
    @Test
    void shortPlainTextIsShownAsItIs() {
        assertEquals("UZ-861/Ж", Shown.of("UZ-861/Ж"));
        assertEquals("", Shown.of(""));
        assertEquals("\uD83D\uDE00".repeat(40), Shown.of("\uD83D\uDE00".repeat(40)));
    }

    @Test
    void longTextIsCutAfterFortyCharacters() {
        assertEquals("x".repeat(40) + "...", Shown.of("x".repeat(41)));
        assertEquals("\uD83D\uDE00".repeat(40) + "...", Shown.of("\uD83D\uDE00".repeat(41)));
    }

    @Test
    void whatCouldDisturbATerminalIsReplaced() {
        assertEquals("a\uFFFDb", Shown.of("a\u001Bb"));
        for (String c : new String[] {
            "\n", "\u0000", "\u202E", "\u200B", "\uFEFF", "\uD800", "\uE000", "\u2028", "\u2029", "\uFFFF"
        }) {
            assertEquals("\uFFFD", Shown.of(c));
        }
    }
}
