package uz.muhr.client.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How texts are broken into lines, and what becomes of letters that no font has. */
class TypefaceTest {
    private final PDDocument document = new PDDocument();
    private Typeface face;

    @BeforeEach
    void load() throws IOException {
        face = Typeface.plain(document);
    }

    @AfterEach
    void close() throws IOException {
        document.close();
    }

    @Test
    void theLettersOfThreeLanguagesAreThere() {
        String text = "Oʻzbekcha, gʻisht, maʼlum; Документ отозван – да; “quoted” … • ’";
        assertEquals(text, face.shown(text));
    }

    @Test
    void aLetterThatTheFontLacksIsNamedAndNotLost() {
        assertEquals("№ <U+4E2D> <U+20000>", face.shown("№ 中 \uD840\uDC00"));
    }

    @Test
    void aShortTextIsOneLine() throws IOException {
        assertEquals(List.of("one line"), face.lines("one line", 9, 200));
    }

    @Test
    void aLongTextIsBrokenAtItsSpacesAndNothingOfItIsLost() throws IOException {
        String text = "It states what the ledger answered at the time named above, and nothing more than that.";
        List<String> lines = face.lines(text, 9, 120);
        assertTrue(lines.size() > 2, lines.toString());
        assertEquals(text, String.join(" ", lines));
        for (String line : lines) {
            assertTrue(face.width(line, 9) <= 120, line);
        }
    }

    @Test
    void aWordThatIsTooWideIsBrokenWhereItMustBe() throws IOException {
        String hash = "0123456789abcdef".repeat(4);
        List<String> lines = face.lines(hash, 9, 100);
        assertTrue(lines.size() > 1);
        assertEquals(hash, String.join("", lines));
        for (String line : lines) {
            assertTrue(face.width(line, 9) <= 100, line);
        }
    }

    @Test
    void anEmptyTextIsAnEmptyLine() throws IOException {
        assertEquals(List.of(""), face.lines("", 9, 100));
    }
}
