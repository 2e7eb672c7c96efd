package uz.muhr.client.report;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** A font of DejaVu's, embedded in one document as far as it is used. Widths are in points. */
final class Typeface {
    private static final String FOLDER = "/net/sf/jasperreports/fonts/dejavu/";
    private static final float UNITS = 1000;

    private final PDFont font;

    private Typeface(PDFont font) {
        this.font = font;
    }

    static Typeface plain(PDDocument document) throws IOException {
        return load(document, "DejaVuSansCondensed.ttf");
    }

    static Typeface strong(PDDocument document) throws IOException {
        return load(document, "DejaVuSansCondensed-Bold.ttf");
    }

    /** For hashes. */
    static Typeface even(PDDocument document) throws IOException {
        return load(document, "DejaVuSansMono.ttf");
    }

    private static Typeface load(PDDocument document, String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(Typeface.class.getResourceAsStream(FOLDER + file), file)) {
            return new Typeface(PDType0Font.load(document, in, true));
        }
    }

    PDFont font() {
        return font;
    }

    /** The text with every character that the font lacks named by its code point, so that nothing of it is lost. */
    String shown(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints()
                .forEach(point -> shown.append(
                        has(point) ? Character.toString(point) : String.format(Locale.ROOT, "<U+%04X>", point)));
        return shown.toString();
    }

    private boolean has(int point) {
        try {
            font.encode(Character.toString(point));
            return true;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    /** A text in lines no wider than this. It is broken at spaces; a word that is wider by itself, where it must be. */
    List<String> lines(String text, float size, float width) throws IOException {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : shown(text).split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (width(longer, size) <= width) {
                line = longer;
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line);
            }
            line = word;
            while (width(line, size) > width) {
                int fitting = fitting(line, size, width);
                lines.add(line.substring(0, fitting));
                line = line.substring(fitting);
            }
        }
        lines.add(line);
        return lines;
    }

    private int fitting(String word, float size, float width) throws IOException {
        int end = word.length();
        while (end > 1 && width(word.substring(0, end), size) > width) {
            end = word.offsetByCodePoints(end, -1);
        }
        return Math.max(end, word.offsetByCodePoints(0, 1));
    }

    float width(String text, float size) throws IOException {
        return font.getStringWidth(text) / UNITS * size;
    }
}
