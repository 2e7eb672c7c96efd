package uz.muhr.client.stamp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.GregorianCalendar;
import java.util.HexFormat;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import uz.muhr.client.document.PdfSignatures;

/**
 * Makes a stamped copy of an unsigned PDF. The random bytes in it make that nobody who can guess the content can make the
 * same file, so the copy is anchored open and verifies by itself.
 */
public final class Stamper {
    /** How many random bytes there are in a copy. */
    public static final int RANDOM_BYTES = 32;

    private static final int MOST_PAGES = 200;

    /** Where a PDF's document information holds them. */
    private static final String RANDOM = "MuhrRandom";

    private Stamper() {}

    /**
     * The stamped copy; the same for the same arguments.
     *
     * @param random {@link #RANDOM_BYTES} bytes that nobody else can know
     * @throws UnstampableException when no copy is made
     */
    public static byte[] stamp(byte[] file, Mark mark, byte[] random, Instant at) {
        try (PDDocument document = Loader.loadPDF(file)) {
            refuseUnlessFree(document);
            Strip strip = new Strip(document, mark, at);
            for (PDPage page : document.getPages()) {
                strip.addTo(page);
            }
            note(document.getDocumentInformation(), random, at);
            // In place of the clock, which PDFBox would make the file's identifier of.
            document.setDocumentId(ByteBuffer.wrap(random).getLong());
            ByteArrayOutputStream copy = new ByteArrayOutputStream();
            document.save(copy);
            return copy.toByteArray();
        } catch (InvalidPasswordException e) {
            throw encrypted();
        } catch (UnstampableException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // The library throws whatever a broken file makes of it; this is the boundary.
            throw new UnstampableException(
                    UnstampableException.Cause.UNREADABLE,
                    "The file is no PDF, or it is damaged; no stamped copy can be made of it.",
                    e);
        }
    }

    private static void refuseUnlessFree(PDDocument document) throws IOException {
        if (document.isEncrypted()) {
            throw encrypted();
        }
        if (PdfSignatures.any(document)) {
            throw new UnstampableException(
                    UnstampableException.Cause.SIGNED,
                    "The PDF is signed, and a stamp would break the signature; anchor it as it is.");
        }
        if (document.getDocumentInformation().getCustomMetadataValue(RANDOM) != null) {
            throw new UnstampableException(
                    UnstampableException.Cause.STAMPED,
                    "The PDF is a stamped copy already; it is anchored as it is, and open.");
        }
        if (document.getNumberOfPages() < 1 || document.getNumberOfPages() > MOST_PAGES) {
            throw new UnstampableException(
                    UnstampableException.Cause.TOO_MANY_PAGES,
                    "A PDF that is to be stamped may have 1 to " + MOST_PAGES + " pages; this one has "
                            + document.getNumberOfPages() + ".");
        }
    }

    private static UnstampableException encrypted() {
        return new UnstampableException(
                UnstampableException.Cause.ENCRYPTED,
                "The PDF is encrypted, and no stamped copy is made of it; anchor it as it is.");
    }

    private static void note(PDDocumentInformation information, byte[] random, Instant at) {
        information.setCustomMetadataValue(RANDOM, HexFormat.of().formatHex(random));
        GregorianCalendar time = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        time.setTimeInMillis(at.toEpochMilli());
        information.setModificationDate(time);
    }
}
