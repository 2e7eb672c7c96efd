package uz.muhr.client.stamp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.zxing.ReaderException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uz.muhr.client.TestNetwork;
import uz.muhr.client.document.BundledFonts;
import uz.muhr.client.document.Pdfs;
import uz.muhr.client.stamp.UnstampableException.Cause;
import uz.muhr.protocol.identifier.DocumentNumber;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.identifier.TypeCode;

/** What is stamped, by its picture: nothing of the page is touched, and the code is read from paper. */
class StamperTest {
    private static final Instant NOW = Instant.parse("2026-11-26T09:30:00Z");
    private static final byte[] RANDOM = new byte[Stamper.RANDOM_BYTES];
    private static final int SCREEN = 72;
    private static final int SCANNER = 150;

    @BeforeAll
    static void withoutTheComputersFonts() {
        BundledFonts.use();
        Arrays.fill(RANDOM, (byte) 7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"certificate-of-origin", "import-permit"})
    void thePageAboveTheStripIsTheSameDotByDotAndTheCodeIsRead(String sample) throws IOException, ReaderException {
        byte[] file = Files.readAllBytes(TestNetwork.root().resolve("scripts/samples/" + sample + ".pdf"));
        byte[] copy = stamp(file, "UZ-CO-2026-000417");
        Raster before = Raster.of(file, 0, SCANNER);
        Raster after = Raster.of(copy, 0, SCANNER);
        after.keep("stamped-" + sample);
        // From the lower edge up, so the picture's own edge may fall between two dots.
        int strip = after.height() - before.height();
        assertTrue(strip > 100 && strip < 260, strip + " dots");
        assertEquals(before.width(), after.width());
        assertEquals(0, before.unlike(after.top(before.height())));
        assertEquals(link("UZ-CO-2026-000417"), after.scanned());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 90, 180, 270, -90})
    void theStripIsBelowHoweverThePageIsTurned(int rotation) throws IOException, ReaderException {
        byte[] file = Pdfs.with((document, page) -> page.setRotation(rotation), "Certificate", "Number UZ-1");
        Raster before = Raster.of(file, 0, SCREEN);
        Raster after = Raster.of(stamp(file, "UZ-1"), 0, SCREEN);
        assertTrue(after.height() > before.height());
        assertEquals(0, before.unlike(after.top(before.height())));
        assertEquals(link("UZ-1"), Raster.of(stamp(file, "UZ-1"), 0, SCANNER).scanned());
    }

    @Test
    void whatLayOutsideOfTheVisiblePageStaysUnseen() throws IOException, ReaderException {
        byte[] file = Pdfs.with(
                (document, page) -> {
                    page.setCropBox(new PDRectangle(50, 200, 400, 560));
                    draw(document, page, "0 0 0 rg 0 0 2000 190 re f ");
                },
                "Certificate");
        Raster before = Raster.of(file, 0, SCREEN);
        Raster after = Raster.of(stamp(file, "UZ-1"), 0, SCREEN);
        assertEquals(0, before.unlike(after.top(before.height())));
        assertEquals(link("UZ-1"), Raster.of(stamp(file, "UZ-1"), 0, SCANNER).scanned());
    }

    @ParameterizedTest
    @ValueSource(strings = {"q 0.3 0 0 0.3 100 100 cm ", "q q 2 0 0 2 0 0 cm ", "0.5 0 0 0.5 0 0 cm "})
    void aPageThatForgetsToPutItsPenBackDoesNotMoveTheStrip(String operators) throws IOException, ReaderException {
        byte[] file = Pdfs.with((document, page) -> draw(document, page, operators), "Certificate");
        assertEquals(link("UZ-1"), Raster.of(stamp(file, "UZ-1"), 0, SCANNER).scanned());
    }

    @Test
    void aPageThatPutsBackWhatItNeverTookIsNotStamped() throws IOException {
        byte[] file = Pdfs.with((document, page) -> draw(document, page, "Q Q 2 0 0 2 0 0 cm "), "Certificate");
        assertEquals(Cause.UNREADABLE, refusal(file).why());
    }

    @Test
    void aPageInLargerUnitsGetsAStripOfTheSameSizeOnPaper() throws IOException {
        byte[] file = Pdfs.with((document, page) -> {
            page.setMediaBox(new PDRectangle(300, 400));
            page.setUserUnit(2);
        });
        assertEquals(
                heightOf(stamp(Pdfs.of("x"), "UZ-1")) - PDRectangle.A4.getHeight(),
                2 * (heightOf(stamp(file, "UZ-1")) - 400),
                0.01f);
    }

    private static float heightOf(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getPage(0).getCropBox().getHeight();
        }
    }

    @ParameterizedTest
    @CsvSource({"2, false", "-3, false", "0, true", "1.5, true"})
    void theCodeIsReadFromAScanThatIsTurnedOrOutOfFocus(double degrees, boolean blurred)
            throws IOException, ReaderException {
        Raster scan = Raster.of(stamp(Pdfs.of("Certificate"), "UZ-CO-2026-000417"), 0, SCANNER)
                .turned(degrees);
        assertEquals(link("UZ-CO-2026-000417"), (blurred ? scan.blurred() : scan).scanned());
    }

    @Test
    void theLongestNumberIsReadAsWell() throws IOException, ReaderException {
        String number = "Щ".repeat(DocumentNumber.MAX_LENGTH - 1) + "1";
        Raster scan = Raster.of(stamp(Pdfs.of("Certificate"), number), 0, SCANNER);
        scan.keep("stamped-longest");
        assertTrue(scan.scanned().endsWith("1&issuer=ChamberMSP&type=861"));
    }

    @Test
    void everyPageHasTheStripAndItsText() throws IOException, ReaderException {
        byte[] file = Pdfs.with((document, page) -> document.addPage(new PDPage(PDRectangle.A5)), "First");
        byte[] copy = stamp(file, "УЗ-77");
        assertEquals(
                Raster.of(copy, 0, SCANNER).scanned(),
                Raster.of(copy, 1, SCANNER).scanned());
        try (PDDocument document = Loader.loadPDF(copy)) {
            PDFTextStripper text = new PDFTextStripper();
            text.setStartPage(2);
            String said = text.getText(document);
            for (String expected :
                    new String[] {"УЗ-77", "ChamberMSP", "861", "toʻgʻridan", "Проверьте", NOW.toString()}) {
                assertTrue(said.contains(expected), said);
            }
        }
    }

    @Test
    void onAScreenTheStripIsALinkToThePage() throws IOException {
        try (PDDocument document = Loader.loadPDF(stamp(Pdfs.of("x"), "UZ-1"))) {
            PDAnnotationLink clickable =
                    (PDAnnotationLink) document.getPage(0).getAnnotations().get(0);
            assertTrue(clickable.getAction().getCOSObject().toString().contains("URI"));
            assertTrue(clickable.getRectangle().getUpperRightY() <= 0);
        }
    }

    @Test
    void theCopyIsTheSameForTheSameRandomBytesAndTimeAndNotForOthers() throws IOException {
        byte[] file = Pdfs.of("Certificate");
        byte[] first = stamp(file, "UZ-1");
        assertArrayEquals(first, stamp(file, "UZ-1"));
        byte[] other = RANDOM.clone();
        other[31]++;
        assertFalse(Arrays.equals(first, Stamper.stamp(file, mark("UZ-1"), other, NOW)));
        assertFalse(Arrays.equals(first, Stamper.stamp(file, mark("UZ-1"), RANDOM, NOW.plusSeconds(1))));
        try (PDDocument document = Loader.loadPDF(first)) {
            assertEquals(
                    HexFormat.of().formatHex(RANDOM),
                    document.getDocumentInformation().getCustomMetadataValue("MuhrRandom"));
        }
    }

    @Test
    void whatIsSignedEncryptedBrokenOrStampedIsRefused() throws IOException {
        assertEquals(Cause.SIGNED, refusal(Pdfs.signed()).why());
        assertEquals(Cause.ENCRYPTED, refusal(Pdfs.encrypted("")).why());
        assertEquals(Cause.ENCRYPTED, refusal(Pdfs.encrypted("secret")).why());
        assertEquals(
                Cause.UNREADABLE,
                refusal("%PDF-1.7".getBytes(StandardCharsets.US_ASCII)).why());
        assertEquals(Cause.UNREADABLE, refusal(new byte[] {1}).why());
        assertEquals(Cause.STAMPED, refusal(stamp(Pdfs.of("x"), "UZ-1")).why());
    }

    @Test
    void whatHasNoRoomForTheStripIsRefused() throws IOException {
        byte[] narrow = Pdfs.with((document, page) -> page.setMediaBox(new PDRectangle(90, 200)));
        assertEquals(Cause.NO_ROOM, refusal(narrow).why());
        byte[] occupied = Pdfs.with((document, page) -> {
            PDAnnotationLink hidden = new PDAnnotationLink();
            hidden.setRectangle(new PDRectangle(10, -60, 50, 50));
            page.getAnnotations().add(hidden);
        });
        assertEquals(Cause.NO_ROOM, refusal(occupied).why());
        byte[] long201 = Pdfs.with((document, page) -> {
            for (int more = 0; more < 200; more++) {
                document.addPage(new PDPage());
            }
        });
        assertEquals(Cause.TOO_MANY_PAGES, refusal(long201).why());
    }

    @Test
    void aNumberInLettersThatTheFontHasNotIsRefused() throws IOException {
        byte[] file = Pdfs.of("x");
        assertEquals(
                Cause.LETTER,
                assertThrows(UnstampableException.class, () -> stamp(file, "証明1"))
                        .why());
    }

    @Tag("shared")
    @Test
    void theRealBillOfLadingIsStampedAndNothingOfItIsTouched() throws IOException, ReaderException {
        Path real = TestNetwork.root()
                .resolve("../shared/data/third-party/dcsaorg_Conformance-Gateway/ebl-issuance/test-iss-document.pdf");
        assumeTrue(Files.exists(real), "shared/ is not there: skipped");
        byte[] file = Files.readAllBytes(real);
        Raster before = Raster.of(file, 0, SCREEN);
        Raster after = Raster.of(stamp(file, "HHL-1"), 0, SCREEN);
        assertEquals(0, before.unlike(after.top(before.height())));
        assertEquals(link("HHL-1"), Raster.of(stamp(file, "HHL-1"), 0, SCANNER).scanned());
    }

    private static void draw(PDDocument document, PDPage page, String operators) throws IOException {
        try (PDPageContentStream content = new PDPageContentStream(document, page, AppendMode.APPEND, false)) {
            appendRaw(content, operators);
        }
    }

    @SuppressWarnings("deprecation")
    private static void appendRaw(PDPageContentStream content, String operators) throws IOException {
        content.appendRawCommands(operators);
    }

    private static UnstampableException refusal(byte[] file) {
        UnstampableException refused = assertThrows(UnstampableException.class, () -> stamp(file, "UZ-1"));
        assertTrue(refused.sentence().endsWith("."), refused.sentence());
        return refused;
    }

    private static byte[] stamp(byte[] file, String number) {
        return Stamper.stamp(file, mark(number), RANDOM, NOW);
    }

    private static Mark mark(String number) {
        return new Mark(
                new MspId("ChamberMSP"),
                new TypeCode("861"),
                DocumentNumber.parse(number),
                VerifyPage.parse("https://verify.chamber.example"));
    }

    private static String link(String number) {
        return "https://verify.chamber.example/?number=" + number + "&issuer=ChamberMSP&type=861";
    }
}
