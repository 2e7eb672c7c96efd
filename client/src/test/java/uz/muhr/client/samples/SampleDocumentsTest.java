package uz.muhr.client.samples;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The files in {@code scripts/samples}; with {@code -Dmuhr.samples.write=true} the PDFs are written first. */
@ExtendWith(QuietPdfBox.class)
final class SampleDocumentsTest {
    private static final Path SAMPLES = Path.of(requireNonNull(System.getProperty("muhr.root")), "scripts", "samples");
    private static final Path PHYTOSANITARY = SAMPLES.resolve("phytosanitary-certificate.xml");
    private static final String PHYTOSANITARY_NUMBER = "UZ-PC-2026-001208";
    private static final String CERTIFICATE_SPACE = "urn:un:unece:uncefact:data:standard:SPSCertificate:17";
    private static final String ENTITY_SPACE =
            "urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:21";
    private static final String DATA_TYPE_SPACE = "urn:un:unece:uncefact:data:standard:UnqualifiedDataType:21";
    private static final int SIZE_LIMIT = 60_000;

    /** A PDF file and what it must say; written down here once more, so that a slip in the form does not pass. */
    private record Pdf(Path file, String number, String type, SampleForm form) {}

    private static final Pdf ORIGIN = new Pdf(
            SAMPLES.resolve("certificate-of-origin.pdf"), "UZ-CO-2026-000417", "861", new CertificateOfOrigin());
    private static final Pdf PERMIT =
            new Pdf(SAMPLES.resolve("import-permit.pdf"), "UZ-IP-2026-000093", "911", new ImportPermit());

    static List<Pdf> pdfs() {
        return List.of(ORIGIN, PERMIT);
    }

    @BeforeAll
    static void writesTheFilesWhenAskedTo() throws IOException {
        if (Boolean.getBoolean("muhr.samples.write")) {
            for (Pdf pdf : pdfs()) {
                Files.write(pdf.file(), SamplePdf.of(pdf.form()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pdfs")
    void theCommittedFileIsWhatTheGeneratorMakes(Pdf pdf) throws IOException {
        assertArrayEquals(
                SamplePdf.of(pdf.form()),
                Files.readAllBytes(pdf.file()),
                () -> pdf.file().getFileName() + " is not what the generator makes; see scripts/samples/README.md");
    }

    @ParameterizedTest
    @MethodSource("pdfs")
    void neitherTheZoneNorTheLanguageOfTheMachineChangesAByte(Pdf pdf) throws IOException {
        byte[] here = SamplePdf.of(pdf.form());
        Locale language = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertArrayEquals(here, SamplePdf.of(pdf.form()));
        } finally {
            Locale.setDefault(language);
            TimeZone.setDefault(zone);
        }
    }

    @ParameterizedTest
    @MethodSource("pdfs")
    void aPdfIsOneA4PageThatSaysItsNumberAndThatItIsASample(Pdf pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.file().toFile())) {
            assertEquals(1, document.getNumberOfPages());
            PDRectangle page = document.getPage(0).getMediaBox();
            assertEquals(PDRectangle.A4.getWidth(), page.getWidth());
            assertEquals(PDRectangle.A4.getHeight(), page.getHeight());
            String text = new PDFTextStripper().getText(document);
            assertTrue(text.contains(pdf.number()), text);
            assertTrue(text.contains(pdf.type()), text);
            assertTrue(text.contains(SamplePdf.SMALL_PRINT), text);
        }
    }

    @ParameterizedTest
    @MethodSource("pdfs")
    void theDocumentInformationNamesTheNumberThreeTimes(Pdf pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.file().toFile())) {
            PDDocumentInformation information = document.getDocumentInformation();
            assertTrue(information.getTitle().contains(pdf.number()));
            assertTrue(information.getSubject().contains(pdf.number()));
            assertTrue(information.getSubject().contains(pdf.type()));
            assertTrue(information.getKeywords().contains(pdf.number()));
            Calendar created = requireNonNull(information.getCreationDate());
            assertEquals(
                    pdf.form().identity().issued().toEpochDay() * 86_400,
                    created.toInstant().getEpochSecond());
        }
    }

