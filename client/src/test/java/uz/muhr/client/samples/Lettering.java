package uz.muhr.client.samples;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/**
 * The letters of one document. They are PDF's standard fonts (ISO 32000-1, 9.6.2.2): every reader has them, their widths are
 * fixed, and no font of somebody else enters the repository.
 */
final class Lettering {
    final PDFont plain = new PDType1Font(FontName.HELVETICA);
    final PDFont strong = new PDType1Font(FontName.HELVETICA_BOLD);
    final PDFont title = new PDType1Font(FontName.TIMES_BOLD);

    PDFont of(Line.Weight weight) {
        return switch (weight) {
            case PLAIN, SMALL -> plain;
            case STRONG, LARGE -> strong;
        };
    }

    /** Width of the text in points. */
    static float width(PDFont font, float size, String text) throws IOException {
        return font.getStringWidth(text) * size / 1000;
    }

    /**
     * The paragraph in pieces no wider than the given points.
     *
     * @throws IllegalStateException if a single word is wider than that
     */
    List<String> wrap(Line line, float width) throws IOException {
        PDFont font = of(line.weight());
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        for (String word : line.text().split(" ", -1)) {
            String longer = piece.isEmpty() ? word : piece + " " + word;
            if (width(font, line.weight().size, longer) <= width) {
                piece.setLength(0);
                piece.append(longer);
            } else if (piece.isEmpty() || width(font, line.weight().size, word) > width) {
                throw new IllegalStateException("The word \"" + word + "\" must fit into " + width
                        + " points and does not; widen its cell or shorten it.");
            } else {
                pieces.add(piece.toString());
                piece.setLength(0);
                piece.append(word);
            }
        }
        pieces.add(piece.toString());
        return pieces;
    }
}
