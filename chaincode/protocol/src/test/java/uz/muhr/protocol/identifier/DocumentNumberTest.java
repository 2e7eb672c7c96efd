package uz.muhr.protocol.identifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static uz.muhr.protocol.Refusals.assertMalformed;
import static uz.muhr.protocol.Refusals.assertRefused;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

final class DocumentNumberTest {
    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            quoteCharacter = '"',
            value = {
                "uz-861/2026,UZ-861/2026",
                " UZ 861 ,UZ861",
                "UZ\u00A0861\u3000\u2009\u202F1,UZ8611",
                "ＵＺ８６１,UZ861",
                "Ⅳ/ﬁ/№7,IV/FI/NO7",
                "straße,STRASSE",
                "уз-861,УЗ-861",
                "e\u0301-1,É-1",
                "o'zbekiston i,O'ZBEKISTONI",
                "x²,X2",
                "12\u201034\u201156\u201378\u201490\u22121,12-34-56-78-90-1",
            })
    void whatReadsTheSameIsTheSame(String written, String canonical) {
        assertEquals(canonical, DocumentNumber.parse(written).value());
        assertEquals(DocumentNumber.parse(canonical), DocumentNumber.parse(written));
        assertEquals(
                DocumentNumber.parse(canonical).digest(),
                DocumentNumber.parse(written).digest());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UZ-АВ1", "УZ1", "Ο1O", "АBC", "AΩ", "A漢"})
    void lettersOfTwoScriptsAreRefused(String mixed) {
        assertRefused(ErrorCode.MALFORMED_ARGUMENT, "one script", () -> DocumentNumber.parse(mixed));
    }

    @Test
    void theRefusalNamesBothScripts() {
        assertRefused(ErrorCode.MALFORMED_ARGUMENT, "Latin and Cyrillic", () -> DocumentNumber.parse("UZ-АВ1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1\t2",
                "1\n2",
                "1\u00002",
                "1\u007F2",
                "1\u00852",
                "1\u200B2",
                "1\u200D2",
                "1\u00AD2",
                "1\uFEFF2",
                "1\u202E2",
                "1\u20662",
                "1\u061C2",
                "1\u20282",
                "1\u20292",
                "1\uD8002",
                "1\uDC002",
                "1\uE0002",
                "1\uFFFF2",
                "1\u03782",
                "1\uDB40\uDC412"
            })
    void invisibleControlAndImpossibleCharactersAreRefused(String text) {
        assertMalformed(() -> DocumentNumber.parse(text));
    }

    /** Letters and symbols by their class, but drawn as nothing: two numbers nobody could tell apart. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1\u115F2",
                "1\u11602",
                "1\u31642",
                "1\uFFA02",
                "1\u28002",
                "1\u034F2",
                "1\uFE0F2",
                "1\u180B2",
                "1\u17B42"
            })
    void lettersThatAreDrawnAsNothingAreRefused(String text) {
        assertMalformed(() -> DocumentNumber.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"א1", "1ב", "م1", "1\u0661", "\u06F1", "\u07C1", "\uFE8D", "\uD83B\uDE00"})
    void rightToLeftCharactersAreRefused(String text) {
        assertMalformed(() -> DocumentNumber.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x\u0301\u0316", "Q\u0301", "1\u20E3", "1\u0338", "\u0301"})
    void anAccentThatDoesNotJoinItsLetterIsRefused(String text) {
        assertMalformed(() -> DocumentNumber.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0967", "\u09E7", "\uD835\uDFCF\u0967"})
    void digitsOtherThanZeroToNineAreRefused(String text) {
        assertMalformed(() -> DocumentNumber.parse(text));
    }

    @Test
    void oneToSeventyCharactersAreANumber() {
        assertEquals("X", DocumentNumber.parse("x").value());
        assertEquals("X".repeat(70), DocumentNumber.parse(" x".repeat(70)).value());
        for (String wrong :
                new String[] {"", " ", "\u00A0\u3000", "x".repeat(71), "x".repeat(300), "ﷺ", "ß".repeat(36)}) {
            assertMalformed(() -> DocumentNumber.parse(wrong));
        }
        assertRefused(ErrorCode.MALFORMED_ARGUMENT, "it has 300", () -> DocumentNumber.parse("x".repeat(300)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"uz1", "UZ 1", "Ａ", "E\u0301", "1\u20132"})
    void theConstructorTakesTheCanonicalFormAlone(String text) {
        DocumentNumber.parse(text);
        assertMalformed(() -> new DocumentNumber(text));
    }

    @Test
    void differentNumbersHaveDifferentDigests() {
        assertNotEquals(
                DocumentNumber.parse("UZ-1").digest(),
                DocumentNumber.parse("UZ-2").digest());
        assertNotEquals(
                DocumentNumber.parse("АВС").digest(),
                DocumentNumber.parse("ABC").digest());
    }

    @Test
    void aNumberIsRefusedOrMadeCanonicalOnce() {
        long seed = 1004;
        Random random = new Random(seed);
        int read = 0;
        for (int i = 0; i < 60_000; i++) {
            String text = text(random);
            DocumentNumber number;
            try {
                number = DocumentNumber.parse(text);
            } catch (Refusal refusal) {
                continue;
            }
            read++;
            String where = "seed " + seed + ", try " + i + ": " + text;
            assertEquals(number, DocumentNumber.parse(number.value()), where);
            assertEquals(number, new DocumentNumber(number.value()), where);
            assertEquals(number, DocumentNumber.parse(" " + text + "\u00A0"), where);
        }
        assertNotEquals(0, read);
    }

    /** Every character of Unicode by itself, and beside a digit. */
    @Test
    void everyCharacterIsRefusedOrMadeCanonicalOnce() {
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            String text = "1" + Character.toString(c);
            try {
                DocumentNumber number = DocumentNumber.parse(text);
                assertEquals(number, DocumentNumber.parse(number.value()), text);
            } catch (Refusal refusal) {
                assertEquals(ErrorCode.MALFORMED_ARGUMENT, refusal.code(), text);
            }
        }
    }

    private static String text(Random random) {
        int[] tops = {0x7F, 0x250, 0x600, 0x3000, 0x110000};
        int top = tops[random.nextInt(tops.length)];
        StringBuilder text = new StringBuilder();
        for (int n = random.nextInt(8); n >= 0; n--) {
            text.appendCodePoint(random.nextInt(4) == 0 ? random.nextInt(top) : '!' + random.nextInt(90));
        }
        return text.toString();
    }
}
