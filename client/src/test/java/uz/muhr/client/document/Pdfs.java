package uz.muhr.client.document;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Calendar;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.slf4j.LoggerFactory;

/** Small PDFs, made here. */
public final class Pdfs {
    static {
        BundledFonts.use();
        // It warns of each standard font that a machine has not, and here all are one.
        if (LoggerFactory.getLogger("org.apache.pdfbox") instanceof Logger logger) {
            logger.setLevel(Level.ERROR);
        }
    }

    private Pdfs() {}

    /** Changes a document before it is saved. */
    @FunctionalInterface
    public interface Change {
        void make(PDDocument document, PDPage page) throws IOException;
    }

    /** One A4 page with lines of text. */
    public static byte[] of(String... lines) throws IOException {
        return with((document, page) -> {}, lines);
    }

    public static byte[] with(Change change, String... lines) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(FontName.HELVETICA), 12);
                content.setLeading(16);
                content.newLineAtOffset(60, 700);
                for (String line : lines) {
                    content.showText(line);
                    content.newLine();
                }
                content.endText();
            }
            change.make(document, page);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    public static byte[] encrypted(String password) throws IOException {
        return with((document, page) -> {
            StandardProtectionPolicy policy = new StandardProtectionPolicy("owner", password, new AccessPermission());
            policy.setEncryptionKeyLength(128);
            document.protect(policy);
        });
    }

    /** With a signature in a field; what it holds is no signature of anybody's, which is not asked. */
    public static byte[] signed() throws IOException {
        try (PDDocument document = Loader.loadPDF(of("Signed"))) {
            PDSignature signature = new PDSignature();
            signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
            signature.setSubFilter(PDSignature.SUBFILTER_ADBE_PKCS7_DETACHED);
            signature.setSignDate(Calendar.getInstance());
            document.addSignature(signature, content -> "no signature".getBytes(StandardCharsets.US_ASCII));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.saveIncremental(bytes);
            return bytes.toByteArray();
        }
    }

    /** Certified by its author (DocMDP), named by the catalogue alone. */
    static byte[] certified() throws IOException {
        return withPermission("DocMDP");
    }

    static byte[] withUsageRights() throws IOException {
        return withPermission("UR3");
    }

    private static byte[] withPermission(String name) throws IOException {
        return with((document, page) -> {
            COSDictionary signature = new COSDictionary();
            signature.setItem(COSName.CONTENTS, new COSString("no signature"));
            signature.setItem(COSName.BYTERANGE, new COSArray());
            COSDictionary permissions = new COSDictionary();
            permissions.setItem(COSName.getPDFName(name), signature);
            document.getDocumentCatalog().getCOSObject().setItem(COSName.PERMS, permissions);
        });
    }

    /** Waiting to be signed, which nobody has done. */
    static byte[] withEmptySignatureField() throws IOException {
        return with((document, page) -> {
            PDAcroForm form = new PDAcroForm(document);
            document.getDocumentCatalog().setAcroForm(form);
            PDSignatureField field = new PDSignatureField(form);
            field.getWidgets().get(0).setPage(page);
            form.getFields().add(field);
        });
    }
}
