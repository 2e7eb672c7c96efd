package uz.muhr.client.report;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import uz.muhr.protocol.verdict.Indication;

/** A colour of print. The dark ones are for text on white, the pale ones for what lies below text. */
enum Ink {
    DARK(0x1d2530),
    GREY(0x55606f),
    DEEP(0x12294d),
    LINE(0xcfd8e6),
    PASSED(0x16693a),
    FAILED(0xa3161f),
    OPEN(0x8a5200),
    PASSED_PALE(0xe9f5ee),
    FAILED_PALE(0xfcecec),
    OPEN_PALE(0xfdf4e3);

    private static final float MOST = 255;

    private final int rgb;

    Ink(int rgb) {
        this.rgb = rgb;
    }

    static Ink of(Indication indication) {
        return switch (indication) {
            case TOTAL_PASSED -> PASSED;
            case TOTAL_FAILED -> FAILED;
            case INDETERMINATE -> OPEN;
        };
    }

    static Ink paleOf(Indication indication) {
        return switch (indication) {
            case TOTAL_PASSED -> PASSED_PALE;
            case TOTAL_FAILED -> FAILED_PALE;
            case INDETERMINATE -> OPEN_PALE;
        };
    }

    void fill(PDPageContentStream page) throws IOException {
        page.setNonStrokingColor(part(16), part(8), part(0));
    }

    private float part(int shift) {
        return ((rgb >> shift) & 0xff) / MOST;
    }
}
