package uz.muhr.client.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.xmpbox.XMPMetadata;
import org.apache.xmpbox.schema.DublinCoreSchema;
import org.apache.xmpbox.type.BadFieldValueException;
import org.apache.xmpbox.xml.DomXmpParser;
import org.apache.xmpbox.xml.XmpParsingException;
import org.jspecify.annotations.Nullable;

/** What a PDF's metadata say: XMP (ISO 16684-1) with Dublin Core first, then the document information of old. */
final class PdfMetadata {
    private static final int MOST_XMP = 1 << 18;

    private PdfMetadata() {}

    static void read(PDDocument document, Gathered gathered) throws IOException {
        PDMetadata metadata = document.getDocumentCatalog().getMetadata();
        if (metadata != null) {
            try (InputStream in = metadata.exportXMPMetadata()) {
                xmp(in.readNBytes(MOST_XMP + 1), gathered);
            }
        }
        PDDocumentInformation information = document.getDocumentInformation();
        read(information.getTitle(), "PDF title", gathered);
        read(information.getSubject(), "PDF subject", gathered);
        if (information.getAuthor() != null) {
            gathered.issuer(information.getAuthor(), "PDF author");
        }
    }

    private static void xmp(byte[] xml, Gathered gathered) {
        if (xml.length > MOST_XMP) {
            return;
        }
        try {
            DomXmpParser parser = new DomXmpParser();
            parser.setStrictParsing(false);
            XMPMetadata xmp = parser.parse(xml);
            DublinCoreSchema core = xmp.getDublinCoreSchema();
            if (core != null) {
                dublinCore(core, gathered);
            }
        } catch (XmpParsingException | BadFieldValueException | RuntimeException e) {
            // Metadata are an extra: many programs write some that are not in their form.
        }
    }

    private static void dublinCore(DublinCoreSchema core, Gathered gathered) throws BadFieldValueException {
        if (core.getIdentifier() != null) {
            gathered.number(core.getIdentifier(), "XMP dc:identifier");
        }
        read(core.getTitle(), "XMP dc:title", gathered);
        read(core.getDescription(), "XMP dc:description", gathered);
        for (List<String> names : List.of(listed(core.getPublishers()), listed(core.getCreators()))) {
            names.forEach(name -> gathered.issuer(name, "XMP dc:publisher, dc:creator"));
        }
        listed(core.getUnqualifiedSequenceValueList(DublinCoreSchema.DATE))
                .forEach(date -> gathered.date(Fact.ISSUED, date, "XMP dc:date"));
    }

    private static List<String> listed(@Nullable List<String> values) {
        return values == null ? List.of() : values;
    }

    private static void read(@Nullable String text, String where, Gathered gathered) {
        if (text != null) {
            PrintedText.read(text, where, gathered);
        }
    }
}
