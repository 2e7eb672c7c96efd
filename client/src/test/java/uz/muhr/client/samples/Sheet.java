package uz.muhr.client.samples;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.util.Matrix;

/**
 * An A4 page on which a form is drawn from top to bottom: a header band, rows of ruled cells, a stamp, small print. A text that
 * does not fit its cell and a row that does not fit the page are refused, so nothing ever overlaps. Lengths are in points.
 */
final class Sheet {
    static final float MARGIN = 40;
    private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;
    private static final float BOTTOM = PDRectangle.A4.getHeight() - MARGIN;
    private static final float HEADER = 74;
    private static final float PADDING = 6;
    private static final float PARAGRAPH_GAP = 1.6f;
    private static final float LABEL_SIZE = 6.6f;
    /** Where the four Bezier curves of a circle have their control points, as a part of the radius. */
    private static final float CIRCLE = 0.5523f;

    private final PDPageContentStream page;
    private final Ink ink;
    private final Lettering letters = new Lettering();
    private float cursor = MARGIN;

    Sheet(PDPageContentStream page, Ink ink) {
        this.page = page;
        this.ink = ink;
    }

    /** The band across the top: who issues, what it is, its number at the right. */
    void header(SampleIdentity identity, String subtitle) throws IOException {
        ink.fill(page);
        rectangle(new Area(MARGIN, cursor, WIDTH, HEADER));
        page.fill();
        float left = MARGIN + 14;
        write(
                letters.strong,
                8.5f,
                Ink.PAPER,
                left,
                cursor + 19,
                identity.issuer().toUpperCase(Locale.ROOT));
        write(letters.title, 25, Ink.PAPER, left, cursor + 45, identity.title());
        write(letters.plain, 8, Ink.PAPER, left, cursor + 61, subtitle);
        float right = MARGIN + WIDTH - 14;
        writeUpTo(right, letters.plain, 8, Ink.PAPER, cursor + 45, "Number");
        writeUpTo(right, letters.strong, 13, Ink.PAPER, cursor + 61, identity.number());
        cursor += HEADER;
    }

    /**
     * A row of cells below what was drawn last, as wide as the page allows.
     *
     * @return where each cell stands, left to right
     * @throws IllegalStateException if the row does not fit on the page, or a text not into its cell
     */
    List<Area> row(float height, Cell... cells) throws IOException {
        if (cursor + height > BOTTOM) {
            throw new IllegalStateException("A row of " + height + " points must fit above the lower margin, but only "
                    + (BOTTOM - cursor) + " points are left; lower the rows before it.");
        }
        List<Area> areas = new ArrayList<>();
        float left = MARGIN;
        for (Cell cell : cells) {
            Area area = new Area(left, cursor, cell.share() * WIDTH, height);
            fill(area, cell);
            areas.add(area);
            left = area.right();
        }
        cursor += height;
        return areas;
    }

    /** The heading row of a table: labels on a pale wash. */
    void headings(Cell... cells) throws IOException {
        float height = LABEL_SIZE + 2 * PADDING;
        ink.wash(page);
        rectangle(new Area(MARGIN, cursor, WIDTH, height));
        page.fill();
        row(height, cells);
    }

    /** A round stamp in the lower right corner of a cell; the words are centred in it, one below the other. */
    void stamp(Area cell, String... words) throws IOException {
        float radius = 38;
        float x = cell.right() - radius - 10;
        float y = cell.bottom() - radius - 10;
        ink.draw(page);
        circle(x, y, radius, 1.6f);
        circle(x, y, radius - 4, 0.5f);
        float baseline = y - (words.length - 1) * 4.5f + 2;
        for (String word : words) {
            float width = Lettering.width(letters.strong, 6.2f, word);
            write(letters.strong, 6.2f, ink, x - width / 2, baseline, word);
            baseline += 9;
        }
    }