    @ParameterizedTest
    @MethodSource("pdfs")
    void noLetterLiesOverAnotherOrOutsideTheMargins(Pdf pdf) throws IOException {
        List<PrintedLetter> letters = PrintedLetter.of(pdf.file());
        assertTrue(letters.size() > 500, () -> "only " + letters.size() + " letters");
        for (int i = 0; i < letters.size(); i++) {
            PrintedLetter letter = letters.get(i);
            assertTrue(letter.isInside(PDRectangle.A4, Sheet.MARGIN - 20), letter::toString);
            for (PrintedLetter other : letters.subList(i + 1, letters.size())) {
                assertFalse(letter.overlaps(other), () -> letter + " lies over " + other);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"certificate-of-origin.pdf", "phytosanitary-certificate.xml", "import-permit.pdf"})
    void everySampleIsUnderSixtyKilobytes(String file) throws IOException {
        long size = Files.size(SAMPLES.resolve(file));
        assertTrue(size > 0 && size < SIZE_LIMIT, () -> file + " has " + size + " bytes");
    }

    @Test
    void thePhytosanitaryCertificateNamesItsTypeAndNumber() throws Exception {
        Element certificate = parse(PHYTOSANITARY).getDocumentElement();
        assertEquals(CERTIFICATE_SPACE, certificate.getNamespaceURI());
        assertEquals("SPSCertificate", certificate.getLocalName());
        Element document = only(certificate, CERTIFICATE_SPACE, "SPSExchangedDocument");
        assertEquals("851", only(document, ENTITY_SPACE, "TypeCode").getTextContent());
        assertEquals("70", only(document, ENTITY_SPACE, "StatusCode").getTextContent());
        assertEquals(PHYTOSANITARY_NUMBER, only(document, ENTITY_SPACE, "ID").getTextContent());
        assertTrue(document.getTextContent().contains(SamplePdf.SMALL_PRINT));
    }

    @Test
    void thePhytosanitaryCertificateUsesTheNamespacesOfTheStandardAndNoOther() throws Exception {
        NodeList elements = parse(PHYTOSANITARY).getElementsByTagName("*");
        Set<String> spaces = new HashSet<>();
        for (int i = 0; i < elements.getLength(); i++) {
            spaces.add(requireNonNull(elements.item(i).getNamespaceURI()));
        }
        assertEquals(Set.of(CERTIFICATE_SPACE, ENTITY_SPACE, DATA_TYPE_SPACE), spaces);
    }

    @Test
    void bothCertificatesSpeakOfOneConsignment() throws Exception {
        Element consignment = only(parse(PHYTOSANITARY).getDocumentElement(), CERTIFICATE_SPACE, "SPSConsignment");
        Element container = only(consignment, ENTITY_SPACE, "UtilizedSPSTransportEquipment");
        assertEquals(
                CertificateOfOrigin.CONTAINER.replace(" ", ""),
                only(container, ENTITY_SPACE, "ID").getTextContent());
        try (PDDocument document = Loader.loadPDF(ORIGIN.file().toFile())) {
            String text = new PDFTextStripper().getText(document);
            assertTrue(text.contains(CertificateOfOrigin.CONTAINER), text);
            assertTrue(text.contains(PHYTOSANITARY_NUMBER), text);
        }
    }

    /** Refuses a document type declaration, and with it every entity but the five of XML itself. */
    private static Document parse(Path file) throws ParserConfigurationException, SAXException, IOException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(file.toFile());
    }

    private static Element only(Element parent, String space, String name) {
        List<Element> found = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element
                    && space.equals(element.getNamespaceURI())
                    && name.equals(element.getLocalName())) {
                found.add(element);
            }
        }
        assertEquals(1, found.size(), () -> name + " in " + parent.getLocalName());
        return found.get(0);
    }
}
