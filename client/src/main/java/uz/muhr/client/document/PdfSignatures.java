package uz.muhr.client.document;

import java.io.IOException;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Whether somebody has signed a PDF, in any of the ways that a change of a single byte would break. */
public final class PdfSignatures {
    private static final COSName TIME_STAMP = COSName.getPDFName("DocTimeStamp");

    private PdfSignatures() {}

    /**
     * True for a signature field with a value, a signature or time stamp in no field, a certification (DocMDP) and usage
     * rights; of what such a signature says nothing is checked.
     */
    public static boolean any(PDDocument document) throws IOException {
        COSDictionary permissions = document.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.PERMS);
        return (permissions != null && permissions.size() > 0)
                || !document.getSignatureDictionaries().isEmpty()
                || !document.getDocument()
                        .getObjectsByType(COSName.SIG, TIME_STAMP)
                        .isEmpty();
    }
}
