package uz.muhr.client.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(QuietPdfBox.class)
final class SheetTest {
    private static final Line TWO_LINES_LONG =
            Line.plain("dried apricots and raisins from Samarkand to Poti ".repeat(3));

    @Test
    void theCellsOfARowStandSideBySideAndTheNextRowBelow() throws IOException {
        onASheet(sheet -> {
            List<Area> first = sheet.row(40, Cell.of(0.25, "A"), Cell.of(0.75, "B"));
            List<Area> second = sheet.row(40, Cell.of(1, "C"));
            assertEquals(first.get(0).right(), first.get(1).left());
            assertEquals(first.get(1).right(), second.get(0).right(), 0.01f);
            assertEquals(first.get(1).bottom(), second.get(0).top());
        });
    }

    @Test
    void aTextTooLongForItsCellIsRefused() throws IOException {
        onASheet(sheet -> {
            Cell cell = Cell.of(1, "9  GOODS", TWO_LINES_LONG);
            String complaint = refusal(() -> sheet.row(30, cell));
            assertTrue(complaint.contains("9  GOODS") && complaint.contains("make the row higher"), complaint);
            sheet.row(50, cell);
        });
    }

    @Test
    void aRowThatWouldLeaveThePageIsRefused() throws IOException {
        onASheet(sheet -> {
            sheet.row(700, Cell.of(1, ""));
            String complaint = refusal(() -> sheet.row(100, Cell.of(1, "")));
            assertTrue(complaint.contains("above the lower margin"), complaint);
        });
    }

    @Test
    void aWordWiderThanItsCellIsRefused() throws IOException {
        onASheet(sheet -> {
            Cell cell = Cell.of(0.1, "", Line.large("certificate-of-origin"));
            String complaint = refusal(() -> sheet.row(100, cell));
            assertTrue(complaint.contains("certificate-of-origin"), complaint);
        });
    }

    @Test
    void wrappingLosesNoWordAndNeverExceedsTheWidth() throws IOException {
        long seed = 417;
        Random random = new Random(seed);
        Lettering letters = new Lettering();
        for (int round = 0; round < 200; round++) {
            for (Line.Weight weight : Line.Weight.values()) {
                Line line = new Line(weight, words(random));
                float width = 120 + random.nextInt(300);
                List<String> pieces = letters.wrap(line, width);
                String situation = "seed " + seed + ", round " + round + ": " + pieces;
                assertEquals(line.text(), String.join(" ", pieces), situation);
                for (String piece : pieces) {
                    assertTrue(Lettering.width(letters.of(weight), weight.size, piece) <= width, situation);
                }
            }
        }
    }

    private static String words(Random random) {
        StringBuilder text = new StringBuilder();
        int count = 1 + random.nextInt(30);
        for (int word = 0; word < count; word++) {
            text.append(word == 0 ? "" : " ");
            int length = 1 + random.nextInt(9);
            for (int letter = 0; letter < length; letter++) {
                text.append((char) ('a' + random.nextInt(26)));
            }
        }
        return text.toString();
    }

    private static String refusal(Drawing drawing) {
        return String.valueOf(
                assertThrows(IllegalStateException.class, drawing::draw).getMessage());
    }

    private static void onASheet(Use use) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                use.with(new Sheet(content, Ink.BLUE));
            }
        }
    }

    @FunctionalInterface
    private interface Use {
        void with(Sheet sheet) throws IOException;
    }

    @FunctionalInterface
    private interface Drawing {
        void draw() throws IOException;
    }
}
