package uz.muhr.client.document;

import java.io.IOException;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import uz.muhr.client.document.Suggestion.Stamping;

/** Reads a PDF's metadata and the text of its first pages. */
final class PdfReader {
    private static final int PAGES = 3;
    private static final int MOST_TEXT = 30_000;

    private PdfReader() {}

    static Suggestion read(byte[] file) {
        try (PDDocument document = Loader.loadPDF(file)) {
            if (document.isEncrypted()) {
                return encrypted();
            }
            Gathered gathered = new Gathered();
            PdfMetadata.read(document, gathered);
            PrintedText.read(text(document, false), "text", gathered);
            if (gathered.lacks(Fact.NUMBER) || gathered.lacks(Fact.TYPE)) {
                // Forms whose boxes were not drawn in the order in which they are read.
                PrintedText.read(text(document, true), "text", gathered);
            }
            return new Suggestion(
                    FileKind.PDF,
                    Optional.empty(),
                    gathered.facts(),
                    PdfSignatures.any(document) ? Stamping.SIGNED : Stamping.POSSIBLE,
                    Optional.empty());
        } catch (InvalidPasswordException e) {
            return encrypted();
        } catch (IOException | RuntimeException e) {
            // The library throws whatever a broken file makes of it; this is the boundary.
            throw new UnreadableDocument("The file calls itself a PDF, but it is damaged and cannot be read.", e);
        }
    }

    private static Suggestion encrypted() {
        return Suggestion.unread(FileKind.PDF, Stamping.ENCRYPTED, "The PDF is encrypted and is not read.");
    }

    private static String text(PDDocument document, boolean byPosition) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setSortByPosition(byPosition);
        stripper.setEndPage(PAGES);
        ShortWriter text = new ShortWriter(MOST_TEXT);
        stripper.writeText(document, text);
        return text.toString();
    }
}
