package uz.muhr.client.samples;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * Turns a form into a PDF whose bytes depend on the form alone. The dates are the form's date of issue, the document id follows
 * from its number, and nothing is compressed: Deflate's output differs between the zlib builds that JDKs come with.
 */
final class SamplePdf {
    static final String SMALL_PRINT = "Sample made by the Muhr project; nobody named here exists.";

    private SamplePdf() {}

    /** The bytes of the one-page A4 document. */
    static byte[] of(SampleForm form) throws IOException {
        SampleIdentity identity = form.identity();
        try (PDDocument document = new PDDocument()) {
            // In place of the clock: PDFBox hashes it together with the document information into the file identifier.
            document.setDocumentId(0L);
            document.setDocumentInformation(information(identity));
            document.getDocumentCatalog().setLanguage("en");
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page, AppendMode.OVERWRITE, false)) {
                Sheet sheet = new Sheet(content, form.ink());
                form.drawOn(sheet);
                sheet.smallPrint(SMALL_PRINT);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes, CompressParameters.NO_COMPRESSION);
            return bytes.toByteArray();
        }
    }

    private static PDDocumentInformation information(SampleIdentity identity) {
        PDDocumentInformation information = new PDDocumentInformation();
        information.setTitle(identity.title() + " " + identity.number());
        information.setSubject("UNTDID 1001 document type " + identity.type() + ", number " + identity.number());
        information.setKeywords(identity.number() + ", " + identity.type() + ", " + identity.mspId());
        information.setAuthor(identity.issuer());
        information.setCreator("Muhr sample documents");
        Calendar issued = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        issued.setTimeInMillis(
                identity.issued().atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli());
        information.setCreationDate(issued);
        information.setModificationDate(issued);
        return information;
    }
}
