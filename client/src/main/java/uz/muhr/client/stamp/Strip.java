package uz.muhr.client.stamp;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDBorderStyleDictionary;
import org.apache.pdfbox.util.Matrix;
import uz.muhr.client.document.BundledFonts;
import uz.muhr.protocol.json.LedgerTime;

/** The strip with the QR code and what stands beside it, added below each page: nothing of the page is covered. */
final class Strip {
    /** Printers leave some four millimetres of the paper's edge white. */
    private static final float EDGE = 14;

    private static final float LEAST_LETTERS = 4;
    private static final float GAP = 6;

    /** A line of text: how large it is at most, and how far below the line before it. */
    private record Line(String text, float size, float below) {}

    private final PDDocument document;
    private final String link;
    private final QrCode code;
    private final PDFormXObject drawn;
    private final PDFont font;
    private final List<Line> lines;

    Strip(PDDocument document, Mark mark, Instant at) throws IOException {
        this.document = document;
        this.link = mark.link().toASCIIString();
        this.code = QrCode.of(link);
        this.drawn = code.draw(document);
        try (InputStream in = BundledFonts.open()) {
            this.font = PDType0Font.load(document, in, true);
        }
        this.lines = List.of(
                new Line(mark.number().value(), 13, 18),
                new Line(
                        mark.issuer() + "  \u00B7  " + mark.type() + " "
                                + mark.type().title(),
                        8.5f,
                        14),
                new Line(
                        "Hujjatni toʻgʻridan-toʻgʻri tekshiring  \u00B7  Проверьте документ  \u00B7  Verify this document",
                        7,
                        12),
                new Line(mark.page().address().toString(), 7, 10),
                new Line("Muhr, " + LedgerTime.write(at), 6, 9));
    }

    void addTo(PDPage page) throws IOException {
        // Whole points, so that what is above does not move by a hair on its way to a screen's dots.
        float height = (float) Math.ceil(code.side() + GAP);
        Frame frame = Frame.below(page, height);
        List<PDAnnotation> annotations = page.getAnnotations();
        for (PDAnnotation annotation : annotations) {
            if (annotation.getRectangle() != null && frame.isEnteredBy(annotation.getRectangle())) {
                throw noRoom(
                        "A comment or field of the PDF lies below the edge of its page, where the stamp would be.");
            }
        }
        int open = GraphicsStates.leftOpen(page);
        page.setMediaBox(frame.with(page.getMediaBox()));
        page.setCropBox(frame.whole());
        try (PDPageContentStream content = new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
            for (; open > 0; open--) {
                content.restoreGraphicsState();
            }
            content.beginMarkedContent(COSName.ARTIFACT);
            content.transform(frame.toPage());
            content.setNonStrokingColor(1f);
            content.addRect(0, 0, frame.width(), height);
            content.fill();
            content.setNonStrokingColor(0f);
            content.saveGraphicsState();
            content.transform(Matrix.getTranslateInstance(EDGE, GAP / 2));
            content.drawForm(drawn);
            content.restoreGraphicsState();
            write(content, frame.width(), height);
            content.endMarkedContent();
        }
        annotations.add(clickable(frame));
        page.setAnnotations(annotations);
    }

    private void write(PDPageContentStream content, float width, float height) throws IOException {
        float left = EDGE + code.side() + GAP;
        float room = width - left - EDGE;
        float y = height - GAP;
        for (Line line : lines) {
            float size = Math.min(line.size, room / widthOf(line.text));
            if (size < LEAST_LETTERS) {
                throw noRoom("The PDF's pages are too narrow for the stamp, which needs room beside its QR code.");
            }
            y -= line.below;
            content.beginText();
            content.setFont(font, size);
            content.newLineAtOffset(left, y);
            content.showText(line.text);
            content.endText();
        }
    }

    /** Of letters one point high. */
    private float widthOf(String text) throws IOException {
        try {
            return font.getStringWidth(text) / 1000;
        } catch (IllegalArgumentException e) {
            throw new UnstampableException(
                    UnstampableException.Cause.LETTER,
                    "The document's number has a letter that the stamp cannot print.",
                    e);
        }
    }

    /** On a screen the whole strip is a link. */
    private PDAnnotationLink clickable(Frame frame) {
        PDActionURI action = new PDActionURI();
        action.setURI(link);
        PDBorderStyleDictionary none = new PDBorderStyleDictionary();
        none.setWidth(0);
        PDAnnotationLink clickable = new PDAnnotationLink();
        clickable.setRectangle(frame.strip());
        clickable.setBorderStyle(none);
        clickable.setPrinted(true);
        clickable.setAction(action);
        return clickable;
    }

    private static UnstampableException noRoom(String sentence) {
        return new UnstampableException(UnstampableException.Cause.NO_ROOM, sentence);
    }
}
