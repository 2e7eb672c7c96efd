package uz.muhr.client.samples;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** A letter and the rectangle it covers, in points from the upper left corner of the page. */
record PrintedLetter(String letter, float left, float top, float right, float bottom) {
    /** How far the letters of these fonts reach above and below the baseline, as a part of their size. */
    private static final float ASCENT = 0.72f;

    private static final float DESCENT = 0.21f;

    /** All letters of a PDF file but spaces, taken one by one: the reader joins into one line what overlaps in height. */
    static List<PrintedLetter> of(Path file) throws IOException {
        List<PrintedLetter> letters = new ArrayList<>();
        PDFTextStripper reader = new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition position) {
                if (!position.getUnicode().isBlank()) {
                    letters.add(from(position));
                }
            }
        };
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            reader.getText(document);
        }
        return letters;
    }

    private static PrintedLetter from(TextPosition position) {
        float left = position.getXDirAdj();
        float baseline = position.getYDirAdj();
        float size = position.getFontSizeInPt();
        return new PrintedLetter(
                position.getUnicode(),
                left,
                baseline - ASCENT * size,
                left + position.getWidthDirAdj(),
                baseline + DESCENT * size);
    }

    /** True if the two share more than a hair; neighbours within a word touch. */
    boolean overlaps(PrintedLetter other) {
        float hair = 0.05f;
        return left + hair < other.right
                && other.left + hair < right
                && top + hair < other.bottom
                && other.top + hair < bottom;
    }

    boolean isInside(PDRectangle page, float margin) {
        return left >= margin
                && top >= margin
                && right <= page.getWidth() - margin
                && bottom <= page.getHeight() - margin;
    }
}
