package uz.muhr.client.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import uz.muhr.client.report.Text.Letters;
import uz.muhr.client.report.Text.Style;

/**
 * Pages of A4 that are filled from top to bottom, row by row; what does not fit begins a page. No row is divided: each is a
 * few lines. Lengths are in points.
 */
final class Sheet {
    private static final float MARGIN = 54;
    private static final float FOOT = 66;
    private static final float FOOT_LINE = 40;
    private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;
    private static final float LEADING = 1.4f;
    private static final float GUTTER = 8;
    private static final float BAR = 5;
    private static final float PADDING = 9;
    private static final float HAIR = 0.6f;

    private final PDDocument document;
    private final Map<Letters, Typeface> faces = new EnumMap<>(Letters.class);
    private PDPageContentStream page;
    private float top;

    Sheet(PDDocument document) throws IOException {
        this.document = document;
        faces.put(Letters.PLAIN, Typeface.plain(document));
        faces.put(Letters.STRONG, Typeface.strong(document));
        faces.put(Letters.EVEN, Typeface.even(document));
        this.page = newPage();
    }

    private record Line(String text, Style style) {
        float height() {
            return style.size() * LEADING;
        }
    }

    private PDPageContentStream newPage() throws IOException {
        PDPage added = new PDPage(PDRectangle.A4);
        document.addPage(added);
        top = PDRectangle.A4.getHeight() - MARGIN;
        return new PDPageContentStream(document, added);
    }

    /** Leaves a gap; none at the top of a page. */
    void gap(float height) {
        top -= height;
    }

    /** One text over the whole width. */
    void text(Text text) throws IOException {
        row(Cell.of(1, text));
    }

    /** A heading with room for at least a little of what follows it. */
    void heading(String text) throws IOException {
        gap(12);
        breakUnless(60);
        text(new Text(text, Style.HEADING));
        gap(3);
    }

    /** Cells beside each other. */
    void row(Cell... cells) throws IOException {
        List<List<Line>> columns = lines(cells, WIDTH);
        float height = height(columns);
        breakUnless(height);
        draw(cells, columns, MARGIN, WIDTH);
        top -= height;
    }

    /** A row with a hair line above it. */
    void ruled(Cell... cells) throws IOException {
        breakUnless(height(lines(cells, WIDTH)) + GUTTER);
        rectangle(Ink.LINE, MARGIN, top - 2, WIDTH, HAIR);
        gap(5);
        row(cells);
        gap(2);
    }

    /** Texts on a pale ground with a bar at their left. */
    void box(Ink bar, Ink ground, Text... texts) throws IOException {
        Cell[] cells = {Cell.of(1, texts)};
        float inner = WIDTH - BAR - 2 * PADDING;
        List<List<Line>> columns = lines(cells, inner);
        float height = height(columns) + 2 * PADDING;
        breakUnless(height);
        rectangle(ground, MARGIN, top - height, WIDTH, height);
        rectangle(bar, MARGIN, top - height, BAR, height);
        top -= PADDING;
        draw(cells, columns, MARGIN + BAR + PADDING, inner);
        top -= height - PADDING;
    }

    private void breakUnless(float height) throws IOException {
        if (top - height < FOOT) {
            page.close();
            page = newPage();
        }
    }

    private List<List<Line>> lines(Cell[] cells, float width) throws IOException {
        List<List<Line>> columns = new ArrayList<>();
        for (Cell cell : cells) {
            List<Line> column = new ArrayList<>();
            for (Text text : cell.texts()) {
                Style style = text.style();
                for (String line : face(style).lines(text.content(), style.size(), cell.share() * width - GUTTER)) {
                    column.add(new Line(line, style));
                }
            }
            columns.add(column);
        }
        return columns;
    }

    private static float height(List<List<Line>> columns) {
        return (float) columns.stream()
                .mapToDouble(column -> column.stream().mapToDouble(Line::height).sum())
                .max()
                .orElse(0);
    }

    private void draw(Cell[] cells, List<List<Line>> columns, float left, float width) throws IOException {
        float x = left;
        for (int i = 0; i < cells.length; i++) {
            float y = top;
            for (Line line : columns.get(i)) {
                y -= line.height();
                write(page, line.text(), line.style(), x, y + line.style().size() * (LEADING - 1));
            }
            x += cells[i].share() * width;
        }
    }

    private void write(PDPageContentStream on, String text, Style style, float x, float y) throws IOException {
        style.ink().fill(on);
        on.beginText();
        on.setFont(face(style).font(), style.size());
        on.newLineAtOffset(x, y);
        on.showText(text);
        on.endText();
    }

    private void rectangle(Ink ink, float x, float y, float width, float height) throws IOException {
        ink.fill(page);
        page.addRect(x, y, width, height);
        page.fill();
    }

    private Typeface face(Style style) {
        return Objects.requireNonNull(faces.get(style.letters()));
    }

    /** Writes a line at the foot of every page, and ends. */
    void end(String text, PageNumber number) throws IOException {
        page.close();
        int pages = document.getNumberOfPages();
        for (int i = 0; i < pages; i++) {
            try (PDPageContentStream foot =
                    new PDPageContentStream(document, document.getPage(i), AppendMode.APPEND, true)) {
                String right = number.of(i + 1, pages);
                write(foot, face(Style.SMALL).shown(text), Style.SMALL, MARGIN, FOOT_LINE);
                float width = face(Style.SMALL).width(right, Style.SMALL.size());
                write(foot, right, Style.SMALL, MARGIN + WIDTH - width, FOOT_LINE);
            }
        }
    }

    /** How a page's number is said. */
    interface PageNumber {
        String of(int page, int pages);
    }
}