    /** A signed line in the lower left corner of a cell, with who signed and where and when below it. */
    void signature(Area cell, String name, String placeAndDate) throws IOException {
        float left = cell.left() + PADDING;
        float line = cell.bottom() - 32;
        Ink.TEXT.draw(page);
        page.setLineWidth(0.5f);
        page.moveTo(left, fromBottom(line));
        page.lineTo(left + 140, fromBottom(line));
        page.stroke();
        flourish(left + 18, fromBottom(line) + 3, name.length() / 24f);
        float size = Line.Weight.SMALL.size;
        write(letters.plain, size, Ink.TEXT, left, line + 11, name);
        write(letters.plain, size, Ink.TEXT, left, line + 21, placeAndDate);
    }

    /** One line of small print, centred at the foot of the page. */
    void smallPrint(String text) throws IOException {
        float size = Line.Weight.SMALL.size;
        float left = MARGIN + (WIDTH - Lettering.width(letters.plain, size, text)) / 2;
        write(letters.plain, size, Ink.TEXT, left, BOTTOM + 14, text);
    }

    private void fill(Area area, Cell cell) throws IOException {
        ink.draw(page);
        page.setLineWidth(0.7f);
        rectangle(area);
        page.stroke();
        float baseline = area.top() + 3;
        if (!cell.label().isEmpty()) {
            baseline += LABEL_SIZE + 2;
            write(letters.strong, LABEL_SIZE, ink, area.left() + PADDING, baseline, cell.label());
            baseline += 2;
        }
        for (Line line : cell.lines()) {
            baseline += PARAGRAPH_GAP;
            for (String piece : letters.wrap(line, area.width() - 2 * PADDING)) {
                baseline += line.weight().leading();
                write(letters.of(line.weight()), line.weight().size, Ink.TEXT, area.left() + PADDING, baseline, piece);
            }
        }
        if (baseline + 4 > area.bottom()) {
            throw new IllegalStateException("The text of the cell \"" + cell.label() + "\" must end 4 points above its "
                    + "lower rule, but needs " + (baseline + 4 - area.bottom()) + " points more; make the row higher.");
        }
    }

    private void writeUpTo(float right, PDFont font, float size, Ink colour, float baseline, String text)
            throws IOException {
        write(font, size, colour, right - Lettering.width(font, size, text), baseline, text);
    }

    private void write(PDFont font, float size, Ink colour, float left, float baseline, String text)
            throws IOException {
        page.beginText();
        colour.fill(page);
        page.setFont(font, size);
        page.newLineAtOffset(left, fromBottom(baseline));
        page.showText(text);
        page.endText();
    }

    private void rectangle(Area area) throws IOException {
        page.addRect(area.left(), fromBottom(area.bottom()), area.width(), area.height());
    }

    private void circle(float x, float y, float radius, float lineWidth) throws IOException {
        float centre = fromBottom(y);
        float reach = CIRCLE * radius;
        page.setLineWidth(lineWidth);
        page.moveTo(x + radius, centre);
        page.curveTo(x + radius, centre + reach, x + reach, centre + radius, x, centre + radius);
        page.curveTo(x - reach, centre + radius, x - radius, centre + reach, x - radius, centre);
        page.curveTo(x - radius, centre - reach, x - reach, centre - radius, x, centre - radius);
        page.curveTo(x + reach, centre - radius, x + radius, centre - reach, x + radius, centre);
        page.closeAndStroke();
    }

    /** Pen strokes that read as a signature and as nobody's name; x and y of its lower left corner, y upward. */
    private void flourish(float x, float y, float stretch) throws IOException {
        Ink.BLUE.draw(page);
        page.setLineWidth(0.9f);
        page.saveGraphicsState();
        page.transform(new Matrix(stretch, 0, 0, 1 / stretch, x, y));
        page.moveTo(0, 4);
        page.curveTo(6, 30, 16, 30, 13, 8);
        page.curveTo(12, -2, 18, 4, 24, 13);
        page.curveTo(26, 2, 31, 2, 36, 12);
        page.curveTo(38, 1, 44, 3, 48, 14);
        page.curveTo(50, -4, 60, 22, 52, 22);
        page.curveTo(44, 20, 60, 2, 96, 9);
        page.stroke();
        page.restoreGraphicsState();
    }

    /** PDF measures from the lower edge upward. */
    private static float fromBottom(float down) {
        return PDRectangle.A4.getHeight() - down;
    }
}
