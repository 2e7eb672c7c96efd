package uz.muhr.client.stamp;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDFormContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;

/**
 * A link as a QR code (ISO/IEC 18004), drawn as areas and not as a picture, so that it is sharp at any size.
 *
 * @param modules its squares, without the quiet zone
 */
record QrCode(ByteMatrix modules) {
    /** In points; half a millimetre, which is more than three dots of a 150 dpi picture. */
    static final float MODULE = 1.42f;

    /** ISO/IEC 18004 section 5.3.8. */
    private static final int QUIET = 4;

    static QrCode of(String link) {
        try {
            return new QrCode(Encoder.encode(
                            link,
                            ErrorCorrectionLevel.M,
                            Map.of(EncodeHintType.CHARACTER_SET, StandardCharsets.ISO_8859_1.name()))
                    .getMatrix());
        } catch (WriterException e) {
            throw new IllegalArgumentException("A link of " + link.length() + " letters fits no QR code", e);
        }
    }

    /** Its width and height in points, quiet zone included. */
    float side() {
        return (modules.getWidth() + 2 * QUIET) * MODULE;
    }

    /** Drawn once for all pages; the quiet zone is part of it. */
    PDFormXObject draw(PDDocument document) throws IOException {
        PDFormXObject form = new PDFormXObject(document);
        form.setBBox(new PDRectangle(side(), side()));
        form.setResources(new PDResources());
        try (PDFormContentStream content = new PDFormContentStream(form)) {
            content.setNonStrokingColor(0f);
            for (int row = 0; row < modules.getHeight(); row++) {
                drawRow(content, row);
            }
            content.fill();
        }
        return form;
    }

    /** Neighbours are one area: two that only touch would show a hair of white between them. */
    private void drawRow(PDFormContentStream content, int row) throws IOException {
        float y = (modules.getHeight() - 1 - row + QUIET) * MODULE;
        for (int column = 0; column < modules.getWidth(); column++) {
            int end = column;
            while (end < modules.getWidth() && modules.get(end, row) == 1) {
                end++;
            }
            if (end > column) {
                content.addRect((column + QUIET) * MODULE, y, (end - column) * MODULE, MODULE);
                column = end;
            }
        }
    }
}
